using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>A condition on its way through one world: what the verdict and the annotations of a gate ask of it.</summary>
internal readonly record struct ConditionState
{
    /// <summary>Where it stands.</summary>
    public Standing Place { get; init; }

    /// <summary>Its rank.</summary>
    public Rank Rank { get; init; }

    /// <summary>The item that set it, plus one; 0 for none, and where nobody asks.</summary>
    public int Setter { get; init; }

    /// <summary>The day on which it was set.</summary>
    public DateOnly SetOn { get; init; }

    public bool IsIssued { get; init; }

    /// <summary>The attachment that holds, plus one; 0 for none.</summary>
    public int Attachment { get; init; }

    /// <summary>True where it was ever attached.</summary>
    public bool WasAttached { get; init; }

    /// <summary>The first day on which one of its attachments so far was recorded; the first day of all where nobody asks.</summary>
    public DateOnly ChosenOn { get; init; }

    /// <summary>True once custody is recorded.</summary>
    public bool WasHeld { get; init; }

    public bool IsClosed { get; init; }

    /// <summary>Its rank when it was closed.</summary>
    public Rank WhenClosed { get; init; }

    /// <summary>The item that had set it when it was closed, plus one.</summary>
    public int ClosedSetter { get; init; }

    /// <summary>Its rank when it was demanded.</summary>
    public Rank WhenIssued { get; init; }

    /// <summary>The least rank that a fact left since it was demanded.</summary>
    public Rank LeastSince { get; init; }

    /// <summary>Its rank at the baseline.</summary>
    public Rank AtBaseline { get; init; }

    /// <summary>The item that had set it at the baseline, plus one.</summary>
    public int BaselineSetter { get; init; }

    /// <summary>True where the baseline is a gate, and not the demand itself.</summary>
    public bool FromGate { get; init; }

    /// <summary>The greatest rank since the baseline.</summary>
    public Rank BestSince { get; init; }

    public bool AtLibertySince { get; init; }

    /// <summary>The steps Away since the baseline that nothing has undone, where Met with conditions is enough.</summary>
    public AwayKind Away { get; init; }

    /// <summary>The same where only Met is enough.</summary>
    public AwayKind AwayFromMet { get; init; }

    public bool RefusedSince { get; init; }

    public bool TowardSince { get; init; }

    /// <summary>A baseline begins: the demand itself, or a gate that advanced.</summary>
    public ConditionState Baseline(bool isGate) => this with
    {
        AtBaseline = Rank,
        BaselineSetter = Setter,
        FromGate = isGate,
        BestSince = Rank,
        AtLibertySince = Place == Standing.AtLiberty,
        Away = AwayKind.None,
        AwayFromMet = AwayKind.None,
        RefusedSince = false,
        TowardSince = false,
    };

    /// <summary>The same without what the next baseline begins anew.</summary>
    public ConditionState BeforeBaseline() => this with
    {
        SetOn = default,
        AtBaseline = default,
        BaselineSetter = 0,
        FromGate = false,
        BestSince = default,
        AtLibertySince = false,
        Away = AwayKind.None,
        AwayFromMet = AwayKind.None,
        RefusedSince = false,
        TowardSince = false,
    };

    /// <summary>The demand is made.</summary>
    public ConditionState Issued() =>
        (this with { IsIssued = true, WhenIssued = Rank, LeastSince = Rank.Met }).Baseline(isGate: false);

    /// <summary>The condition after a change.</summary>
    /// <param name="setter">The item, plus one; 0 where nobody asks.</param>
    /// <param name="on">The day; the first one where nobody asks.</param>
    public ConditionState After(Change change, int setter, DateOnly on) => change.Kind switch
    {
        ChangeKind.Sets => Set(change, setter, on),
        ChangeKind.Refuses => this with { RefusedSince = true },
        ChangeKind.Toward =>
            Undone(change.Step & AwayKind.UndoneByTheSame) with { TowardSince = true },
        ChangeKind.QuashesSentence => Undone(AwayKind.UndoneByQuashing),
        ChangeKind.AwayWhileHeld when Place is not (Standing.Held or Standing.HouseArrest) => this,
        _ => Stepped(change.Step),
    };

    private ConditionState Set(Change change, int setter, DateOnly on)
    {
        if (Place == Standing.Dead) return this;
        if (change.Place == Standing.Requested && Place is not (Standing.None or Standing.Requested)) return this;
        // House arrest before which no custody is recorded frees nobody from prison.
        var rank = change.Place == Standing.HouseArrest && !WasHeld ? Rank.Open : change.Rank;
        var next = this with
        {
            Place = change.Place, Rank = rank, Setter = setter, SetOn = on, WasHeld = WasHeld || change.Place == Standing.Held,
        };
        if (change.Place is Standing.Held or Standing.HouseArrest && AtLibertySince) next = next.Stepped(AwayKind.Return);
        if (change.Place == Standing.Held && Place == Standing.HouseArrest) next = next.Stepped(AwayKind.HouseToPrison);
        if (change.Place == Standing.HouseArrest)
        {
            next = next.Undone(AwayKind.UndoneByHouseArrest);
            if (Place == Standing.Held) next = next with { TowardSince = true };
        }
        if (change.Place == Standing.AtLiberty)
        {
            next = next.Undone(AwayKind.UndoneByLiberty) with { AtLibertySince = true };
            if (rank >= AtBaseline) next = next.Undone(AwayKind.Return);
        }
        next = next with
        {
            BestSince = rank > BestSince ? rank : BestSince,
            LeastSince = IsIssued && rank < LeastSince ? rank : LeastSince,
            Away = rank >= Rank.MetConditionally ? AwayKind.None
                : BestSince >= Rank.MetConditionally ? next.Away | AwayKind.Lost : next.Away,
            AwayFromMet = rank >= Rank.Met ? AwayKind.None
                : BestSince >= Rank.Met ? next.AwayFromMet | AwayKind.Lost : next.AwayFromMet,
        };
        return next;
    }

    private ConditionState Stepped(AwayKind kind) => this with { Away = Away | kind, AwayFromMet = AwayFromMet | kind };

    private ConditionState Undone(AwayKind kinds) => this with { Away = Away & ~kinds, AwayFromMet = AwayFromMet & ~kinds };

    /// <summary>What it comes to at a gate.</summary>
    /// <param name="enough">What is enough by the attachment that holds; null where none does.</param>
    public Outcome At(Enough? enough)
    {
        var need = enough == Enough.Met ? Rank.Met : Rank.MetConditionally;
        return new Outcome(
            IsAttached: enough is not null && IsIssued && !IsClosed,
            IsClosed,
            Counts: WhenIssued < need || LeastSince < need,
            Rank,
            AtBaseline,
            MetEnough: Rank >= need,
            MetAtBaseline: AtBaseline >= need,
            Regressed: Rank < AtBaseline || Rank < need && (enough == Enough.Met ? AwayFromMet : Away) != AwayKind.None,
            MetBefore: enough is not null && IsIssued && (IsClosed ? WhenClosed : Rank) >= need);
    }
}

/// <summary>What a condition comes to at a gate, in one world.</summary>
/// <param name="IsAttached">It is a condition there: issued, attached, neither detached nor closed.</param>
/// <param name="IsClosed">The demand was closed before it.</param>
/// <param name="Counts">False where it was met enough when it was demanded, and no later fact has made it not so.</param>
/// <param name="Baseline">Its rank at the baseline.</param>
/// <param name="MetBefore">It was met or, where it was closed, had been met when that was done.</param>
internal readonly record struct Outcome(
    bool IsAttached, bool IsClosed, bool Counts, Rank Rank, Rank Baseline, bool MetEnough, bool MetAtBaseline, bool Regressed,
        bool MetBefore)
{
    public bool Improved => Rank > Baseline;
}
