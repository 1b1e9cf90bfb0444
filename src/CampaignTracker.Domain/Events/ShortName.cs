namespace CampaignTracker.Domain.Events;

/// <summary>Readable names for addresses: <c>eu-kazakhstan</c>, <c>case-7</c>. No person's name belongs in one.</summary>
public static class ShortName
{
    /// <summary>The longest short name.</summary>
    public const int MaxLength = 60;

    /// <summary>First parts of addresses that belong to the program, so that no campaign can have them; the last few are kept for what is to come.</summary>
    public static IReadOnlyCollection<string> Reserved { get; } =
        ["api", "assets", "docs", "health", "openapi", "record", "account", "admin", "feeds", "public", "sign-in", "sign-out"];

    /// <summary>Why a text is no short name, in plain words; null when it is one.</summary>
    public static string? Problem(string text)
    {
        if (text.Length is 0) return "is missing: give a short name such as case-7";
        if (text.Length > MaxLength) return $"is {text.Length} characters long: a short name has at most {MaxLength}";
        var good = char.IsAsciiLetterLower(text[0]) && text[^1] != '-';
        foreach (var c in text) good &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        return good ? null : "is no short name: use small letters a-z, digits and hyphens, beginning with a letter, such as case-7";
    }
}
