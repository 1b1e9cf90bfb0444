using System.Collections.Concurrent;
using System.Text;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>Values in English words.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new()
    {
        [Agreements.Milestone.EnteredIntoForce] = "entered into force",
        [Resolutions.ResolutionKind.ResolutionWindingUpStatement] = "resolution winding up a statement",
        [Resolutions.ResolutionKind.OwnInitiativeReport] = "own-initiative report",
        [Cases.AppealOutcome.Shortened] = "sentence shortened",
        [Cases.AppealOutcome.Lengthened] = "sentence lengthened",
        [Cases.AppealOutcome.Quashed] = "sentence quashed",
        [Cases.AppealOutcome.Remitted] = "sent back for a new trial",
        [Cases.ReleaseManner.PreTrialRelease] = "pre-trial release",
        [Cases.ReleaseManner.Unknown] = "manner unknown",
    };

    /// <summary>An enumeration's value in words: <c>sentence served</c>.</summary>
    public static string Of(Enum value) => Known.GetOrAdd(value, static v => Of(v.ToString()));

    /// <summary>A name of the code in words: <c>gate holder</c>.</summary>
    internal static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append(' ');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
