using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>Steps that are judged, in words.</summary>
public static class GateWords
{
    /// <summary>Which step: <c>Signed</c>, <c>Signed, put off</c>.</summary>
    public static string Of(GateVerdict gate, IStringLocalizer<PageText> text)
    {
        var words = Words.Of(gate.Milestone);
        var name = char.ToUpperInvariant(words[0]) + words[1..];
        return gate.Postponed ? text["Gate.Postponed", name] : name;
    }

    /// <summary>True for a verdict that counts for the one word.</summary>
    public static bool IsJudged(GateVerdict gate) => gate.Verdict is not (Verdict.NotLinked or Verdict.LinkedWithoutConditions);

    /// <summary>
    /// The name of what is said of a step, as the texts of pages have it: that of its verdict, but for what a verdict leaves unsaid: that
    /// something had been delivered at an earlier step, and why there is no promise.
    /// </summary>
    public static string NameOf(GateVerdict gate, Agreement agreement) => gate.Verdict switch
    {
        Verdict.AdvancedUnmet when gate.Annotations.Any(one => one.Kind == AnnotationKind.MetEarlier) => "NothingNew",
        Verdict.NotLinked => Promises(agreement).Where(promise => promise.Declared.Earliest < gate.Occurred.Latest).ToList() switch
        {
            [] => "NoPromiseYet",
            var made when made.TrueForAll(promise => promise.Withdrawn?.Earliest <= gate.Occurred.Latest) => "PromiseWithdrawn",
            _ => "NotLinked",
        },
        _ => gate.Verdict.ToString(),
    };

    /// <summary>The same for a step of a campaign.</summary>
    public static string NameOf(GateVerdict gate, PageContext context) =>
        context.Ledger.Agreements.FirstOrDefault(agreement => agreement.Gates.Any(one => one.Event == gate.Event)) is { } judged
            && context.Ladder.Agreements.FirstOrDefault(agreement => agreement.Name == judged.Agreement) is { } agreement
            ? NameOf(gate, agreement)
            : gate.Verdict.ToString();

    /// <summary>What somebody of the promising side, or the agreement itself, has said.</summary>
    public static IEnumerable<Linkage> Promises(Agreement agreement) =>
        agreement.Linkages.Where(linkage => linkage.ByABody || linkage.By is null);
}
