namespace CampaignTracker.Domain.Events;

/// <summary>What an event does to a status, declared as data by its type; the one shared fold understands it.</summary>
public abstract record Effect;

/// <summary>Sets whether a person is held.</summary>
public sealed record SetsCustody(Custody Custody) : Effect;

/// <summary>
/// Sets that a person is held at home. It is no <see cref="Custody"/>: rule set 1, and whatever else asks for one, does not see it.
/// </summary>
public sealed record SetsHouseArrest : Effect;

/// <summary>Sets how far a restriction reaches.</summary>
public sealed record SetsRestriction(RestrictionState State) : Effect;

/// <summary>Sets the fulfilment of a demand that is judged.</summary>
public sealed record SetsFulfilment(Fulfilment Fulfilment) : Effect;

/// <summary>A step in a fixed direction.</summary>
/// <param name="OnlyWhileHeld">The step counts only if the person is held when it happens (a new charge).</param>
public sealed record TakesStep(Direction Direction, StepKind Kind, bool OnlyWhileHeld = false) : Effect;

/// <summary>The demand is closed and no longer a condition from that day.</summary>
public sealed record ClosesDemand : Effect;

/// <summary>A person's liberty.</summary>
public enum Custody
{
    Held,
    /// <summary>Held at home.</summary>
    HouseArrest,
    /// <summary>Free with conditions, in a manner unknown, or convicted without custody.</summary>
    FreeConditionally,
    Free,
    /// <summary>Died in custody: held, for good.</summary>
    Died,
}

/// <summary>How far a ban reaches.</summary>
public enum RestrictionState
{
    Requested,
    InForce,
    Eased,
    Suspended,
    Lifted,
}

/// <summary>What a reviewer finds of a demand.</summary>
public enum Fulfilment
{
    NotMet,
    PartlyMet,
    MetConditionally,
    Met,
}

/// <summary>Which way a step goes, seen from what was asked.</summary>
public enum Direction
{
    /// <summary>What was asked is denied; no rank changes.</summary>
    Refusal,
    Toward,
    Away,
}

/// <summary>What a step is about; it decides which later step undoes it.</summary>
public enum StepKind
{
    /// <summary>A new arrest, or a release revoked: undone only by the demand being met enough.</summary>
    Custody,
    /// <summary>A new charge: undone only by the demand being met enough.</summary>
    Charge,
    /// <summary>A new ban: undone only by the demand being met enough.</summary>
    Ban,
    /// <summary>Death in custody: never undone.</summary>
    Death,
    /// <summary>Prison regime: a harsher one is undone by a later easing.</summary>
    Regime,
    /// <summary>Length of a sentence: a longer one is undone by a later shortening.</summary>
    Sentence,
    /// <summary>A step recorded on the demand or restriction itself: undone by a later one Toward.</summary>
    Measure,
    /// <summary>Parole, access, observation: nothing to undo.</summary>
    Request,
}
