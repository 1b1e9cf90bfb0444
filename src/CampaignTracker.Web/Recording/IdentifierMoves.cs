using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Recording;

/// <summary>An identifier, as it is compared, and the subject it belongs to.</summary>
internal sealed record IdentifierClaim(Identifier Identifier, string Subject);

/// <summary>Which identifiers a batch gives to its subjects and takes from them. Each belongs to one subject of a campaign.</summary>
/// <param name="Claimed">What subjects gain.</param>
/// <param name="Released">What subjects lose by a correction or retraction.</param>
/// <param name="Refusals">What belongs to another subject, each with the index of the event at fault.</param>
internal sealed record IdentifierMoves(
    IReadOnlyList<IdentifierClaim> Claimed, IReadOnlyList<IdentifierClaim> Released,
    IReadOnlyList<(int Index, ValidationIssue ValidationIssue)> Refusals)
{
    // Enough to know a long identifier by.
    private const int MaxShown = 80;

    public static IdentifierMoves None { get; } = new([], [], []);

    /// <summary>Corrections and retractions move identifiers too, so what counts is each subject's identifiers before and after.</summary>
    public static IdentifierMoves Settle(
        RecordEvents command, Surroundings before, Dictionary<string, KnownSubject> after, List<Draft> fresh)
    {
        List<IdentifierClaim> released = [], gains = [], claimed = [];
        foreach (var subject in fresh.Where(draft => MayMove(draft.Recorded.Event)).Select(draft => draft.Subject)
            .Distinct(StringComparer.Ordinal))
        {
            var (had, has) = (IdentifiersOf(before.BySubject.GetValueOrDefault(subject)), IdentifiersOf(after.GetValueOrDefault(subject)));
            released.AddRange(had.Except(has).Select(identifier => new IdentifierClaim(identifier, subject)));
            gains.AddRange(has.Except(had).Select(identifier => new IdentifierClaim(identifier, subject)));
        }
        Dictionary<Identifier, string> gained = [];
        List<(int, ValidationIssue)> refusals = [];
        foreach (var gain in gains)
        {
            var owner = gained.GetValueOrDefault(gain.Identifier) ?? OwnerOf(gain.Identifier, before, released);
            if (owner is null)
            {
                gained[gain.Identifier] = gain.Subject;
                claimed.Add(gain);
            }
            else if (owner != gain.Subject) refusals.Add(Refusal(command, gain, after[gain.Subject], owner));
        }
        return new IdentifierMoves(claimed, released, refusals);
    }

    private static bool MayMove(CampaignEvent e) => e is EventCorrected or EventRetracted || Wanted.IdentifiersOf(e).Any();

    private static HashSet<Identifier> IdentifiersOf(KnownSubject? subject) => subject is null ? []
        : [.. AsWritten(subject).Select(identifier => identifier.Canonical())];

    private static IEnumerable<Identifier> AsWritten(KnownSubject subject) =>
        subject.Knowledge.Facts.Where(fact => !fact.Retracted).SelectMany(fact => Wanted.IdentifiersOf(fact.Event));

    private static string? OwnerOf(Identifier identifier, Surroundings known, List<IdentifierClaim> released) =>
        known.Identifiers.TryGetValue((identifier.Scheme, identifier.Value), out var owner)
        && !released.Contains(new IdentifierClaim(identifier, owner)) ? owner : null;

    private static (int, ValidationIssue) Refusal(RecordEvents command, IdentifierClaim gain, KnownSubject subject, string owner)
    {
        bool IsGain(Identifier identifier) => identifier.Canonical() == gain.Identifier;
        var written = AsWritten(subject).First(IsGain);
        var own = command.Lines.Index().Where(line => line.Item.Event.Subject == gain.Subject).ToList();
        var (index, line) = own.Find(line => Wanted.IdentifiersOf(line.Item.Event).Any(IsGain)) is { Item: not null } carrier
            ? carrier
            : own.Last(line => line.Item.Event is EventCorrected or EventRetracted);
        var field = line.Event switch { EventCorrected => "changes.identifiers", EventRetracted => "retracts", _ => "identifiers" };
        return (index, ValidationIssue.Refuse(field, "identifier_known",
            ("scheme", Shown(written.Scheme)), ("value", Shown(written.Value)), ("owner", owner)));
    }

    private static string Shown(string text) => text.Length <= MaxShown ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown), "…");
}
