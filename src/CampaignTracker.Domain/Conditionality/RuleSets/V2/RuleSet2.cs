using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// The conditionality rule set, version 2 (conditionality-2.md): worlds in the place of assumptions; preferences and restrictive measures
/// beside agreements.
/// </summary>
public sealed class RuleSet2 : IRuleSet
{
    private RuleSet2()
    {
    }

    public static RuleSet2 Instance { get; } = new();

    public int Version => 2;

    public string Notice => "A verdict compares the order of events and what had been fulfilled; it says nothing of cause.";

    public Codebook Codebook(EventTexts language) => CodebookOfRuleSet2.Of(this, language);

    public IReadOnlyList<GateJudgement> Judge(CampaignState state, SubjectHistory agreement, Memo memo) =>
        memo.Of("judged in worlds", agreement.Name, Inputs(state, agreement), () => Judgement.Of(state, agreement));

    public GateJudgement? Judge(CampaignState state, SubjectHistory agreement, Guid gate, Memo memo) =>
        Judge(state, agreement, memo).FirstOrDefault(judged => judged.Gate == gate);

    public Guid? GateOf(CampaignState state, SubjectHistory agreement, Guid recording) =>
        Gate.Of(state, agreement).Find(gate => gate.Recordings.Any(fact => fact.Id == recording))?.Id;

    public IReadOnlyList<Word> WordsOf(IReadOnlyList<GateJudgement> gates, Memo memo) => AgreementWords.Of(gates);

    public GateVerdict Tell(CampaignState state, GateJudgement gate, Memo memo) => GateTable.Of(state, (Judgement)gate);

    public string Sentence(CampaignState state, GateJudgement gate) => GateSentence.Of(state, (Judgement)gate);

    public IReadOnlyList<Evidence> EvidenceOf(CampaignState state, GateJudgement gate, Memo memo) =>
        GateEvidence.Of(state, (Judgement)gate);

    public GateReason ReasonOf(CampaignState state, SubjectHistory agreement, CampaignEvent step)
    {
        var definition = agreement.Opening?.Event as AgreementDefined;
        (Milestone?, IReadOnlyList<string>?) taken = step switch
        {
            MilestoneReached reached => (reached.Milestone, reached.By),
            MilestonePostponed postponed => (postponed.Milestone, postponed.By),
            _ => (null, null),
        };
        var (milestone, by) = taken;
        if (milestone is not { } known) return GateReason.NoMilestone;
        if (Gate.DirectionOf(known, step is MilestonePostponed, definition?.Kind ?? BenefitKind.Agreement) == GateDirection.None)
            return GateReason.NoGateOfTheBenefit;
        if (by is not { Count: > 0 }) return GateReason.Judged;
        var parties = new Parties(state, definition);
        return by.Any(parties.IsPromising) || by.Any(AgreementDefined.AreBothParties) ? GateReason.Judged
            : by.Any(parties.IsReforming) ? GateReason.TakenByOtherSide
            : GateReason.TakenBySomebodyElse;
    }

    // The agreement, the demands that were ever attached to it, and what they are about.
    private static object?[] Inputs(CampaignState state, SubjectHistory agreement)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var name in agreement.Facts.Select(fact => fact.Event.Condition()).OfType<string>())
        {
            names.Add(state.Knowledge.Canonical(name));
            if (state.History(name)?.Opening?.Event is Demands.DemandIssued { About: { } about })
                names.Add(state.Knowledge.Canonical(about));
        }
        return [agreement, state.Opened, state.Cut.Others is null ? state.Cut.AsOf : state.Cut,
            .. names.Order(StringComparer.Ordinal).Select(state.History),
                .. names.Order(StringComparer.Ordinal).Select(name => state.Knowledge.History(name)?.Opening)];
    }
}
