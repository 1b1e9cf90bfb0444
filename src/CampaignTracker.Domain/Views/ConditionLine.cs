using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>A condition of an agreement over time: its status in spans, and what moved it, refused it or put it in doubt.</summary>
/// <param name="Demand">Short name of the demand.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Issued">When it was first asked.</param>
/// <param name="Detached">When it ceased to be a condition; null while it is one.</param>
/// <param name="Spans">The status of what it is about: values of Custody, RestrictionState or Fulfilment.</param>
/// <param name="Marks">The events to be marked on it, in the order of their dates.</param>
public sealed record ConditionLine(
    string Demand,
    string Title,
    Requirement Requirement,
    EdtfDate Issued,
    EdtfDate? Detached,
    IReadOnlyList<StatusSpan<Enum>> Spans,
    IReadOnlyList<LineMark> Marks)
{
    /// <summary>The conditions of an agreement: necessary ones first, then in the order in which they were asked.</summary>
    public static IReadOnlyList<ConditionLine> Of(CampaignState state, Agreement agreement) =>
    [
        .. agreement.Conditions.GroupBy(condition => condition.Demand, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(condition => state.History(condition.Demand)?.Opening is not null)
            .Select(condition => Of(state, condition, state.History(condition.Demand)!))
            .OrderBy(line => line.Requirement).ThenBy(line => line.Issued).ThenBy(line => line.Demand, StringComparer.Ordinal),
    ];

    private static ConditionLine Of(CampaignState state, AttachedCondition condition, SubjectHistory demand)
    {
        var criterion = Criterion.Of(state, demand);
        var facts = criterion.History.Name == demand.Name ? demand.Facts : criterion.History.Facts.Concat(demand.Facts);
        var liberty = StatusFold.LibertyOf(criterion.History);
        return new(
            condition.Demand, condition.Title, condition.Requirement, demand.Opening!.Event.Occurred, condition.Detached,
            SpansOf(state, criterion),
            [
                .. facts.Where(fact => state.Viewpoint.Reaches(fact.Event.MovesAt())).Order()
                    .Select(fact => (Fact: fact, Kind: KindOf(fact, demand, criterion, liberty)))
                    .Where(pair => pair.Kind is not null)
                    .Select(pair => new LineMark(
                        pair.Fact.Id, pair.Kind!.Value, pair.Fact.Event.MovesAt(), state.Sentence(pair.Fact.Event))),
            ]);
    }

    private static List<StatusSpan<Enum>> SpansOf(CampaignState state, Criterion criterion) => criterion.Kind switch
    {
        SubjectKind.Case => Widen(StatusSpans.Of(
            state, criterion, effect => criterion.IsSetBy(effect) ? StatusFold.LibertyIn(effect) : null)),
        SubjectKind.Restriction => Widen(StatusSpans.Of(state, criterion, effect => (effect as SetsRestriction)?.State)),
        _ => Widen(StatusSpans.Of(state, criterion, effect => (effect as SetsFulfilment)?.Fulfilment)),
    };

    private static List<StatusSpan<Enum>> Widen<T>(List<StatusSpan<T>> spans) where T : struct, Enum =>
        spans.ConvertAll(span => new StatusSpan<Enum>(span.From, span.To, [.. span.Possible.Cast<Enum>()], span.Evidence));

    private static LineMarkKind? KindOf(Fact fact, SubjectHistory demand, Criterion criterion, StatusTimeline liberty)
    {
        if (fact.Id == demand.Opening!.Id) return LineMarkKind.Asked;
        if (fact.Event is StatusContested contested)
        {
            return contested.Claims.Any(claim => criterion.MayClaim(claim.By) && claim.Effect() is { } effect && criterion.IsSetBy(effect))
                ? LineMarkKind.Contested
                : null;
        }

        LineMarkKind? kind = null;
        foreach (var effect in fact.Event.Effects())
        {
            // A step Away says more than that the status is what it was.
            if (effect is TakesStep { Direction: Direction.Away } away && (!away.OnlyWhileHeld || liberty.MayBeHeld(fact.Event)))
                return LineMarkKind.Away;
            kind ??= effect switch
            {
                TakesStep { Direction: Direction.Refusal } => LineMarkKind.Refusal,
                TakesStep { Direction: Direction.Toward } => LineMarkKind.Toward,
                _ when criterion.IsSetBy(effect) && criterion.Counts(fact) =>
                    criterion.RankOf(effect) > Rank.Open ? LineMarkKind.Met : LineMarkKind.Unmet,
                _ => null,
            };
        }
        return kind;
    }
}

/// <summary>An event on the line of a condition.</summary>
/// <param name="At">When it moved the status: its effective date where it has one.</param>
public sealed record LineMark(Guid Event, LineMarkKind Kind, EdtfDate At, string Sentence);

/// <summary>What an event is to a condition.</summary>
public enum LineMarkKind
{
    /// <summary>It was asked.</summary>
    Asked,
    /// <summary>What was asked is so, at least in part: a release, an easing, a good assessment.</summary>
    Met,
    /// <summary>What was asked is not so: an arrest, a ban, a bad assessment.</summary>
    Unmet,
    Toward,
    Away,
    Refusal,
    /// <summary>Sources disagree from here on.</summary>
    Contested,
}
