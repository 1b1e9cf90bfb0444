using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>The facts that an answer rests on, each with the first part that was found for it.</summary>
internal sealed class Roles
{
    private readonly Dictionary<Guid, (Fact Fact, Role Role)> roles = [];

    public IEnumerable<(Fact Fact, Role Role)> Facts => roles.Values;

    public void Add(Fact fact, Role role) => roles.TryAdd(fact.Id, (fact, role));

    /// <summary>Adds a fact of the subject that a status follows from, if it has a part in it.</summary>
    public void AddMove(Fact fact)
    {
        if (Evidence.RoleInStatus(fact) is { } role) Add(fact, role);
    }
}
