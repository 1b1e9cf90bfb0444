using System.Globalization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>The viewpoint of a read, from its query: <c>asOf</c>, <c>knownAt</c>, <c>after</c>.</summary>
/// <param name="AsOf">V: an EDTF date, inclusive; null is open.</param>
/// <param name="KnownAt">K: an instant or a sequence; neither is now.</param>
/// <param name="After">The sequence that the views must have reached before the answer.</param>
public sealed record ViewQuery(EdtfDate? AsOf, KnownAt KnownAt, long? After)
{
    /// <summary>True for the world open and knowledge now: what the stored views answer.</summary>
    public bool IsLive => AsOf is null && KnownAt == KnownAt.Now;

    private static readonly string[] Names = ["asOf", "knownAt", "after"];

    /// <summary>Reads the query; a parameter that nobody reads is refused, since a mistyped one would silently give another answer.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="issues">Takes what is wrong.</param>
    /// <param name="others">The further parameters of the view.</param>
    public static ViewQuery Read(IQueryCollection query, List<ValidationIssue> issues, params ReadOnlySpan<string> others)
    {
        RefuseOthers(query, issues, [.. Names, .. others]);
        return new ViewQuery(
            Date(query, "asOf", issues),
            ReadKnownAt(query["knownAt"].ToString(), issues),
            Number(query, "after", issues));
    }

    /// <summary>Refuses every parameter but the known ones, and those twice: who adds dryRun=true to a recording must not find it recorded.</summary>
    public static void RefuseOthers(IQueryCollection query, List<ValidationIssue> issues, params ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name))
                issues.Add(ValidationIssue.Refuse(Shown(name), known.IsEmpty ? "unknown_parameter:none" : "unknown_parameter", ("known", known.ToArray())));
            else if (query[name].Count > 1 && name is not "type")
                issues.Add(ValidationIssue.Refuse(name, "duplicate_parameter"));
        }
    }

    /// <summary>The id of an event; null when it is absent or wrong.</summary>
    public static Guid? Event(IQueryCollection query, string name, List<ValidationIssue> issues)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return null;
        if (Guid.TryParseExact(text, "D", out var id)) return id;
        issues.Add(ValidationIssue.Refuse(name, "wrong_value:event"));
        return null;
    }

    /// <summary>A date parameter; null when it is absent or wrong.</summary>
    public static EdtfDate? Date(IQueryCollection query, string name, List<ValidationIssue> issues)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return null;
        if (EdtfDate.TryParse(text, out var date, out var problem)) return date;
        issues.Add(ValidationIssue.Refuse(name, problem));
        return null;
    }

    /// <summary>A whole number from 0; null when it is absent or wrong.</summary>
    public static long? Number(IQueryCollection query, string name, List<ValidationIssue> issues)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        issues.Add(ValidationIssue.Refuse(name, "wrong_value:whole_number"));
        return null;
    }

    /// <summary>K from text: an RFC 3339 instant, or a sequence.</summary>
    public static KnownAt ReadKnownAt(string text, List<ValidationIssue> issues, string name = "knownAt")
    {
        if (text.Length == 0) return KnownAt.Now;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return new KnownAt(Sequence: sequence);

        // A plus sign that nobody escaped arrives as a space.
        if (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > 10))
            return new KnownAt(Instant: instant);
        issues.Add(ValidationIssue.Refuse(name, "wrong_value:known_at"));
        return KnownAt.Now;
    }

    private static string Shown(string name) => name.Length <= 80 ? name : name[..80];
}
