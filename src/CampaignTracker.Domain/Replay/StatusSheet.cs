using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
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
        List<StatusLine> lines = [];
        if (story.Kind is null) return lines;
        lines.Add(Line(StatusKind.Opened, story, story.Title));
        switch (story.Kind)
        {
            case SubjectKind.Case:
                lines.Add(Line(StatusKind.Custody, story, StatusFold.CustodyOf(picture, story).Possible));
                break;
            case SubjectKind.Restriction:
                lines.Add(Line(StatusKind.Restriction, story, StatusFold.RestrictionOf(picture, story).Possible));
                break;
            case SubjectKind.Demand:
                lines.Add(Line(StatusKind.Fulfilment, story, StatusFold.RankOf(picture, story).Possible));
                if (DemandClosing.Of(picture, story) is { } closed) lines.Add(Line(StatusKind.Closing, story, [closed.How.ToString(), closed.On.Text]));
                break;
            case SubjectKind.Dialogue:
                var series = DialogueSeries.Of(picture, story);
                lines.Add(Line(StatusKind.Meetings, story, [$"{series.Meetings.Count} held", $"{series.Gaps.Sum(gap => gap.Missed)} missed"]));
                break;
            case SubjectKind.Agreement:
                var judged = cases ?? RuleSet1.CasesOf(picture, story);
                foreach (var gate in judged) lines.AddRange((ofGate ?? OfGate)(gate));
                lines.Add(Line(StatusKind.Word, story, picture.Recall.WordsOf(story.Name, judged)));
                break;
        }
        if (story.IsContested)
        {
            lines.AddRange(ContestedMatter.Of(picture, story).Select(matter => Line(
                StatusKind.Contested, story, [matter.State.ToString(), .. matter.Settlement is { } settled ? new[] { settled.Chosen } : []], matter.Event)));
        }
        foreach (var expected in Expected.Of(picture, story))
        {
            if (expected.What != ExpectedKind.RhythmOfMeetings) lines.Add(Line(StatusKind.Expectation, story, expected.State(picture.Viewpoint).ToString(), expected.By.Id));
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

    private static StatusLine Line(StatusKind what, SubjectStory story, string says, Guid? e = null) => new(new StatusKey(what, story.Name, e), [says]);

    private static StatusLine Line<T>(StatusKind what, SubjectStory story, IEnumerable<T> says, Guid? e = null) =>
        StatusLine.Of(new StatusKey(what, story.Name, e), says);
}
