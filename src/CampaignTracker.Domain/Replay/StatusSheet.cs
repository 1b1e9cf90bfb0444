using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>Every status and verdict of a state, one a line: what two states are compared by, and what a frame holds.</summary>
public static class StatusSheet
{
    private static readonly SubjectKind[] Kinds = Enum.GetValues<SubjectKind>();

    /// <summary>Every line of a state, by its question.</summary>
    public static SortedDictionary<StatusKey, StatusLine> Of(CampaignState state, IRuleSet rules, Memo memo)
    {
        var sheet = new SortedDictionary<StatusKey, StatusLine>();
        foreach (var line in Kinds.SelectMany(state.Histories)
            .SelectMany(history => Of(state, history, rules, memo))) sheet[line.Key] = line;
        return sheet;
    }

    /// <summary>The lines of one subject.</summary>
    internal static List<StatusLine> Of(CampaignState state, SubjectHistory history, IRuleSet rules, Memo memo) =>
        Of(state, history, history.Kind == SubjectKind.Agreement ? rules.Judge(state, history, memo) : [], rules, memo);

    /// <summary>The lines of one subject, the gates of an agreement being judged already.</summary>
    internal static List<StatusLine> Of(
        CampaignState state, SubjectHistory history, IReadOnlyList<GateJudgement> judged, IRuleSet rules, Memo memo)
    {
        if (history.Kind is null) return [];
        List<StatusLine> lines = new(3 * judged.Count + 4);
        lines.Add(Line(StatusKind.Opened, history, new OpenedAs(history.Title)));
        switch (history.Kind)
        {
            case SubjectKind.Case:
                lines.Add(Line(StatusKind.Custody, history, new CustodyAnswer(StatusFold.CustodyOf(state, history).Possible)));
                break;
            case SubjectKind.Restriction:
                lines.Add(Line(StatusKind.Restriction, history, new RestrictionAnswer(StatusFold.RestrictionOf(state, history).Possible)));
                break;
            case SubjectKind.Demand:
                lines.Add(Line(StatusKind.Fulfilment, history, new FulfilmentAnswer(StatusFold.RankOf(state, history).Possible)));
                if (DemandClosing.Of(
                    state, history) is { } closed) lines.Add(Line(StatusKind.Closing, history, new ClosedAs(closed.How, closed.On)));
                break;
            case SubjectKind.Dialogue:
                var meetings = HeldMeetings.Of(state, history);
                lines.Add(Line(StatusKind.Meetings, history, new MeetingsAnswer(meetings.InOrder.Count, meetings.Missed)));
                break;
            case SubjectKind.Agreement:
                foreach (var gate in judged) lines.AddRange(memo.Of("gate lines", gate.Gate, [gate], () => OfGate(gate).ToList()));
                lines.Add(Line(StatusKind.Word, history, new WordAnswer(rules.WordsOf(judged, memo))));
                break;
        }
        if (history.IsContested)
        {
            lines.AddRange(Disagreement.Of(state, history).Select(matter => Line(
                StatusKind.Contested, history, new ContestedAnswer(matter.State, matter.Settled?.Chosen), matter.Fact.Id)));
        }
        foreach (var expected in Expected.Of(state, history))
        {
            if (expected.What != ExpectedKind.RhythmOfMeetings) lines.Add(Line(
                StatusKind.Expectation, history, new ExpectationAnswer(expected.State(state.Viewpoint)), expected.By.Id));
        }
        return lines;
    }

    /// <summary>One line alone; null where the question does not arise.</summary>
    internal static StatusLine? Line(CampaignState state, StatusKey key, IRuleSet rules, Memo memo)
    {
        if (state.History(key.Subject) is not { Kind: { } kind } history) return null;
        if (kind == SubjectKind.Agreement
            && key is { What: StatusKind.Gate or StatusKind.Verdict or StatusKind.Annotations, Event: { } gate })
            return rules.Judge(state, history, gate, memo) is { } judged ? OfGate(judged).First(line => line.Key == key) : null;
        return Of(state, history, rules, memo).FirstOrDefault(line => line.Key == key);
    }

    /// <summary>The lines of one gate.</summary>
    internal static IEnumerable<StatusLine> OfGate(GateJudgement judged)
    {
        StatusLine Line(StatusKind what, StatusAnswer answer) => new(new StatusKey(what, judged.Agreement, judged.Gate), answer);

        yield return Line(StatusKind.Gate, new GateAnswer(judged.Milestone, judged.Postponed, judged.Occurred));
        yield return Line(StatusKind.Verdict, new VerdictAnswer(judged.TooManyUnknowns ? [Verdict.Indeterminate] : judged.Possible));
        yield return Line(StatusKind.Annotations, new AnnotationsAnswer(judged.Annotations));
    }

    private static StatusLine Line(StatusKind what, SubjectHistory history, StatusAnswer answer, Guid? e = null) =>
        new(new StatusKey(what, history.Name, e), answer);
}
