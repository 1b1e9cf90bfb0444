using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Conditionality.Frozen;

/// <summary>
/// A history of <c>histories.ndjson</c>, one a line. They were drawn once from <see cref="RandomDeals"/> and
/// <see cref="Replay.RandomHistory"/>, of several thousand those that show most, so that the rule sets can be held against them for ever,
/// whatever becomes of the generators. Two more show what no random one does.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="AsOf">A V in the midst of it.</param>
/// <param name="Log">Its events.</param>
internal sealed record FrozenHistory(string Name, EdtfDate AsOf, IReadOnlyList<RecordedEvent> Log)
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Every history, in the order of the file. A line without <c>asOf</c> is none: others begin with its events.</summary>
    public static IReadOnlyList<FrozenHistory> All { get; } = Read();

    /// <summary>What a rule set says of it, now and as of its V: a line for the question, one a gate, one an agreement.</summary>
    public IEnumerable<string> Answers(IRuleSet rules) =>
    [
        $"# {Name}, open", .. Answers(rules, Viewpoints.Now),
        $"# {Name}, as of {AsOf}", .. Answers(rules, Viewpoints.Of(AsOf)),
    ];

    private IEnumerable<string> Answers(IRuleSet rules, Viewpoint viewpoint)
    {
        foreach (var agreement in ConditionalityLedger.Of(CampaignState.Of(Log, viewpoint), rules, Rules.Memo).Agreements)
        {
            foreach (var gate in agreement.Gates) yield return $"{agreement.Agreement} {Answer(gate)}";
            yield return $"{agreement.Agreement} = {agreement.Word} | {Told(agreement.PossibleWords)}";
        }
    }

    // milestone date -> verdict | possible verdicts | annotations | deciding events by sequence | the inputs' hash
    private string Answer(GateVerdict gate) =>
        $"{(gate.Postponed ? "postponed " : "")}{gate.Milestone} {gate.Occurred} -> {gate.Verdict} | {Told(gate.Possible)}"
        + $" | {Told(gate.Annotations.Select(annotation => annotation.Text), "; ")}"
        + $" | {Told(gate.Deciding.Select(id => $"#{Log.Single(e => e.Id == id).Sequence}"))} | {gate.InputsHash[..12]}";

    private static string Told<T>(IEnumerable<T> all, string between = " ") =>
        string.Join(between, all) is { Length: > 0 } text ? text : "-";

    private static List<FrozenHistory> Read()
    {
        var text = Encoding.UTF8.GetString(SampleFile.Resource("frozen-histories.ndjson"));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Line>(line, EventJson.Options)!).ToList();
        return [.. lines.Where(line => line.AsOf is not null).Select(line =>
            new FrozenHistory(line.Name, line.AsOf!, line.Recorded(lines.Find(other => other.Name == line.After))))];
    }

    /// <summary>
    /// A line of the file. What goes without saying is left out of it: the sequence, the campaign, and the usual way of recording.
    /// </summary>
    /// <param name="After">The history whose events come before its own.</param>
    /// <param name="RecordedFrom">When the first event was recorded; the beginning of 2026 where it says nothing.</param>
    /// <param name="EveryMinutes">How long after it each next one was; a minute where it says nothing.</param>
    /// <param name="Events">Events as they are exported, without their campaign; with <c>recorded</c> where one was not alone in its
    /// batch.</param>
    /// <param name="Unreviewed">The assessments that were made by whoever recorded their evidence.</param>
    private sealed record Line(
        string Name, string Campaign, IReadOnlyList<JsonElement> Events, EdtfDate? AsOf = null, string? After = null,
        DateTimeOffset? RecordedFrom = null, int EveryMinutes = 1, IReadOnlyList<Guid>? Unreviewed = null)
    {
        public List<RecordedEvent> Recorded(Line? beginning)
        {
            var versions = new Dictionary<string, int>();
            List<RecordedEvent> log = [];
            foreach (var json in (beginning?.Events ?? []).Concat(Events))
            {
                var line = EventLine.Read(Encoding.UTF8.GetBytes(json.GetRawText()), Campaign);
                var usual = (RecordedFrom ?? Beginning).AddMinutes((double)log.Count * EveryMinutes);
                var at = line.Recorded ?? new(usual, "alma", Line: 0);
                var version = versions[line.Event.Subject] = versions.GetValueOrDefault(line.Event.Subject) + 1;
                log.Add(new RecordedEvent(line.Id!.Value, log.Count + 1, version, at.At, at.By, at.Line, line.Event)
                {
                    Warnings = Unreviewed?.Contains(line.Id.Value) == true
                        ? [ValidationIssue.Warn("reviewer", FulfilmentAssessed.Unreviewed)] : [],
                });
            }
            return log;
        }
    }
}
