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
        var moves = new Dictionary<string, List<Move>>(StringComparer.Ordinal);
        List<Move> MovesOf(SubjectStory story) =>
            moves.TryGetValue(story.Name, out var known) ? known : moves[story.Name] = Move.Of(picture, story);

        var agreements = picture.Stories(SubjectKind.Agreement).Select(agreement =>
        {
            var cases = CasesOf(picture, agreement, MovesOf);
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

    private static List<GateCase> CasesOf(Picture picture, SubjectStory agreement, Func<SubjectStory, List<Move>> movesOf)
    {
        var gates = JudgedGate.Of(picture, agreement).ConvertAll(gate => (Gate: gate, Linkages: Linkage.Covering(agreement, gate)));
        List<GateCase> cases = [];
        for (var i = 0; i < gates.Count; i++)
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
            cases.Add(new GateCase(picture, agreement, gate, linkages, [.. conditions], next));
        }
        return cases;
    }
}
