using System.Globalization;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>
/// What else is to be said of a gate (conditionality.md, 'Annotations'); it holds in every reading and never changes a verdict.
/// </summary>
/// <param name="Kind">What is said.</param>
/// <param name="Condition">The short name of the demand, where it is said of one.</param>
/// <param name="FromDays">The least number of days, where it counts days.</param>
/// <param name="ToDays">The greatest number of days; differs from the least where dates are partial.</param>
/// <param name="Detail">What the grounds name, where it is about them.</param>
public sealed record Annotation(
    AnnotationKind Kind, string? Condition = null, int? FromDays = null, int? ToDays = null, string? Detail = null)
{
    /// <summary>The annotation in one line: <c>MetAfterwards (release-case-3, 23 to 52 days)</c>.</summary>
    public string Text
    {
        get
        {
            string[] parts = [.. new[] { Condition, Days, Detail }.OfType<string>()];
            return parts.Length == 0 ? Kind.ToString() : $"{Kind} ({string.Join(", ", parts)})";
        }
    }

    private string? Days => FromDays is null ? null
        : FromDays == ToDays ? string.Create(CultureInfo.InvariantCulture, $"{FromDays} {(FromDays == 1 ? "day" : "days")}")
        : string.Create(CultureInfo.InvariantCulture, $"{FromDays} to {ToDays} days");
}

/// <summary>What an annotation says.</summary>
public enum AnnotationKind
{
    /// <summary>What was asked was refused since the baseline.</summary>
    RefusedSince,
    /// <summary>Advanced unmet, though there was a step toward what was asked.</summary>
    MovementOnly,
    /// <summary>Not met enough at the gate, and then met enough before the next covered gate.</summary>
    MetAfterwards,
    /// <summary>Met enough at the gate and already at its baseline: the credit went to an earlier gate.</summary>
    MetEarlier,
    /// <summary>Improved at most 30 days before the gate.</summary>
    MovedJustBefore,
    /// <summary>The stated grounds name something that is no condition here.</summary>
    OtherConditionHonoured,
    /// <summary>Advanced with a condition not met enough, on grounds that name none.</summary>
    CriterionSubstitution,
    /// <summary>The gate, or a fact that sets a status, is not confirmed.</summary>
    UnverifiedInputs,
    /// <summary>Held back, and no grounds are recorded.</summary>
    NoGroundsStated,
    /// <summary>An assessment that sets a status was made by whoever recorded its evidence.</summary>
    UnreviewedInputs,
    /// <summary>No linkage that covers the gate is more than political.</summary>
    LinkageOnlyPolitical,
    /// <summary>An order that the dates leave open was assumed.</summary>
    OrderAssumed,
    /// <summary>More than 12 undecided matters touch the gate.</summary>
    TooManyUnknowns,
    /// <summary>A condition was recorded as one only after the gate's day.</summary>
    ChosenInHindsight,
    /// <summary>Met enough at the gate, and then no longer so before the next covered gate.</summary>
    LostAfterwards,
    /// <summary>Held back on grounds that are no condition here.</summary>
    OtherGrounds,
    /// <summary>Held back on a ground that had been delivered.</summary>
    GroundAlreadyMet,
    /// <summary>The person whom a condition is about had died in custody.</summary>
    DiedInCustody,
    /// <summary>The gate is about a part of the benefit.</summary>
    PartOnly,
    /// <summary>A status rests on an assessment by the promising side.</summary>
    ReviewedByASide,
}
