using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// The conditionality rule set, version 1: a pure function of a picture. A change of what it answers is a new version beside it, so that an old answer
/// can be given again.
/// </summary>
public static class RuleSet1
{
    /// <summary>The version that every verdict names.</summary>
    public const int Version = 1;

    /// <summary>What every place that shows a verdict says.</summary>
    public const string Notice = "A verdict compares the order of events and what had been fulfilled; it says nothing of cause.";

    /// <summary>The most undecided matters that may touch a gate; with more the verdict is Indeterminate.</summary>
    public const int MostUnknowns = 12;

    /// <summary>Judges every gate of every agreement in a picture.</summary>
    public static ConditionalityLedger Judge(Picture picture)
    {
        var fingerprints = new Fingerprints();
        var agreements = picture.Stories(SubjectKind.Agreement).Select(agreement =>
        {
            var cases = CasesOf(picture, agreement);
            var words = picture.Recall.WordsOf(agreement.Name, cases);
            return new AgreementVerdict(
                agreement.Name,
                agreement.Title,
                cases.ConvertAll(gate => GateTable.Of(gate, fingerprints)),
                words is [var only] ? only : Word.Indeterminate,
                words);
        }).ToList();
        return new ConditionalityLedger(agreements, Fingerprints.Hash(agreements.SelectMany(agreement => agreement.Gates.Select(gate => gate.InputsHash).Prepend(agreement.Agreement))))
        {
            Revisions = Revision.Of(picture, SubjectKind.Agreement, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Restriction),
        };
    }

    /// <summary>The gates of one agreement, judged but not laid out.</summary>
    /// <param name="before">The gates as they were judged in the picture before, of a replay that goes on: those on which nothing bears anew stay.</param>
    internal static List<GateCase> CasesOf(Picture picture, SubjectStory agreement, IReadOnlyDictionary<Guid, GateCase>? before = null)
    {
        lock (picture.Recall.Gate)
        {
            if (picture.Judged.TryGetValue(agreement.Name, out var known)) return known;
            var tracks = new Dictionary<string, Track>(StringComparer.Ordinal);
            return picture.Judged[agreement.Name] = picture.Recall.TermsOf(picture, agreement).AtGates
                .ConvertAll(at => CaseOf(picture, agreement, at, tracks, before?.GetValueOrDefault(at.Gate.Id)));
        }
    }

    /// <summary>One gate alone; null where the picture has no such gate.</summary>
    internal static GateCase? CaseOf(Picture picture, SubjectStory agreement, Guid gate)
    {
        lock (picture.Recall.Gate)
            return picture.Recall.TermsOf(picture, agreement).AtGates.Find(at => at.Gate.Id == gate) is { } found ? CaseOf(picture, agreement, found, [], null) : null;
    }

    private static GateCase CaseOf(Picture picture, SubjectStory agreement, TermsAtGate at, Dictionary<string, Track> tracks, GateCase? before)
    {
        var own = at.Demands.ConvertAll(demand =>
        {
            if (!tracks.TryGetValue(demand.Story.Name, out var track)) tracks.Add(demand.Story.Name, track = picture.Recall.TrackOf(picture, demand.Story.Name));
            return track;
        });
        return before is not null && ReferenceEquals(before.Terms, at)
            ? before.In(picture, own)
            : new GateCase(picture, agreement, at, [.. at.Demands.Select((demand, i) => picture.Recall.ConditionOf(demand, own[i], at))], own);
    }
}
