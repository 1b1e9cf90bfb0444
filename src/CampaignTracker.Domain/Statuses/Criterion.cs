using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>What a demand's status follows from: the liberty of the person it is about, the restriction it is about, else what reviewers assess.</summary>
/// <param name="Kind">Case, Restriction, or Demand for one that is judged.</param>
/// <param name="Story">The story that sets it, up to V.</param>
internal sealed record Criterion(SubjectKind Kind, SubjectStory Story)
{
    public static Criterion Of(Picture picture, SubjectStory demand) =>
        (demand.Opening?.Event as DemandIssued)?.About is { } about
        && picture.Knowledge.Story(about)?.Kind is { } kind and (SubjectKind.Case or SubjectKind.Restriction)
        && picture.Story(about) is { } story
            ? new Criterion(kind, story)
            : new Criterion(SubjectKind.Demand, demand);

    /// <summary>True where the same subject sets it, in the same way.</summary>
    public bool IsSame(Criterion other) => Kind == other.Kind && Story.Name == other.Story.Name;

    /// <summary>True for an effect that sets it.</summary>
    public bool IsSetBy(Effect effect) => Kind switch
    {
        SubjectKind.Case => effect is SetsCustody,
        SubjectKind.Restriction => effect is SetsRestriction,
        _ => effect is SetsFulfilment,
    };
}
