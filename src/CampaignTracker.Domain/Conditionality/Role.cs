using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>What part an event plays in an answer.</summary>
public enum Role
{
    /// <summary>It is the gate.</summary>
    IsTheGate,
    /// <summary>It sets the status that counts.</summary>
    SetsStatus,
    /// <summary>It sets the status that is compared with.</summary>
    SetsBaseline,
    /// <summary>It chose between competing claims.</summary>
    SettlesClaims,
    /// <summary>It makes the demand.</summary>
    IssuesDemand,
    /// <summary>It closes the demand.</summary>
    ClosesDemand,
    /// <summary>It makes the demand a condition, or unmakes it.</summary>
    Attaches,
    /// <summary>It links the agreement to reform, or takes that back.</summary>
    Links,
    /// <summary>It states the grounds of the gate.</summary>
    StatesGrounds,
    /// <summary>It is the gate that the status is compared with.</summary>
    IsTheBaseline,
    /// <summary>A step toward what was asked, away from it, or a refusal.</summary>
    Step,
    /// <summary>It set the status earlier, and was overtaken.</summary>
    Earlier,
    /// <summary>It says what is asked about: the campaign, the agreement, the person.</summary>
    OpensSubject,
    /// <summary>It corrects or retracts one of the others, or merges subjects.</summary>
    Amends,
}

/// <summary>A fact that an answer rests on, and what part it plays.</summary>
public sealed record Evidence(Fact Fact, Role Role)
{
    /// <summary>The part of a fact of the subject that a status follows from; null where it has none.</summary>
    internal static Role? RoleInStatus(Fact fact) => fact.Event switch
    {
        SubjectMerged => Role.Amends,
        ClaimsReconciled => Role.SettlesClaims,
        StatusContested contested when contested.Claims.Any(claim => claim.Effect() is not null) => Role.Earlier,
        var e when e.Effects().Any(effect => effect is SetsCustody or SetsRestriction or SetsFulfilment) => Role.Earlier,
        var e when e.Effects().Any(effect => effect is ClosesDemand) => Role.ClosesDemand,
        var e when e.Effects().Any() => Role.Step,
        _ => null,
    };
}
