using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// The answer to one question of a state. It says several things where the readings of the record differ, or where there are several to
/// say. Two answers are equal when they say the same. Words for people are made of its kinds where it is shown.
/// </summary>
public abstract class StatusAnswer : IEquatable<StatusAnswer>
{
    private protected StatusAnswer(IReadOnlyList<string> says) => Says = says;

    /// <summary>The answer for programs: names of values, dates as EDTF text; empty text where nothing is recorded.</summary>
    public IReadOnlyList<string> Says { get; }

    public bool Equals(StatusAnswer? other) => other is not null && GetType() == other.GetType() && Says.SequenceEqual(other.Says);

    public override bool Equals(object? obj) => Equals(obj as StatusAnswer);

    public override int GetHashCode() => Says.Aggregate(GetType().GetHashCode(), HashCode.Combine);

    public override string ToString() => string.Join(" | ", Says);

    /// <summary>The names of values; empty text for none.</summary>
    private protected static IReadOnlyList<string> NamesOf<T>(IReadOnlyList<T> values)
    {
        var names = new string[values.Count];
        for (var i = 0; i < names.Length; i++) names[i] = values[i]?.ToString() ?? "";
        return names;
    }
}

/// <summary>The question does not arise.</summary>
public sealed class NoQuestion : StatusAnswer
{
    private NoQuestion() : base([])
    {
    }

    public static NoQuestion Arises { get; } = new();
}

/// <summary>An answer read back from what was told of it: its words alone.</summary>
public sealed class AnswerAsTold(IEnumerable<string> says) : StatusAnswer([.. says]);

/// <summary>The subject is on record under a title.</summary>
public sealed class OpenedAs(string title) : StatusAnswer([title])
{
    public string Title => title;
}

/// <summary>Every liberty that the record allows; null where nothing is recorded of it.</summary>
public sealed class CustodyAnswer(IReadOnlyList<Custody?> possible) : StatusAnswer(NamesOf(possible))
{
    public IReadOnlyList<Custody?> Possible => possible;
}

/// <summary>Every reach of a restriction that the record allows; null where nothing is recorded of it.</summary>
public sealed class RestrictionAnswer(IReadOnlyList<RestrictionState?> possible) : StatusAnswer(NamesOf(possible))
{
    public IReadOnlyList<RestrictionState?> Possible => possible;
}

/// <summary>Every rank of a demand that the record allows.</summary>
public sealed class FulfilmentAnswer(IReadOnlyList<Rank> possible) : StatusAnswer(NamesOf(possible))
{
    public IReadOnlyList<Rank> Possible => possible;
}

/// <summary>How a demand was closed, and when.</summary>
public sealed class ClosedAs(DemandEnd how, EdtfDate on) : StatusAnswer([how.ToString(), on.Text])
{
    public DemandEnd How => how;

    public EdtfDate On => on;
}

/// <summary>Meetings held, and missed.</summary>
public sealed class MeetingsAnswer(int held, int missed)
    : StatusAnswer([string.Create(CultureInfo.InvariantCulture, $"{held} held"),
    string.Create(CultureInfo.InvariantCulture, $"{missed} missed")])
{
    public int Held => held;

    public int Missed => missed;
}

/// <summary>What became of something expected.</summary>
public sealed class ExpectationAnswer(DueState state) : StatusAnswer([state.ToString()])
{
    public DueState State => state;
}

/// <summary>Where a disagreement stands, and the claim that was chosen; null while none is.</summary>
public sealed class ContestedAnswer(ContestState state, string? chosen) : StatusAnswer(
    chosen is null ? [state.ToString()] : [state.ToString(), chosen])
{
    public ContestState State => state;

    public string? Chosen => chosen;
}

/// <summary>Which gate an agreement passed or was held back at, and when.</summary>
public sealed class GateAnswer(Milestone milestone, bool postponed, EdtfDate occurred)
    : StatusAnswer([(postponed ? "Postponed " : "") + milestone, occurred.Text])
{
    public Milestone Milestone => milestone;

    public bool Postponed => postponed;

    public EdtfDate Occurred => occurred;
}

/// <summary>Every verdict on a gate that the record allows.</summary>
public sealed class VerdictAnswer(IReadOnlyList<Verdict> possible) : StatusAnswer(NamesOf(possible))
{
    public IReadOnlyList<Verdict> Possible => possible;
}

/// <summary>What else is to be said of a gate.</summary>
public sealed class AnnotationsAnswer(IReadOnlyList<Annotation> annotations) : StatusAnswer(
    [.. annotations.Select(annotation => annotation.Text)])
{
    public IReadOnlyList<Annotation> Annotations => annotations;
}

/// <summary>Every word for an agreement that the record allows.</summary>
public sealed class WordAnswer(IReadOnlyList<Word> possible) : StatusAnswer(NamesOf(possible))
{
    public IReadOnlyList<Word> Possible => possible;
}
