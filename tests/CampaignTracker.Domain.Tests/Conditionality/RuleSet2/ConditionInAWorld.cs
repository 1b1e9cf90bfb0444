using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>A demand as it stands at one gate of one world.</summary>
internal sealed class ConditionInAWorld
{
    private readonly World world;
    private readonly Timetable.Gate gate;
    private readonly ConditionAttached? holding;

    /// <param name="baselines">The latest earlier gates that advanced and are covered, all of one day; empty where there is none.</param>
    public ConditionInAWorld(World world, Timetable.Condition condition, Timetable.Gate gate, IReadOnlyList<Timetable.Gate> baselines)
    {
        (this.world, Condition, this.gate) = (world, condition, gate);
        bool IsBefore(DatedItem item) => world.IsBeforeGate(item, gate.Item);

        Attachments = [.. condition.Attachments.Where(IsBefore)];
        var last = world.InOrder(condition.Attachments.Concat(condition.Detachments).Where(IsBefore)).LastOrDefault();
        holding = last?.Event as ConditionAttached;
        IsAttached = holding is not null && IsBefore(condition.Issued);
        Closing = world.InOrder(condition.Closings.Where(IsBefore)).FirstOrDefault();

        var movers = world.InOrder(condition.Movers.Where(IsBefore)).ToList();
        // What came before the demand had been met, or not, when it was asked.
        var whenAsked = Fold(movers.FindAll(item => world.IsBefore(item, condition.Issued)));
        var isLater = baselines.Count == 0 || !baselines.Any(earlier => world.IsBeforeGate(condition.Issued, earlier.Item));
        bool IsBeforeBaseline(DatedItem item) => isLater
            ? world.IsBefore(item, condition.Issued)
            : baselines.Any(earlier => world.IsBeforeGate(item, earlier.Item));

        AtBaseline = Fold(movers.FindAll(IsBeforeBaseline));
        var steps = new Steps(condition, world, AtBaseline, IsEnough);
        foreach (var item in movers.Where(item => !IsBeforeBaseline(item))) steps.Take(item);
        (AtGate, WasRefused, WasToward) = (Fold(movers), steps.WasRefused, steps.WasToward);
        IsRegressed = AtGate.Rank < AtBaseline.Rank || !IsEnough(AtGate) && steps.IsAway;

        MetWhenAsked = IsEnough(whenAsked);
        var standing = whenAsked;
        var wasUnmet = false;
        foreach (var item in movers.Where(item => !world.IsBefore(item, condition.Issued)))
        {
            standing = standing.After(condition, item, world);
            wasUnmet |= standing.By == item && !IsEnough(standing);
        }
        Counts = IsAttached && Closing is null && (!MetWhenAsked || wasUnmet);
    }

    public Timetable.Condition Condition { get; }

    /// <summary>Its attachments before the gate.</summary>
    public IReadOnlyList<DatedItem> Attachments { get; }

    /// <summary>Issued and attached before the gate, and not detached.</summary>
    public bool IsAttached { get; }

    /// <summary>What closed it before the gate; null where nothing did.</summary>
    public DatedItem? Closing { get; }

    public bool IsHere => IsAttached && Closing is null;

    public bool Counts { get; }

    public bool IsNecessary => holding?.Requirement == Requirement.Necessary;

    public bool Decides => Counts && IsNecessary;

    public Standing AtGate { get; }

    public Standing AtBaseline { get; }

    public bool MetWhenAsked { get; }

    public bool IsMet => IsEnough(AtGate);

    public bool WasMet => IsEnough(AtBaseline);

    public bool IsImproved => AtGate.Rank > AtBaseline.Rank;

    public bool IsRegressed { get; }

    public bool WasRefused { get; }

    public bool WasToward { get; }

    /// <summary>How it stood when it was closed; null where it was not.</summary>
    public Standing? WhenClosed => Closing is null ? null
        : Fold([.. world.InOrder(Condition.Movers.Where(item => world.IsBefore(item, Closing)))]);

    /// <summary>Met when it was closed.</summary>
    public bool WasClosedMet => WhenClosed is { } then && IsEnough(then);

    /// <summary>True where the person had died in custody before the gate, and the demand was not closed on an earlier day.</summary>
    public bool HasDied => IsAttached && Condition.Deaths.Any(death =>
        world.IsBeforeGate(death, gate.Item) && (Closing is null || world.DayOf(Closing) >= world.DayOf(death)));

    /// <summary>How it stands at the end of a day.</summary>
    public Standing AtEndOf(int day) => Fold([.. world.InOrder(Condition.Movers.Where(item => world.DayOf(item) <= day))]);

    public bool IsEnough(Standing standing) =>
        standing.Rank >= (holding?.Enough == Enough.Met ? Rank.Met : Rank.MetConditionally);

    private Standing Fold(IEnumerable<DatedItem> items) =>
        items.Aggregate(Standing.Beginning, (standing, item) => standing.After(Condition, item, world));
}
