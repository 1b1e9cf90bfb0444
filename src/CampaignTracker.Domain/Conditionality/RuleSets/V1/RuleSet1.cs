using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>The conditionality rule set, version 1 (conditionality.md).</summary>
public sealed class RuleSet1 : IRuleSet
{
    private RuleSet1()
    {
    }

    public static RuleSet1 Instance { get; } = new();

    public int Version => 1;

    public string Notice => "A verdict compares the order of events and what had been fulfilled; it says nothing of cause.";

    public Codebook Codebook(EventTexts language) => CodebookOfRuleSet1.Of(this, language);

    /// <summary>The most undecided matters that may touch a gate; with more the verdict is Indeterminate.</summary>
    public const int MaxUnknowns = 12;

    public IReadOnlyList<GateJudgement> Judge(CampaignState state, SubjectHistory agreement, Memo memo)
    {
        var timelines = new Dictionary<string, MoveTimeline>(StringComparer.Ordinal);
        return AgreementTerms.Of(state, agreement, memo)
            .ConvertAll(terms => (GateJudgement)Judge(state, agreement, terms, timelines, memo));
    }

    public GateJudgement? Judge(CampaignState state, SubjectHistory agreement, Guid gate, Memo memo) =>
        AgreementTerms.Of(state, agreement, memo).Find(terms => terms.Gate.Id == gate) is { } found
        ? Judge(state, agreement, found, [], memo)
        : null;

    public Guid? GateOf(CampaignState state, SubjectHistory agreement, Guid recording) =>
        Gate.Of(state, agreement).Find(gate => gate.Recordings.Any(fact => fact.Id == recording))?.Id;

    // What came of a gate afterwards has no part in the words: they follow from what its conditions say together.
    public IReadOnlyList<Word> WordsOf(IReadOnlyList<GateJudgement> gates, Memo memo) => gates.Count == 0
        ? AgreementWords.Of([])
        : memo.Of("words", gates[0].Agreement, [.. gates.Select(gate => ((Judgement)gate).Tallies)],
            () => AgreementWords.Of([.. gates.Cast<Judgement>()]));

    public GateVerdict Tell(CampaignState state, GateJudgement gate, Memo memo) => GateTable.Of(state, (Judgement)gate, memo);

    public string Sentence(CampaignState state, GateJudgement gate) => GateSentence.Of(state, (Judgement)gate);

    public IReadOnlyList<Evidence> EvidenceOf(CampaignState state, GateJudgement gate, Memo memo) =>
        GateEvidence.Of(state, (Judgement)gate, memo);

    public GateReason ReasonOf(CampaignState state, SubjectHistory agreement, CampaignEvent step) => step switch
    {
        MilestoneReached reached => ReasonOf(state, agreement, reached.By),
        MilestonePostponed postponed => ReasonOf(state, agreement, postponed.By),
        _ => GateReason.NoMilestone,
    };

    private static GateReason ReasonOf(CampaignState state, SubjectHistory agreement, IReadOnlyList<string>? by)
    {
        if (by is not { Count: > 0 }) return GateReason.Judged;
        var definition = agreement.Opening?.Event as AgreementDefined;
        if (by.Any(name => definition?.BodyNamed(name) is not null || IsSide(name, state.Opened?.PromisingSide))) return GateReason.Judged;
        return by.Any(name => IsSide(name, state.Opened?.ReformingSide)) ? GateReason.TakenByOtherSide : GateReason.TakenBySomebodyElse;
    }

    private static bool IsSide(string name, string? code) => code is not null
        && (string.Equals(name, code, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, Side.Name(code), StringComparison.OrdinalIgnoreCase));

    private static Judgement Judge(
        CampaignState state, SubjectHistory agreement, GateTerms terms, Dictionary<string, MoveTimeline> timelines, Memo memo)
    {
        var own = terms.Demands.ConvertAll(demand =>
        {
            if (!timelines.TryGetValue(demand.History.Name, out var timeline))
                timelines.Add(demand.History.Name, timeline = MoveTimeline.Of(state, demand.History.Name, memo));
            return timeline;
        });
        // What came of a gate that no other follows goes by V, and by that of each fact where they differ.
        object? until = terms.Next is not null ? null : state.Cut.Others is null ? state.Cut.AsOf : state.Cut;
        return memo.Of<JudgedOn>("gate", (agreement.Name, terms.Gate.Id), [terms, until, .. own], last =>
            Judgement.Of(state, agreement.Name, terms, own, last)).Gate;
    }
}
