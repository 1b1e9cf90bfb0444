using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>What the sources disagree on: the open disagreements first, then by date.</summary>
public sealed record ContestedQueue(IReadOnlyList<ContestedMatter> Matters) : RevisedView
{
    public static ContestedQueue Of(CampaignState state) => Of(state, new ClaimImpact(state));

    /// <summary>How many disagreements are open.</summary>
    internal static int Open(CampaignState state) =>
        Enum.GetValues<SubjectKind>().SelectMany(state.Histories).SelectMany(history => ContestedMatter.Of(state, history)).Count(matter => matter.State == ContestState.Open);

    private static ContestedQueue Of(CampaignState state, ClaimImpact hanging) => new(
    [
        .. Enum.GetValues<SubjectKind>().SelectMany(state.Histories)
            .SelectMany(history => ContestedMatter.Of(state, history))
            .Select(matter => matter with { Claims = hanging.Of(matter) })
            .OrderBy(matter => matter.State).ThenBy(matter => matter.Since).ThenBy(matter => matter.Event),
    ])
    {
        Revisions = Revision.Of(state, Enum.GetValues<SubjectKind>()),
    };
}

/// <summary>Competing claims side by side.</summary>
/// <param name="Matter">What is contested, in a word or two.</param>
/// <param name="Touches">The status that it leaves undecided, or would; null where it touches none.</param>
/// <param name="About">The event whose content is contested.</param>
/// <param name="Settlement">Which claim was chosen, and why; null while none was.</param>
/// <param name="OvertakenBy">A later fact that sets the status anew, whichever claim was right.</param>
public sealed record ContestedMatter(
    Guid Event,
    string Subject,
    string SubjectTitle,
    SubjectKind Kind,
    string Matter,
    TouchedStatus? Touches,
    EdtfDate Since,
    IReadOnlyList<ShownClaim> Claims,
    IReadOnlyList<ShownSource> Sources,
    string? Note,
    ShownEvent? About,
    ContestState State,
    Reconciliation? Settlement,
    ShownEvent? OvertakenBy)
{
    internal static IEnumerable<ContestedMatter> Of(CampaignState state, SubjectHistory history)
    {
        var settlements = Reconciliation.Of(history);
        for (var i = 0; i < history.Facts.Count; i++)
        {
            var fact = history.Facts[i];
            if (fact.Event is not StatusContested contested) continue;
            var touches = Status(contested.Claims.Select(claim => claim.Effect()).OfType<Effect>());
            // A later disagreement on the same status overtakes nothing: it keeps the question open.
            var later = touches is null ? null : history.Facts.Skip(i + 1).FirstOrDefault(other => Status(other.Event.Effects()) == touches);
            var settlement = settlements.GetValueOrDefault(fact.Id);
            var about = contested.About is { } id && state.Knowledge.Fact(id) is { Retracted: false } found ? found : null;
            yield return new(
                fact.Id, history.Name, history.Title, history.Kind!.Value, contested.Matter, touches, contested.MovesAt(),
                [.. contested.Claims.Select(claim => new ShownClaim(claim.Value, claim.By, claim.Status, claim.Manner, claim.Value == settlement?.Chosen, []))],
                ShownSource.Of(contested, state.Viewpoint), contested.Note?.Value,
                about is null ? null : ShownEvent.Of(state, about),
                settlement is not null ? ContestState.Settled : later is not null ? ContestState.Overtaken : ContestState.Open,
                settlement,
                later is null ? null : ShownEvent.Of(state, later));
        }
    }

    private static TouchedStatus? Status(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is SetsCustody) return TouchedStatus.Custody;
            if (effect is SetsRestriction) return TouchedStatus.Restriction;
            if (effect is SetsFulfilment) return TouchedStatus.Fulfilment;
        }
        return null;
    }
}

/// <summary>One claim of a disagreement.</summary>
/// <param name="Hangs">The statuses and verdicts that would change if the disagreement were settled with this claim.</param>
public sealed record ShownClaim(string Value, string By, ClaimedStatus? Status, ReleaseManner? Manner, bool Chosen, IReadOnlyList<StatusChange> Hangs);
