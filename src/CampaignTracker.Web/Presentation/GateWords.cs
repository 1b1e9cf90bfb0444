using CampaignTracker.Domain.Conditionality;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>Gates in words.</summary>
public static class GateWords
{
    /// <summary>Which gate: <c>Signed</c>, <c>Signed, put off</c>.</summary>
    public static string Of(GateVerdict gate, IStringLocalizer<PageText> text)
    {
        var words = Words.Of(gate.Milestone);
        var name = char.ToUpperInvariant(words[0]) + words[1..];
        return gate.Postponed ? text["Gate.Postponed", name] : name;
    }
}
