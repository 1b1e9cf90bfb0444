using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Worlds;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>A demand that was ever attached to an agreement, and everything dated that moves it.</summary>
internal sealed class Condition
{
    private Condition(CampaignState state, SubjectHistory demand, Parties parties, IReadOnlyList<Fact> attaching,
        Dictionary<(Guid, ItemKind), WorldItem> pool)
    {
        (Demand, Issued) = (demand, (DemandIssued)demand.Opening!.Event);
        var about = Issued.About is { } name ? state.Knowledge.Canonical(name) : null;
        Measure = Issued.MeasuredBy ?? DemandIssued.UsualMeasure(about is null ? null : KindOf(state, about));
        var criterion = Measure == Measure.Reviewer ? demand : about is null ? null : state.History(about);
        IsUnseen = Measure != Measure.Reviewer && (about is null || state.Knowledge.History(about)?.Kind is null);
        Subject = Measure == Measure.Reviewer ? demand.Name : about ?? demand.Name;

        // A fact of a subject that two conditions share is one item.
        WorldItem Item(ItemKind kind, IReadOnlyList<Fact> recordings, EdtfDate date) =>
            pool.TryGetValue((recordings[0].Id, kind), out var known)
            ? known
            : pool[(recordings[0].Id, kind)] = new WorldItem(kind, recordings, date, state.AsOf(recordings[0]));
        IEnumerable<WorldItem> Items(Fact fact, EdtfDate date) =>
            WorldItem.Apart(RecordingsOf(fact)).Select(recordings => Item(ItemKind.Other, recordings, date));
        IReadOnlyList<Fact> RecordingsOf(Fact fact) => state.History(fact.Event.Subject) is { } history
            ? [fact, .. history.Recordings.Where(other => other.Id != fact.Id && history.CountedFor(other.Id) == fact.Id)]
            : [fact];

        DemandItem = Item(ItemKind.Demand, RecordingsOf(demand.Opening), demand.Opening.Event.Occurred);
        Attachments = [.. attaching.Where(fact => fact.Event is ConditionAttached)
            .SelectMany(fact => Items(fact, fact.Event.Occurred))];
        Detachments = [.. attaching.Where(fact => fact.Event is ConditionDetached && state.MayMove(fact))
            .SelectMany(fact => Items(fact, fact.Event.MovesAt()))];
        Closings = [.. demand.Closings.Where(state.MayMove).SelectMany(fact => Items(fact, fact.Event.MovesAt()))];

        bool IsHeard(FulfilmentAssessed assessed) => SideOf(assessed, parties) != ReviewerSide.ReformingSide
            && !Issued.IsAddressedTo(assessed.Reviewer);
        bool MayClaim(string by) => !parties.IsReforming(by) && !Issued.IsAddressedTo(by);

        List<(WorldItem, Move)> moves = [];
        foreach (var history in new[] { criterion, demand }.OfType<SubjectHistory>().Distinct())
        {
            if (IsUnseen && ReferenceEquals(history, criterion)) continue;
            var settled = history.IsContested ? Reconciliation.Holding(history) : [];
            foreach (var fact in history.Facts)
            {
                if (!EventCatalogue.Of(fact.Event).MovesStatus || !state.MayMove(fact)) continue;
                if (Move.Of(fact, Measure, settled.GetValueOrDefault(fact.Id), IsHeard, MayClaim) is not { } move) continue;
                moves.AddRange(Items(fact, fact.Event.MovesAt()).Select(item => (item, move)));
            }
        }
        Moves = moves;
        ByASide = moves.Where(pair => pair.Item1.Fact.Event is FulfilmentAssessed assessed
            && SideOf(assessed, parties) == ReviewerSide.PromisingSide).Select(pair => pair.Item1.Fact.Id).ToHashSet();
        Deaths = about is null || state.History(about) is not { } person ? []
            : [.. person.Facts.Where(fact => fact.Event is Cases.DiedInCustody && state.MayMove(fact))
                .SelectMany(fact => Items(fact, fact.Event.MovesAt()))];
    }

    /// <summary>The demands that were ever attached to an agreement.</summary>
    public static List<Condition> Of(CampaignState state, SubjectHistory agreement, Parties parties)
    {
        Dictionary<(Guid, ItemKind), WorldItem> pool = [];
        return [.. agreement.Facts.Where(fact => fact.Event.Condition() is not null)
            .GroupBy(fact => state.Knowledge.Canonical(fact.Event.Condition()!), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Where(group => group.Any(fact => fact.Event is ConditionAttached)
                && state.History(group.Key) is { Opening.Event: DemandIssued })
            .Select(group => new Condition(state, state.History(group.Key)!, parties, [.. group], pool))];
    }

    public SubjectHistory Demand { get; }

    public string Name => Demand.Name;

    public DemandIssued Issued { get; }

    /// <summary>What its fulfilment is measured by.</summary>
    public Measure Measure { get; }

    /// <summary>True where the case or restriction that it is measured by cannot be seen: it is Open.</summary>
    public bool IsUnseen { get; }

    /// <summary>The short name of the subject whose facts set its status: conditions with one subject are read together.</summary>
    public string Subject { get; }

    public WorldItem DemandItem { get; }

    public IReadOnlyList<WorldItem> Attachments { get; }

    public IReadOnlyList<WorldItem> Detachments { get; }

    public IReadOnlyList<WorldItem> Closings { get; }

    /// <summary>The facts that move it, with what they do.</summary>
    public IReadOnlyList<(WorldItem Item, Move Move)> Moves { get; }

    /// <summary>The assessments by the promising side.</summary>
    public IReadOnlySet<Guid> ByASide { get; }

    /// <summary>The deaths in custody of the person whom it is about.</summary>
    public IReadOnlyList<WorldItem> Deaths { get; }

    /// <summary>Everything dated of it.</summary>
    public IEnumerable<WorldItem> Items => [DemandItem, .. Attachments, .. Detachments, .. Closings, .. Moves.Select(pair => pair.Item)];

    /// <summary>On whose side a reviewer is: as the assessment says, else by the name.</summary>
    public static ReviewerSide SideOf(FulfilmentAssessed assessed, Parties parties) => assessed.ReviewerSide
        ?? (parties.IsReforming(assessed.Reviewer) ? ReviewerSide.ReformingSide
        : parties.IsPromising(assessed.Reviewer) ? ReviewerSide.PromisingSide
        : ReviewerSide.None);

    // What was opened and retracted keeps its kind: a measure does not change by that.
    private static SubjectKind? KindOf(CampaignState state, string about) => state.Knowledge.History(about)?.Kind
        ?? state.Knowledge.Facts.Where(fact => fact.Event.Subject == about).Select(fact => EventCatalogue.Of(fact.Event).Opens)
            .FirstOrDefault(kind => kind is not null);
}
