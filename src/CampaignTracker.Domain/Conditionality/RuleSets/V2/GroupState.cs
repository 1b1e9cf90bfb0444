namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>Conditions that are read together, on their way through one world.</summary>
/// <param name="Parts">Each condition as it stands.</param>
/// <param name="Samples">What each came to at the gate; null before that.</param>
internal sealed record GroupState(ConditionState[] Parts, Sample[]? Samples)
{
    /// <summary>The same without what the next baseline begins anew.</summary>
    public GroupState BeforeBaseline() => this with { Parts = [.. Parts.Select(part => part.BeforeBaseline())] };

    public bool Equals(GroupState? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts)
        && (Samples is null ? other.Samples is null : other.Samples is not null && Samples.AsSpan().SequenceEqual(other.Samples));

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in Parts) hash.Add(part);
        foreach (var sample in Samples ?? []) hash.Add(sample);
        return hash.ToHashCode();
    }
}

/// <summary>What a condition came to at the gate, in one world, with what annotations ask.</summary>
/// <param name="Outcome">What the verdict takes from it.</param>
/// <param name="IsIssued">The demand was made before it.</param>
/// <param name="Attachment">The attachment that held, plus one; 0 for none.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="Setter">The item that had set its status, plus one.</param>
/// <param name="SetBefore">How many days before the gate that was; more than it matters is one number.</param>
/// <param name="BaselineSetter">The item that had set its status at the baseline, plus one.</param>
/// <param name="ClosedSetter">The item that had set its status when it was closed, plus one.</param>
/// <param name="FromGate">True where the baseline is a gate.</param>
/// <param name="InHindsight">Every attachment before the gate was recorded after its day.</param>
/// <param name="After">After how many days it came otherwise than at the gate: met enough, or no longer so; null where it did not.</param>
/// <param name="AfterByContest">True where that rests on the beginning of a contested matter.</param>
internal readonly record struct Sample(
    Outcome Outcome, bool IsIssued, int Attachment, Standing Place, int Setter, int SetBefore, int BaselineSetter, int ClosedSetter,
        bool FromGate,
    bool Refused, bool Toward, bool InHindsight, int? After, bool AfterByContest);

/// <summary>What the conditions of a gate say together in one world, as bits.</summary>
[Flags]
internal enum Tally
{
    None = 0,
    /// <summary>A necessary condition counts.</summary>
    Any = 1,
    /// <summary>One of them is not met enough.</summary>
    Unmet = 2,
    Improved = 4,
    Regressed = 8,
    /// <summary>The stated grounds name a condition that is not met enough.</summary>
    NamedUnmet = 16,
    /// <summary>Every value that bits can have.</summary>
    Everything = 31,
}
