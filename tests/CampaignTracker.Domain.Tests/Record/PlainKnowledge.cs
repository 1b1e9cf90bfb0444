using System.Text;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Record;

/// <summary>What is known at K, read off the rules as slowly and plainly as can be: every event asks all others.</summary>
internal sealed class PlainKnowledge(List<RecordedEvent> log)
{
    private readonly List<RecordedEvent> log = log;
    private readonly Dictionary<Guid, CampaignEvent> known = [];
    private readonly Dictionary<Guid, bool> retracted = [];
    private Dictionary<string, string>? merged;
    private Func<RecordedEvent, bool> withheld = _ => false;

    public static List<string> Of(IEnumerable<RecordedEvent> events, long k, Sensitivity clearance)
    {
        var seen = Seen([.. events.Where(e => e.Sequence <= k).OrderBy(e => e.Sequence)], clearance);
        return [.. seen.log.Select(seen.Line)];
    }

    private static PlainKnowledge Seen(List<RecordedEvent> log, Sensitivity clearance)
    {
        // Nothing is more than restricted.
        if (clearance == Sensitivity.Restricted) return new(log);
        // What is hidden from more trusted eyes is hidden from others.
        HashSet<RecordedEvent> toMore = [.. Seen(log, clearance + 1).log];
        while (true)
        {
            var plain = new PlainKnowledge(log) { withheld = e => !toMore.Contains(e) };
            var visible = log.Where(e => plain.SensitivityOf(e, []) <= clearance).ToList();
            if (visible.Count == log.Count) return plain;
            log = visible;
        }
    }

    /// <summary>What of it holds and may have happened by V; what is said of the record holds whatever V.</summary>
    public static List<string> Of(IEnumerable<RecordedEvent> events, long k, EdtfDate? v)
    {
        var plain = new PlainKnowledge([.. events.Where(e => e.Sequence <= k).OrderBy(e => e.Sequence)]);
        return [.. plain.log.Where(e => !plain.IsRetracted(e) && (v is null || plain.Known(e).Occurred.Earliest <= v.Latest
            || plain.Known(e).CountsWhenKnown()
            || e.Event is EventCorrected or EventRetracted or ClaimsReconciled or AliasAdded or SubjectMerged or Domain.Campaigns.RuleSetChosen)).Select(plain.Line)];
    }

    public static string Line(long sequence, CampaignEvent e, bool retracted) =>
        $"{sequence} {(retracted ? "retracted " : "")}{EventCatalogue.Of(e).Name} {Encoding.UTF8.GetString(EventJson.Write(e))}";

    private string Line(RecordedEvent e) => Line(e.Sequence, Known(e) with { Subject = MergedInto(e.Event.Subject) }, IsRetracted(e));

    private CampaignEvent Known(RecordedEvent target) => known.TryGetValue(target.Id, out var e) ? e : known[target.Id] = log
        .Where(e => e.Sequence > target.Sequence && !IsRetracted(e))
        .Select(Known).OfType<EventCorrected>().Where(correction => correction.Corrects == target.Id)
        .Aggregate(target.Event, Corrected);

    private static CampaignEvent Corrected(CampaignEvent e, EventCorrected correction)
    {
        try
        {
            return EventJson.Apply(e, correction.Changes);
        }
        catch (EventFormatException)
        {
            return e;
        }
    }

    private bool IsRetracted(RecordedEvent target) => retracted.TryGetValue(target.Id, out var told) ? told : retracted[target.Id] =
        log.Any(e => e.Sequence > target.Sequence && !IsRetracted(e) && Known(e) is EventRetracted retraction && retraction.Retracts == target.Id);

    private string MergedInto(string name)
    {
        while (Merged.TryGetValue(name, out var into)) name = into;
        return name;
    }

    // One by one, as they were recorded: what would merge a subject again, or lead back to it, is passed over.
    private Dictionary<string, string> Merged => merged ??= log.Where(e => !IsRetracted(e)).Select(Known).OfType<SubjectMerged>()
        .Aggregate(new Dictionary<string, string>(), (taken, merge) =>
        {
            List<string> path = [merge.Into];
            while (taken.TryGetValue(path[^1], out var next)) path.Add(next);
            if (!taken.ContainsKey(merge.Subject) && !path.Contains(merge.Subject)) taken.Add(merge.Subject, merge.Into);
            return taken;
        });

    private Sensitivity SensitivityOf(RecordedEvent e, HashSet<Guid> asked)
    {
        if (!asked.Add(e.Id)) return Sensitivity.Public;
        if (withheld(e)) return Sensitivity.Restricted;
        var current = Known(e);
        var type = EventCatalogue.Of(current);
        var names = type.SubjectNames(current).Append(current.Subject).ToList();
        var openings = log.Where(other => EventCatalogue.Of(other.Event).Opens is not null && names.Contains(other.Event.Subject)
            && (!IsRetracted(other) || log.All(o => o.Event.Subject != other.Event.Subject || EventCatalogue.Of(o.Event).Opens is null || IsRetracted(o))));
        var targets = log.Where(other => type.EventIds(current).Contains(other.Id));
        var made = current is EventCorrected correction && correction.Changes.TryGetValue("sensitivity", out var to)
            ? Enum.Parse<Sensitivity>(to.GetString()!)
            : Sensitivity.Public;
        return openings.Concat(targets).Select(other => SensitivityOf(other, asked)).Append(current.Sensitivity).Append(made).Max();
    }
}
