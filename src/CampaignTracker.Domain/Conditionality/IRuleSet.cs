using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>
/// A rule set of conditionality: pure functions of the state of a campaign. A published version never answers differently. A change is a
/// new version beside it, so that an old answer can be given again.
/// </summary>
public interface IRuleSet
{
    /// <summary>The version that every verdict names.</summary>
    int Version { get; }

    /// <summary>What a verdict does not say; shown beside every verdict.</summary>
    string Notice { get; }

    /// <summary>How it judges, laid out in a language.</summary>
    Codebook Codebook(EventTexts language);

    /// <summary>Whether a step of an agreement is a gate that is judged, and why not.</summary>
    GateReason ReasonOf(CampaignState state, SubjectHistory agreement, CampaignEvent step);

    /// <summary>The gates of an agreement, judged, in their order.</summary>
    IReadOnlyList<GateJudgement> Judge(CampaignState state, SubjectHistory agreement, Memo memo);

    /// <summary>One gate alone, by the recording that stands for it; null where there is no such gate.</summary>
    GateJudgement? Judge(CampaignState state, SubjectHistory agreement, Guid gate, Memo memo);

    /// <summary>The recording that stands for the gate that an event records; null where it records none that is judged.</summary>
    Guid? GateOf(CampaignState state, SubjectHistory agreement, Guid recording);

    /// <summary>The words that the gates of an agreement lead to; several where the record leaves it open.</summary>
    IReadOnlyList<Word> WordsOf(IReadOnlyList<GateJudgement> gates, Memo memo);

    /// <summary>A judged gate laid out: the verdict, its sentence, and the events behind each cell.</summary>
    GateVerdict Tell(CampaignState state, GateJudgement gate, Memo memo);

    /// <summary>A judged gate in one plain sentence.</summary>
    string Sentence(CampaignState state, GateJudgement gate);

    /// <summary>Everything that the judgement of a gate rests on.</summary>
    IReadOnlyList<Evidence> EvidenceOf(CampaignState state, GateJudgement gate, Memo memo);
}
