namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>What an item is to a condition.</summary>
internal abstract record Part
{
    public sealed record Issue : Part;

    public sealed record Attach(int Number) : Part;

    public sealed record Detach : Part;

    public sealed record Close : Part;

    public sealed record Moved(Move Move) : Part;
}
