using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// A time of day as a source gives it, to the minute: <c>14:30</c>, or with the place's offset from UTC <c>14:30+05:00</c> (ISO 8601,
/// extended format). The text is kept as it was written.
/// </summary>
public readonly partial record struct TimeOfDay
{
    private const int MostMinutesFromUtc = 14 * 60;

    private TimeOfDay(string text, int minutes, int? offset) => (Text, Minutes, Offset) = (text, minutes, offset);

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Minutes since midnight on the clocks of the place.</summary>
    public int Minutes { get; }

    /// <summary>How many minutes the clocks of the place are ahead of UTC; null where that is not known.</summary>
    public int? Offset { get; }

    /// <summary>Reads a time of day.</summary>
    /// <returns>False where the text is none: hours are 00 to 23, minutes 00 to 59, the offset at most 14 hours.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeOfDay? time)
    {
        time = null;
        if (text is null || Form().Match(text) is not { Success: true } form) return false;
        int? offset = form.Groups["sign"] is { Success: true, Value: var sign }
            ? (sign == "-" ? -1 : 1) * Minutes(form.Groups["ahead"].Value)
            : null;
        if (offset is < -MostMinutesFromUtc or > MostMinutesFromUtc) return false;
        time = new TimeOfDay(text, Minutes(form.Groups["time"].Value), offset);
        return true;

        static int Minutes(string clock) => (60 * Number(clock.AsSpan(0, 2))) + Number(clock.AsSpan(3));

        static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>True for an earlier time, where both have an offset or neither has.</summary>
    public bool IsBefore(TimeOfDay other) => (Offset is null) == (other.Offset is null)
        && Minutes - (Offset ?? 0) < other.Minutes - (other.Offset ?? 0);

    public override string ToString() => Text;

    [GeneratedRegex(@"^(?<time>([01][0-9]|2[0-3]):[0-5][0-9])((?<sign>[+-])(?<ahead>(0[0-9]|1[0-4]):[0-5][0-9]))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
