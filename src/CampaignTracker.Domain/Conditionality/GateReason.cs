using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>Whether a step of an agreement is a gate that is judged, and why not (conditionality.md, 'Gates').</summary>
public enum GateReason
{
    /// <summary>Taken by the side that promised to make it depend on reform, by a body of that side, or by both parties together.</summary>
    Judged,
    /// <summary>The other side's own step: shown and not judged.</summary>
    TakenByOtherSide,
    /// <summary>Taken by somebody who is neither side and no body of the promising side.</summary>
    TakenBySomebodyElse,
    /// <summary>No milestone: a negotiating round, a declaration, a condition.</summary>
    NoMilestone,
}

/// <summary>Tells gates from other steps.</summary>
public static class GateReasons
{
    /// <summary>Whether an event of an agreement is a gate that is judged.</summary>
    public static GateReason Of(CampaignState state, SubjectHistory agreement, CampaignEvent step) => step switch
    {
        MilestoneReached reached => Of(state, agreement, reached.By),
        MilestonePostponed postponed => Of(state, agreement, postponed.By),
        _ => GateReason.NoMilestone,
    };

    private static GateReason Of(CampaignState state, SubjectHistory agreement, IReadOnlyList<string>? by)
    {
        if (by is not { Count: > 0 }) return GateReason.Judged;
        var definition = agreement.Opening?.Event as AgreementDefined;
        if (by.Any(name => definition?.BodyNamed(name) is not null || IsSide(name, state.Opened?.PromisingSide))) return GateReason.Judged;
        return by.Any(name => IsSide(name, state.Opened?.ReformingSide)) ? GateReason.TakenByOtherSide : GateReason.TakenBySomebodyElse;
    }

    private static bool IsSide(string name, string? code) => code is not null
        && (string.Equals(name, code, StringComparison.OrdinalIgnoreCase) || string.Equals(name, Side.Name(code), StringComparison.OrdinalIgnoreCase));
}
