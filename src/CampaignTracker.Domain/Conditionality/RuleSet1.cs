using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Conditionality;

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
        var movesOf = MovesOf(picture);
        var agreements = picture.Stories(SubjectKind.Agreement).Select(agreement =>
        {
            var cases = CasesOf(picture, agreement, movesOf);
            var words = AgreementWords.Of(cases);
            return new AgreementVerdict(
                agreement.Name,
                agreement.Title,
                cases.ConvertAll(gate => GateTable.Of(gate, fingerprints)),
                words is [var only] ? only : Word.Indeterminate,
                words);
        }).ToList();
        return new ConditionalityLedger(agreements, Fingerprints.Hash(agreements.SelectMany(agreement => agreement.Gates.Select(gate => gate.InputsHash).Prepend(agreement.Agreement))));
    }

    /// <summary>The gates of one agreement, judged but not laid out.</summary>
    internal static List<GateCase> CasesOf(Picture picture, SubjectStory agreement) => CasesOf(picture, agreement, MovesOf(picture));

    /// <summary>The gates of one agreement, with the moves of stories that are known already.</summary>
    internal static List<GateCase> CasesAnew(Picture picture, SubjectStory agreement, Func<SubjectStory, List<Move>> movesOf) => CasesOf(picture, agreement, movesOf);

    /// <summary>One gate alone; null where the picture has no such gate.</summary>
    internal static GateCase? CaseOf(Picture picture, SubjectStory agreement, Guid gate)
    {
        var gates = Gates(picture, agreement);
        return gates.FindIndex(entry => entry.Gate.Id == gate) is >= 0 and var i ? CaseOf(picture, agreement, gates, i, MovesOf(picture)) : null;
    }

    /// <summary>
    /// The gates of an agreement of which no own fact changed: those that the changed facts of its conditions can touch are judged anew.
    /// </summary>
    /// <param name="before">The gates as they were judged.</param>
    /// <param name="touches">Whether what changed can bear on a gate.</param>
    internal static List<GateCase> CasesOf(Picture picture, SubjectStory agreement, List<GateCase> before, Func<GateCase, bool> touches, Func<SubjectStory, List<Move>> movesOf)
    {
        if (!before.Exists(gate => touches(gate))) return before;
        var gates = before.ConvertAll(gate => (gate.Gate, (List<Linkage>)[.. gate.Linkages]));
        return [.. before.Select((gate, i) => touches(gate) ? CaseOf(picture, agreement, gates, i, movesOf) : gate)];
    }

    private static List<GateCase> CasesOf(Picture picture, SubjectStory agreement, Func<SubjectStory, List<Move>> movesOf)
    {
        var gates = Gates(picture, agreement);
        return [.. gates.Select((_, i) => CaseOf(picture, agreement, gates, i, movesOf))];
    }

    private static List<(JudgedGate Gate, List<Linkage> Linkages)> Gates(Picture picture, SubjectStory agreement) =>
        JudgedGate.Of(picture, agreement).ConvertAll(gate => (gate, Linkage.Covering(agreement, gate)));

    private static Func<SubjectStory, List<Move>> MovesOf(Picture picture)
    {
        var moves = new Dictionary<string, List<Move>>(StringComparer.Ordinal);
        return story => moves.TryGetValue(story.Name, out var known) ? known : moves[story.Name] = Move.Of(picture, story);
    }

    private static GateCase CaseOf(
        Picture picture, SubjectStory agreement, List<(JudgedGate Gate, List<Linkage> Linkages)> gates, int i, Func<SubjectStory, List<Move>> movesOf)
    {
        var (gate, linkages) = gates[i];
        // Holding back does not wipe out why: only a gate that advanced is a baseline.
        var baseline = gates.Take(i).LastOrDefault(earlier =>
            !earlier.Gate.HoldsBack && earlier.Linkages.Count > 0 && earlier.Gate.Point.End < gate.Point.Start).Gate;
        var next = gates.Skip(i + 1).FirstOrDefault(later => later.Linkages.Count > 0 && later.Gate.Point.Start > gate.Point.End).Gate;
        var conditions = AttachedDemand.At(picture, agreement, gate).Select(demand =>
        {
            var criterion = Criterion.Of(picture, demand.Story);
            var moves = criterion.Story.Name == demand.Story.Name
                ? movesOf(demand.Story)
                : [.. movesOf(criterion.Story).Concat(movesOf(demand.Story)).OrderBy(move => move.Fact)];
            return new Condition(demand, criterion, moves, gate, demand.Issued.Occurred.Earliest > baseline?.Point.Start ? null : baseline);
        });
        return new GateCase(picture, agreement, gate, linkages, [.. conditions], next);
    }
}
