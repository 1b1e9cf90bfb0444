using System.Text.Json.Serialization;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>What the sources disagree on: the open disagreements first, then by date.</summary>
public sealed record ContestedQueue(IReadOnlyList<ContestedMatter> Matters) : RevisedView
{
    public static ContestedQueue Of(CampaignState state, IRuleSet rules, Memo memo)
    {
        List<Disagreement> matters = [.. DisagreementsOf(state)];
        var impact = ClaimImpact.Of(state, matters, rules, memo);
        return new ContestedQueue(
        [
            .. matters.Select(matter => ContestedMatter.Of(state, matter, impact))
                .OrderBy(matter => matter.State).ThenBy(matter => matter.Since).ThenBy(matter => matter.Event),
        ])
        {
            Revisions = Revision.Of(state, Enum.GetValues<SubjectKind>()),
        };
    }

    /// <summary>How many disagreements are open.</summary>
    internal static int Open(CampaignState state) => DisagreementsOf(state).Count(matter => matter.State == ContestState.Open);

    private static IEnumerable<Disagreement> DisagreementsOf(CampaignState state) =>
        Enum.GetValues<SubjectKind>().SelectMany(state.Histories).SelectMany(history => Disagreement.Of(state, history));
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
    internal static ContestedMatter Of(
        CampaignState state, Disagreement matter, IReadOnlyDictionary<(Guid Contested, string Claim), IReadOnlyList<StatusChange>> impact)
    {
        var (contested, history) = ((StatusContested)matter.Fact.Event, state.History(matter.Fact.Event.Subject)!);
        var about = contested.About is { } id && state.Knowledge.Fact(id) is { Retracted: false } found ? found : null;
        return new(
            matter.Fact.Id, history.Name, history.Title, history.Kind!.Value, contested.Matter, matter.Touches, contested.MovesAt(),
            [
                .. contested.Claims.Select(claim => ShownClaim.Of(
                    claim, matter, impact.GetValueOrDefault((matter.Fact.Id, claim.Value), []))),
            ],
            ShownSource.Of(contested, state.Viewpoint), contested.Note?.Value,
            about is null ? null : ShownEvent.Of(state, about),
            matter.State, matter.Settled,
            matter.OvertakenBy is null ? null : ShownEvent.Of(state, matter.OvertakenBy));
    }
}

/// <summary>One claim of a disagreement.</summary>
/// <param name="Impact">The statuses and verdicts that would change if the disagreement were settled with this claim.</param>
public sealed record ShownClaim(
    string Value,
    string By,
    ClaimedStatus? Status,
    ReleaseManner? Manner,
    bool Chosen,
    [property: JsonPropertyName("hangs")] IReadOnlyList<StatusChange> Impact)
{
    internal static ShownClaim Of(Claim claim, Disagreement matter, IReadOnlyList<StatusChange> impact) =>
        new(claim.Value, claim.By, claim.Status, claim.Manner, claim.Value == matter.Settled?.Chosen, impact);
}
