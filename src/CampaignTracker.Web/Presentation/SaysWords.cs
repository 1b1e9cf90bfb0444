using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>The answers of a status sheet in words: what a difference, a frame or a reason says of a status.</summary>
public static class SaysWords
{
    /// <summary>What is told of a change, the answer first, then what it rests on.</summary>
    public static readonly IReadOnlyList<StatusKind> Told =
        [StatusKind.Word, StatusKind.Verdict, StatusKind.Custody, StatusKind.Restriction, StatusKind.Fulfilment, StatusKind.Closing, StatusKind.Contested, StatusKind.Expectation];

    /// <summary>Those that are told, in their order.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> changes, Func<T, StatusKind> what) =>
        Told.SelectMany(kind => changes.Where(change => what(change) == kind));

    /// <summary>An answer.</summary>
    /// <param name="says">As the status sheet gives it; null where the question does not arise.</param>
    public static string Of(StatusKind what, IReadOnlyList<string>? says, PageContext sight, IStringLocalizer<PageText> text) => (what, says) switch
    {
        (StatusKind.Word or StatusKind.Verdict or StatusKind.Gate or StatusKind.Annotations, null) => text["Says.NotReached"],
        (StatusKind.Fulfilment or StatusKind.Closing, null) => text["Says.NotAsked"],
        (StatusKind.Contested, null) => text["Says.NotContested"],
        (_, null) => text["Says.NotOpened"],
        (StatusKind.Annotations, []) => text["Says.NoAnnotations"],
        (_, []) => text["Status.None"],
        (StatusKind.Opened, _) => text["Says.Opened"],
        (StatusKind.Custody, _) => Any(says, text, one => text[$"Status.Custody.{one}"]),
        (StatusKind.Restriction, _) => Any(says, text, one => text[$"Status.RestrictionState.{one}"]),
        (StatusKind.Fulfilment, _) => Any(says, text, one => text[$"Status.Rank.{one}"]),
        (StatusKind.Verdict, _) => Any(says, text, one => text[$"Verdict.{one}"]),
        (StatusKind.Word, _) => Any(says, text, one => text[$"Word.{one}"].Value.TrimEnd('.')),
        (StatusKind.Closing, [var how, var on]) => $"{text[$"Says.Closed.{how}"]}, {Day(on, text)}",
        (StatusKind.Gate, [var gate, var on]) => $"{Gate(gate, text)}, {Day(on, text)}",
        (StatusKind.Meetings, [var held, var missed]) => text["Says.Meetings", Count(held), Count(missed)],
        (StatusKind.Expectation, [var state]) => text[$"Due.{state}"],
        (StatusKind.Contested, _) => string.Join(": ", says.Skip(1).Select(claim => $"“{claim}”").Prepend(text[$"Says.Contested.{says[0]}"])),
        (StatusKind.Annotations, _) => string.Join("; ", says.Select(one => Annotation(one, sight, text))),
        _ => string.Join(", ", says),
    };

    private static string Any(IReadOnlyList<string> says, IStringLocalizer<PageText> text, Func<string, string> words) =>
        string.Join(text["Status.Or"], says.Select(one => one is "" or StatusLine.NotRecorded ? text["Status.None"].Value : words(one)));

    private static string Day(string edtf, IStringLocalizer<PageText> text) => EdtfDate.TryParse(edtf, out var date, out _) ? DateWords.Of(date, text) : edtf;

    private static string Count(string counted) => counted.Split(' ')[0];

    private static string Gate(string name, IStringLocalizer<PageText> text)
    {
        var parts = name.Split(' ');
        var words = Enum.TryParse<Milestone>(parts[^1], out var milestone) ? Words.Of(milestone) : parts[^1];
        return parts.Length > 1 ? text["Gate.Postponed", words] : words;
    }

    // MetAfterwards (release-case-3, 23 to 52 days)
    private static string Annotation(string line, PageContext sight, IStringLocalizer<PageText> text)
    {
        var at = line.IndexOf(" (", StringComparison.Ordinal);
        if (at < 0) return text[$"Annotation.{line}"];
        var parts = line[(at + 2)..^1].Split(", ", 2);
        parts[0] = sight.State.Knowledge.History(parts[0])?.Title ?? parts[0];
        return $"{text[$"Annotation.{line[..at]}"]}: {string.Join(", ", parts)}";
    }
}
