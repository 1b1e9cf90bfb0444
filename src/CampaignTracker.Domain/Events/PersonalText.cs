namespace CampaignTracker.Domain.Events;

/// <summary>
/// Text that may say something of a person: a name, an alias, health, family, a confidential source, and any free text.
/// It is stored as <c>{"personal": "…"}</c>, so that it can later be encrypted or erased without changing an event's shape.
/// </summary>
/// <param name="Value">The text as it was given.</param>
public sealed record PersonalText(string Value)
{
    /// <summary>The longest text that is kept, in UTF-16 code units.</summary>
    public const int MaxLength = 20_000;

    public static implicit operator PersonalText(string value) => new(value);

    /// <summary>The text itself. Mind where it goes: never into a log.</summary>
    public override string ToString() => Value;
}
