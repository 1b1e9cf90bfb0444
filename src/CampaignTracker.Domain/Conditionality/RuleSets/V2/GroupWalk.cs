using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>One walk through the worlds of a group.</summary>
/// <param name="gate">The gate; null before any.</param>
/// <param name="frame">The frame of the gate; null before any.</param>
/// <param name="told">True where annotations and evidence are asked for; false for what a verdict needs alone.</param>
internal sealed class GroupWalk(ConditionGroup group, Gate? gate, Frame? frame, bool told)
{
    public GroupState Start { get; } = new(new ConditionState[group.Conditions.Count], null);

    public IEnumerable<GroupState> Place(GroupState state, GroupOrder order, int item, DateOnly day, int side, int? option)
    {
        if (side != 0 && order.SideOf(item) != 0 && order.SideOf(item) != side) return [state];
        var of = order.Of(item);
        if (of == gate?.Item) return [Sampled(state, frame!)];
        if (of.Kind == ItemKind.Gate)
        {
            return state.Samples is not null || !frame!.BaselineGates.Any(baseline => baseline.Item == of) ? [state]
                : [state with { Parts = [.. state.Parts.Select(part => part.IsIssued ? part.Baseline(isGate: true) : part)] }];
        }
        if (state.Samples is not null && !told) return [state];
        return option is { } chosen ? Moved(state, of, order, item, day, chosen)
            : Enumerable.Range(0, order.ClaimsOf(item)).SelectMany(each => Moved(state, of, order, item, day, each));
    }

    private IEnumerable<GroupState> Moved(GroupState state, WorldItem of, GroupOrder order, int item, DateOnly day, int option)
    {
        var next = (ConditionState[])state.Parts.Clone();
        foreach (var (condition, part) in group.PartsOf(of))
        {
            var own = next[condition];
            switch (part)
            {
                case Part.Issue:
                    own = own.Issued();
                    break;
                case Part.Attach attach:
                    own = own with { Attachment = attach.Number + 1, WasAttached = true, ChosenOn = ChosenOn(own, of) };
                    break;
                case Part.Detach:
                    if (!own.WasAttached && group.TakesBack.Contains((condition, of))) return [];
                    own = own with { Attachment = 0 };
                    break;
                case Part.Close:
                    if (!own.IsClosed) own = own with { IsClosed = true, WhenClosed = own.Rank, ClosedSetter = own.Setter };
                    break;
                case Part.Moved moved:
                    foreach (var change in moved.Move.Options[Math.Min(option, moved.Move.Options.Count - 1)])
                        own = own.After(change, told ? item + 1 : 0, told ? SetOn(day) : default);
                    break;
            }
            next[condition] = own;
        }
        return [state with { Parts = next }];
    }

    private DateOnly ChosenOn(ConditionState state, WorldItem attachment)
    {
        if (!told) return default;
        var recorded = attachment.Recordings.Min(fact => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime));
        return state.WasAttached && state.ChosenOn < recorded ? state.ChosenOn : recorded;
    }

    // How long before the gate matters only where that is not long.
    private DateOnly SetOn(DateOnly day) =>
        frame is null || frame.Day.DayNumber - day.DayNumber > GroupAtGate.JustBefore ? DateOnly.MinValue : day;

    private GroupState Sampled(GroupState state, Frame frame)
    {
        var samples = new Sample[state.Parts.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            var part = state.Parts[i];
            Enough? enough = part.Attachment == 0
                ? null
                : ((ConditionAttached)group.Conditions[i].Attachments[part.Attachment - 1].Fact.Event).Enough;
            samples[i] = new Sample(
                part.At(enough), part.IsIssued, part.Attachment, told ? part.Place : default, part.Setter,
                part.Setter == 0 || !told ? 0 : Math.Min(GroupAtGate.JustBefore + 1, frame.Day.DayNumber - part.SetOn.DayNumber),
                part.BaselineSetter, part.ClosedSetter, part.FromGate, told && part.RefusedSince, told && part.TowardSince,
                told && part.WasAttached && part.ChosenOn > frame.Day, null, false);
        }
        return told ? state with { Samples = samples } : new GroupState(new ConditionState[state.Parts.Length], samples);
    }

    public GroupState EndDay(GroupState state, DateOnly day)
    {
        if (!told || frame is null || state.Samples is not { } samples) return state;
        Sample[]? next = null;
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i].After is not null || samples[i].Attachment == 0) continue;
            var need = ((ConditionAttached)group.Conditions[i].Attachments[samples[i].Attachment - 1].Fact.Event).Enough == Enough.Met
                ? Statuses.Rank.Met : Statuses.Rank.MetConditionally;
            if (state.Parts[i].Rank >= need == samples[i].Outcome.MetEnough) continue;
            next ??= (Sample[])samples.Clone();
            next[i] = samples[i] with
            {
                After = day.DayNumber - frame.Day.DayNumber,
                AfterByContest = state.Parts[i].Setter > 0 && group.Items[state.Parts[i].Setter - 1].IsContested,
            };
        }
        return next is null ? state : state with { Samples = next };
    }
}
