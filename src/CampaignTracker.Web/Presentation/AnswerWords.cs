using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>The answers of a status sheet in words: what a difference, a frame or a reason says of a status.</summary>
public static class AnswerWords
{
    /// <summary>What is told of a change, the answer first, then what it rests on.</summary>
    public static readonly IReadOnlyList<StatusKind> Told =
    [
        StatusKind.Word, StatusKind.Verdict, StatusKind.Custody, StatusKind.Restriction, StatusKind.Fulfilment, StatusKind.Closing,
            StatusKind.Contested,
        StatusKind.Expectation,
    ];

    /// <summary>Those that are told, in their order.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> changes, Func<T, StatusKind> what) =>
        Told.SelectMany(kind => changes.Where(change => what(change) == kind));

    /// <summary>An answer.</summary>
    /// <param name="what">The question.</param>
    /// <param name="answer">Null where the question does not arise.</param>
    public static string Of(StatusKind what, StatusAnswer? answer, PageContext context, IStringLocalizer<PageText> text) => answer switch
    {
        null or NoQuestion => NotAsked(what, text),
        OpenedAs => text["Says.Opened"],
        CustodyAnswer custody => Any(custody.Possible, text, one => text[$"Status.Custody.{one}"]),
        RestrictionAnswer restriction => Any(restriction.Possible, text, one => text[$"Status.RestrictionState.{one}"]),
        FulfilmentAnswer fulfilment => Any(fulfilment.Possible, text, one => text[$"Status.Rank.{one}"]),
        VerdictAnswer verdict => Any(verdict.Possible, text, one => text[$"Verdict.{one}"]),
        WordAnswer word => Any(word.Possible, text, one => text[$"Word.{one}"].Value),
        ClosedAs closed => $"{text[$"Says.Closed.{closed.How}"]}, {DateWords.Of(closed.On)}",
        GateAnswer gate => $"{Gate(gate, text)}, {DateWords.Of(gate.Occurred)}",
        MeetingsAnswer meetings => text["Says.Meetings", meetings.Held, meetings.Missed],
        ExpectationAnswer expectation => text[$"Due.{expectation.State}"],
        ContestedAnswer { Chosen: { } chosen } contested => $"{text[$"Says.Contested.{contested.State}"]}: {text["Told.Quoted", chosen]}",
        ContestedAnswer contested => text[$"Says.Contested.{contested.State}"],
        AnnotationsAnswer { Annotations: [] } => text["Says.NoAnnotations"],
        AnnotationsAnswer said => string.Join("; ", said.Annotations.Select(one => AnnotationWords.Of(one, context, text))),
        _ => throw new NotSupportedException($"No words for {answer.GetType().Name}."),
    };

    private static string NotAsked(StatusKind what, IStringLocalizer<PageText> text) => text[what switch
    {
        StatusKind.Word or StatusKind.Verdict or StatusKind.Gate or StatusKind.Annotations => "Says.NotReached",
        StatusKind.Fulfilment or StatusKind.Closing => "Says.NotAsked",
        StatusKind.Contested => "Says.NotContested",
        _ => "Says.NotOpened",
    }];

    private static string Any<T>(IReadOnlyList<T> possible, IStringLocalizer<PageText> text, Func<T, string> words) =>
        possible.Count == 0 ? text["Status.None"] : string.Join(
            text["Status.Or"], possible.Select(one => one is null ? text["Status.None"].Value : words(one)));

    private static string Gate(GateAnswer gate, IStringLocalizer<PageText> text) =>
        gate.Postponed ? text["Gate.Postponed", Words.Of(gate.Milestone)] : Words.Of(gate.Milestone);
}
