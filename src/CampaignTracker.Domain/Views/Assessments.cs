using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The published assessments, the latest first, each with how the record now departs from it.</summary>
public sealed record Assessments(IReadOnlyList<Assessment> Published) : RevisedView
{
    /// <param name="rules">The rule sets that there are: each assessment is held against the one that it names.</param>
    public static Assessments Of(CampaignState state, RuleSetList rules, Memo memo)
    {
        var published = state.Histories(SubjectKind.Agreement)
            .SelectMany(history => history.Facts.Where(fact => fact.Event is AssessmentPublished).Select(fact => (history, fact))).ToList();
        var log = state.Knowledge.Facts.Select(fact => fact.Recorded).ToList();
        return new Assessments([.. published.OrderByDescending(entry => entry.fact)
            .Select(entry => Assessment.Of(state, log, entry.history, entry.fact, rules, memo))])
        {
            Revisions = Revision.Of(state, SubjectKind.Agreement),
        };
    }
}

/// <summary>A published assessment.</summary>
/// <param name="Published">When it was published.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="AsOf">The world as it saw it: as of the date that it names, or that of its publication.</param>
/// <param name="KnownAt">The state of knowledge that it rests on, as a sequence.</param>
/// <param name="Verdicts">What it said of each gate, and what is said now.</param>
/// <param name="WordNow">The words that the record now leads to; null where the agreement cannot be seen.</param>
/// <param name="Departs">True where the answer is now another for a gate that it judged.</param>
/// <param name="Founded">False where the rule set gives another verdict at the viewpoint that it names: it was not what the record said,
/// even then.</param>
/// <param name="Changes">What made it so: the verdicts that are now otherwise than at its viewpoint, with their causes.</param>
/// <param name="Exact">False where too much lies between to try each event: some of the causes may then not be needed.</param>
/// <param name="SupersededBy">The assessment that took its place.</param>
public sealed record Assessment(
    Guid Event,
    string Agreement,
    string Title,
    EdtfDate Published,
    string By,
    EdtfDate AsOf,
    long KnownAt,
    int RuleSet,
    Word Word,
    IReadOnlyList<Word> WordNow,
    IReadOnlyList<AssessedGate> Verdicts,
    string Narrative,
    bool Departs,
    bool Founded,
    IReadOnlyList<Change> Changes,
    bool Exact,
    Guid? Supersedes,
    Guid? SupersededBy)
{
    internal static Assessment Of(
        CampaignState state, IReadOnlyList<RecordedEvent> log, SubjectHistory history, Fact fact, RuleSetList all, Memo memo)
    {
        var published = (AssessmentPublished)fact.Event;
        var rules = all.Find(published.RuleSet.ToString(CultureInfo.InvariantCulture)) ?? all.Standing;
        var judged = rules.Judge(state, history, memo);
        var asOf = published.AsOf ?? published.Occurred;
        var then = CampaignState.Of(log, new Viewpoint(asOf, published.KnownAt, state.Viewpoint.Clearance));
        var judgedThen = then.History(history.Name) is { Kind: SubjectKind.Agreement } agreement
            ? rules.Judge(then, agreement, memo.Fork())
            : [];
        var gates = published.Verdicts.Select(verdict =>
        {
            GateJudgement? In(IReadOnlyList<GateJudgement> gates) =>
                gates.FirstOrDefault(gate => gate.Recordings.Any(recording => recording.Id == verdict.Gate));

            var (now, before) = (In(judged), In(judgedThen));
            return new AssessedGate(verdict.Gate, verdict.Verdict, verdict.Possible ?? [], now?.Verdict, now?.Possible
                ?? []) { Then = before?.Verdict };
        }).ToList();
        var departs = gates.Exists(gate => gate.Departs);
        var since = departs ? Since(then, state, history.Name, published, rules, memo) : null;
        return new(
            fact.Id, history.Name, history.Title, published.Occurred, fact.Recorded.RecordedBy, asOf, published.KnownAt,
            published.RuleSet,
            published.Word, rules.WordsOf(judged, memo), gates, published.Narrative.Value, departs,
            gates.TrueForAll(gate => gate.Then == gate.Said),
            since?.Changes ?? [],
            since?.Exact ?? true,
            published.Supersedes,
            history.Facts.FirstOrDefault(other => (other.Event as AssessmentPublished)?.Supersedes is { } earlier
            && history.CountedFor(earlier) == fact.Id)?.Id);
    }

    private static Difference Since(
        CampaignState then, CampaignState state, string agreement, AssessmentPublished published, IRuleSet rules, Memo memo)
    {
        var judged = published.Verdicts.Select(verdict => verdict.Gate).ToHashSet();
        return Difference.Between(then, state, rules, memo.Fork(), key => key.Subject == agreement && key.What == StatusKind.Verdict
            && judged.Contains(key.Event!.Value));
    }
}

/// <summary>A gate of a published assessment.</summary>
/// <param name="Said">The verdict as published.</param>
/// <param name="SaidPossible">What it left open.</param>
/// <param name="Now">The verdict now; null where the gate is no longer judged.</param>
/// <param name="NowPossible">What is open now.</param>
public sealed record AssessedGate(
    Guid Gate, Verdict Said, IReadOnlyList<Verdict> SaidPossible, Verdict? Now, IReadOnlyList<Verdict> NowPossible)
{
    /// <summary>The verdict that the rule set gives at the viewpoint of the assessment; null where it judges no such gate there.</summary>
    public Verdict? Then { get; init; }

    /// <summary>True where another verdict is given now.</summary>
    public bool Departs =>
        Now != Said || Said == Verdict.Indeterminate && SaidPossible.Count > 0 && !SaidPossible.Order().SequenceEqual(NowPossible);
}
