using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// The conditionality rule set, version 1: a pure function of a state. A change of what it answers is a new version beside it, so that an old answer
/// can be given again.
/// </summary>
public static class RuleSet1
{
    /// <summary>The version that every verdict names.</summary>
    public const int Version = 1;

    /// <summary>What every place that shows a verdict says.</summary>
    public const string Notice = "A verdict compares the order of events and what had been fulfilled; it says nothing of cause.";

    /// <summary>The most undecided matters that may touch a gate; with more the verdict is Indeterminate.</summary>
    public const int MaxUnknowns = 12;

    /// <summary>Judges every gate of every agreement in a state.</summary>
    public static ConditionalityLedger Judge(CampaignState state)
    {
        var fingerprints = new Fingerprints();
        var agreements = state.Histories(SubjectKind.Agreement).Select(agreement =>
        {
            var cases = CasesOf(state, agreement);
            var words = state.Recall.WordsOf(agreement.Name, cases);
            return new AgreementVerdict(
                agreement.Name,
                agreement.Title,
                cases.ConvertAll(gate => GateTable.Of(gate, fingerprints)),
                words is [var only] ? only : Word.Indeterminate,
                words);
        }).ToList();
        return new ConditionalityLedger(agreements, Fingerprints.Hash(agreements.SelectMany(agreement => agreement.Gates.Select(gate => gate.InputsHash).Prepend(agreement.Agreement))))
        {
            Revisions = Revision.Of(state, SubjectKind.Agreement, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Restriction),
        };
    }

    /// <summary>The gates of one agreement, judged but not laid out.</summary>
    /// <param name="before">The gates as they were judged in the state before, of a replay that goes on: those on which nothing bears anew stay.</param>
    internal static List<GateJudgement> CasesOf(CampaignState state, SubjectHistory agreement, IReadOnlyDictionary<Guid, GateJudgement>? before = null)
    {
        lock (state.Recall.Gate)
        {
            if (state.Judged.TryGetValue(agreement.Name, out var known)) return known;
            var tracks = new Dictionary<string, MoveTimeline>(StringComparer.Ordinal);
            return state.Judged[agreement.Name] = state.Recall.TermsOf(state, agreement).Gates
                .ConvertAll(at => CaseOf(state, agreement, at, tracks, before?.GetValueOrDefault(at.Gate.Id)));
        }
    }

    /// <summary>One gate alone; null where the state has no such gate.</summary>
    internal static GateJudgement? CaseOf(CampaignState state, SubjectHistory agreement, Guid gate)
    {
        lock (state.Recall.Gate)
            return state.Recall.TermsOf(state, agreement).Gates.Find(at => at.Gate.Id == gate) is { } found ? CaseOf(state, agreement, found, [], null) : null;
    }

    private static GateJudgement CaseOf(CampaignState state, SubjectHistory agreement, GateTerms at, Dictionary<string, MoveTimeline> tracks, GateJudgement? before)
    {
        var own = at.Demands.ConvertAll(demand =>
        {
            if (!tracks.TryGetValue(demand.History.Name, out var track)) tracks.Add(demand.History.Name, track = state.Recall.TrackOf(state, demand.History.Name));
            return track;
        });
        return before is not null && ReferenceEquals(before.Terms, at)
            ? before.In(state, own)
            : new GateJudgement(state, agreement, at, [.. at.Demands.Select((demand, i) => state.Recall.ConditionOf(demand, own[i], at))], own);
    }
}
