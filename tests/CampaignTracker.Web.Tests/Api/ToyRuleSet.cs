using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>A rule set beside the product's: by it every gate that version 1 judges was withheld.</summary>
internal sealed class ToyRuleSet : IRuleSet
{
    private static readonly RuleSet1 First = RuleSet1.Instance;

    public int Version => 900;

    public string Notice => "This is a toy.";

    public Codebook Codebook(EventTexts language) => First.Codebook(language) with { Version = Version, Notice = Notice };

    public GateReason ReasonOf(CampaignState state, SubjectHistory agreement, CampaignEvent step) => First.ReasonOf(state, agreement, step);

    public IReadOnlyList<GateJudgement> Judge(CampaignState state, SubjectHistory agreement, Memo memo) =>
        [.. First.Judge(state, agreement, memo).Select(Withheld)];

    public GateJudgement? Judge(CampaignState state, SubjectHistory agreement, Guid gate, Memo memo) =>
        First.Judge(state, agreement, gate, memo) is { } judged ? Withheld(judged) : null;

    public Guid? GateOf(CampaignState state, SubjectHistory agreement, Guid recording) => First.GateOf(state, agreement, recording);

    public IReadOnlyList<Word> WordsOf(IReadOnlyList<GateJudgement> gates, Memo memo) => [Word.Mixed];

    public GateVerdict Tell(CampaignState state, GateJudgement gate, Memo memo) => First.Tell(state, Inner(gate), memo) with
    {
        RuleSet = Version, Verdict = Verdict.Withheld, Possible = [Verdict.Withheld], Sentence = "By the toy it was withheld.",
    };

    public string Sentence(CampaignState state, GateJudgement gate) => "By the toy it was withheld.";

    public IReadOnlyList<Evidence> EvidenceOf(CampaignState state, GateJudgement gate, Memo memo) => First.EvidenceOf(state, Inner(gate), memo);

    private static GateJudgement Inner(GateJudgement gate) => ((ToyJudgement)gate).Inner;

    private static ToyJudgement Withheld(GateJudgement inner) => new()
    {
        Inner = inner, Agreement = inner.Agreement, Gate = inner.Gate, Recordings = inner.Recordings, Milestone = inner.Milestone,
        Postponed = inner.Postponed, HoldsBack = inner.HoldsBack, Occurred = inner.Occurred, Verdict = Verdict.Withheld, Possible = [Verdict.Withheld],
        TooManyUnknowns = false, Annotations = [],
    };

    private sealed class ToyJudgement : GateJudgement
    {
        public required GateJudgement Inner { get; init; }
    }
}
