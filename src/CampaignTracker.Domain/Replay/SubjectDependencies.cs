using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// Which subjects bear on the statuses of which, as any recording ever said: a case on the demands about it, a demand on the agreements it
/// is a condition of.
/// </summary>
internal sealed class SubjectDependencies
{
    private readonly Dictionary<string, HashSet<string>> on = new(StringComparer.Ordinal);

    public SubjectDependencies(IEnumerable<RecordedEvent> events)
    {
        foreach (var recorded in events)
        {
            switch (recorded.Event)
            {
                case DemandIssued { About: { } about } issued: Add(about, issued.Subject); break;
                case ConditionAttached attached: Add(attached.Demand, attached.Subject); break;
                case ConditionDetached detached: Add(detached.Demand, detached.Subject); break;
                case EventCorrected correction:
                    foreach (var value in correction.Changes.Where(change => change.Key is "about" or "demand")
                        .Select(change => change.Value))
                    {
                        if (value.ValueKind == JsonValueKind.String) Add(value.GetString()!, correction.Subject);
                    }
                    break;
            }
        }
    }

    /// <summary>The subjects whose statuses some subjects bear on, themselves included, as they are read after merges.</summary>
    public HashSet<string> On(IEnumerable<string> subjects, Knowledge knowledge)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        var pending = new Stack<string>(subjects.Select(knowledge.Canonical));
        while (pending.TryPop(out var next))
        {
            if (!reached.Add(next)) continue;
            if (!knowledge.HasMerges) PushReaders(next);
            else foreach (var name in on.Keys.Where(name => knowledge.Canonical(name) == next)) PushReaders(name);
        }
        return reached;

        void PushReaders(string name)
        {
            if (!on.TryGetValue(name, out var readers)) return;
            foreach (var reader in readers) pending.Push(knowledge.Canonical(reader));
        }
    }

    /// <summary>The subjects whose statuses one subject bears on, itself included.</summary>
    public IReadOnlySet<string> On(string subject, Knowledge knowledge) => On([subject], knowledge);

    private void Add(string subject, string bearsOn)
    {
        if (!on.TryGetValue(subject, out var names)) on.Add(subject, names = new(StringComparer.Ordinal));
        names.Add(bearsOn);
    }
}
