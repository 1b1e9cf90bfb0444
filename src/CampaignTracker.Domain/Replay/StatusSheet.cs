using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Replay;

/// <summary>Every status and verdict of a picture, one a line: what two pictures are compared by, and what a frame holds.</summary>
public static class StatusSheet
{
    private static readonly SubjectKind[] Kinds = Enum.GetValues<SubjectKind>();

    /// <summary>Every line of a picture, by its question.</summary>
    public static SortedDictionary<StatusKey, StatusLine> Of(Picture picture)
    {
        var sheet = new SortedDictionary<StatusKey, StatusLine>();
        foreach (var line in Kinds.SelectMany(picture.Stories).SelectMany(story => Of(picture, story))) sheet[line.Key] = line;
        return sheet;
    }

    /// <summary>The lines of one subject.</summary>
    /// <param name="cases">The gates of an agreement, where they are judged already.</param>
    /// <param name="ofGate">The lines of a gate, where some are known already.</param>
    internal static List<StatusLine> Of(Picture picture, SubjectStory story, List<GateCase>? cases = null, Func<GateCase, IEnumerable<StatusLine>>? ofGate = null)
    {
        if (story.Kind is null) return [];
        List<StatusLine> lines = [.. OfItself(picture, story, cases, ofGate ?? OfGate), .. Contested(picture, story)];
        foreach (var expected in Expected.Of(picture, story))
        {
            if (expected.What != ExpectedKind.RhythmOfMeetings) lines.Add(Line(StatusKind.Expectation, story, [expected.State(picture.Viewpoint)], expected.By.Id));
        }
        return lines;
    }

    /// <summary>One line alone; null where the question does not arise.</summary>
    internal static StatusLine? Line(Picture picture, StatusKey key)
    {
        if (picture.Story(key.Subject) is not { Kind: { } kind } story) return null;
        if (kind == SubjectKind.Agreement && key is { What: StatusKind.Gate or StatusKind.Verdict or StatusKind.Annotations, Event: { } gate })
            return RuleSet1.CaseOf(picture, story, gate) is { } judged ? OfGate(judged).First(line => line.Key == key) : null;
        return Of(picture, story).FirstOrDefault(line => line.Key == key);
    }

    /// <summary>The lines of one gate.</summary>
    internal static IEnumerable<StatusLine> OfGate(GateCase judged)
    {
        var (agreement, gate) = (judged.Agreement, judged.Gate);
        yield return Line(StatusKind.Gate, agreement, [(gate.Postponed ? "Postponed " : "") + gate.Milestone, gate.Occurred.Text], gate.Id);
        yield return Line(StatusKind.Verdict, agreement, judged.TooManyUnknowns ? [Verdict.Indeterminate] : judged.Possible, gate.Id);
        yield return Line(StatusKind.Annotations, agreement, Annotations.Of(judged).Select(annotation => annotation.Text), gate.Id);
    }

    private static IEnumerable<StatusLine> OfItself(Picture picture, SubjectStory story, List<GateCase>? cases, Func<GateCase, IEnumerable<StatusLine>> ofGate)
    {
        yield return Line(StatusKind.Opened, story, [story.Title]);
        switch (story.Kind)
        {
            case SubjectKind.Case:
                yield return Line(StatusKind.Custody, story, Statuses.CustodyOf(picture, story).Possible);
                break;
            case SubjectKind.Restriction:
                yield return Line(StatusKind.Restriction, story, Statuses.RestrictionOf(picture, story).Possible);
                break;
            case SubjectKind.Demand:
                yield return Line(StatusKind.Fulfilment, story, Statuses.RankOf(picture, story).Possible);
                if (DemandClosing.Of(picture, story) is { } closed) yield return Line(StatusKind.Closing, story, [closed.How.ToString(), closed.On.Text]);
                break;
            case SubjectKind.Dialogue:
                var series = DialogueSeries.Of(picture, story);
                yield return Line(StatusKind.Meetings, story, [$"{series.Meetings.Count} held", $"{series.Gaps.Sum(gap => gap.Missed)} missed"]);
                break;
            case SubjectKind.Agreement:
                var judged = cases ?? RuleSet1.CasesOf(picture, story);
                foreach (var line in judged.SelectMany(ofGate)) yield return line;
                yield return Line(StatusKind.Word, story, AgreementWords.Of(judged));
                break;
        }
    }

    private static IEnumerable<StatusLine> Contested(Picture picture, SubjectStory story) =>
        story.Facts.Any(fact => fact.Event is StatusContested)
            ? ContestedMatter.Of(picture, story).Select(matter => Line(
                StatusKind.Contested, story, [matter.State.ToString(), .. matter.Settlement is { } settled ? new[] { settled.Chosen } : []], matter.Event))
            : [];

    private static StatusLine Line<T>(StatusKind what, SubjectStory story, IEnumerable<T> says, Guid? e = null) =>
        StatusLine.Of(new StatusKey(what, story.Name, e), says);
}
