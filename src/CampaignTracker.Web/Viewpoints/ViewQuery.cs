using System.Globalization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>The parameters of an address.</summary>
public static class ViewQuery
{
    /// <summary>
    /// Refuses every parameter but the known ones, and those twice: who adds dryRun=true to a recording must not find it recorded.
    /// </summary>
    public static void RefuseOthers(IQueryCollection query, List<ValidationIssue> issues, params ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name))
                issues.Add(ValidationIssue.Refuse(
                    Shown(name), known.IsEmpty ? "unknown_parameter:none" : "unknown_parameter", ("known", known.ToArray())));
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
    /// <param name="today">The day from which 'yesterday' counts.</param>
    public static EdtfDate? Date(IQueryCollection query, string name, DateOnly today, List<ValidationIssue> issues) =>
        ReadDate(query[name].ToString(), today, issues, name);

    /// <summary>A date as people write it; null when the text is empty or none.</summary>
    public static EdtfDate? ReadDate(string text, DateOnly today, List<ValidationIssue> issues, string name)
    {
        if (text.Length == 0) return null;
        if (WrittenDate.TryRead(text, today, out var date, out var problem)) return date;
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

    private static string Shown(string name) => name.Length <= 80 ? name : name[..80];
}
