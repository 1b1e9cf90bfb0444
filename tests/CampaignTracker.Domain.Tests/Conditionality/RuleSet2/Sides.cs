using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Who is on which side of an agreement: knowledge, whatever V.</summary>
/// <param name="Definition">The agreement.</param>
/// <param name="Promising">The promising side, by its code or name.</param>
/// <param name="Reforming">The reforming side.</param>
internal sealed record Sides(AgreementDefined Definition, string? Promising, string? Reforming)
{
    public bool IsPromisingSide(string name) => IsSide(name, Promising);

    public bool IsReformingSide(string name) => IsSide(name, Reforming);

    public bool IsOfPromisingSide(string name) => IsPromisingSide(name) || PromisingBody(name) is not null;

    public bool IsOfReformingSide(string name) => IsReformingSide(name) || Body(Definition.ReformingBodies ?? [], name) is not null;

    /// <summary>The body of the promising side that a name stands for; null when it is none.</summary>
    public GateHolder? PromisingBody(string name) => Body(Definition.Bodies, name);

    /// <summary>True for two names of one side, of one body, or of nobody known that read the same.</summary>
    public bool AreSame(string one, string other) => FoldedName.Same(one, other)
        || IsPromisingSide(one) && IsPromisingSide(other)
        || IsReformingSide(one) && IsReformingSide(other)
        || Definition.Bodies.Concat(Definition.ReformingBodies ?? []).Any(body => Is(body, one) && Is(body, other));

    private static bool IsSide(string name, string? side) =>
        side is not null && (FoldedName.Same(name, side) || FoldedName.Same(name, Side.Name(side)));

    private static GateHolder? Body(IEnumerable<GateHolder> bodies, string name) => bodies.FirstOrDefault(body => Is(body, name));

    private static bool Is(GateHolder body, string name) =>
        FoldedName.Same(body.Name, name) || (body.Aliases ?? []).Any(alias => FoldedName.Same(alias, name));
}
