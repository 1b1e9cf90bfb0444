namespace CampaignTracker.Domain.Events;

/// <summary>Readable names for addresses: <c>eu-kazakhstan</c>, <c>case-7</c>. No person's name belongs in one.</summary>
public static class ShortName
{
    /// <summary>The longest short name.</summary>
    public const int MaxLength = 60;

    /// <summary>
    /// First parts of addresses that belong to the program, so that no campaign can have them. The last few are reserved.
    /// </summary>
    public static IReadOnlyCollection<string> Reserved { get; } =
    [
        "api", "assets", "docs", "health", "how-this-is-judged", "how-to-read-this", "openapi", "record",
        "en", "kk", "ru",
        "account", "admin", "feeds", "public", "sign-in", "sign-out",
    ];

    /// <summary>True for a text that is a short name.</summary>
    public static bool IsOne(string text) => Problem(text, "") is null;

    /// <summary>Why a text is not a short name; null when it is.</summary>
    /// <param name="field">The field that holds it.</param>
    public static ValidationIssue? Problem(string text, string field)
    {
        if (text.Length is 0) return ValidationIssue.Refuse(field, "bad_name:missing");
        if (text.Length > MaxLength)
            return ValidationIssue.Refuse(field, "bad_name:too_long", ("length", text.Length), ("most", MaxLength));
        var good = char.IsAsciiLetterLower(text[0]) && text[^1] != '-';
        foreach (var c in text) good &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        return good ? null : ValidationIssue.Refuse(field, "bad_name");
    }
}
