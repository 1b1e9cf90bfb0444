using System.Text.Json.Serialization;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>
/// Defines the benefit in question: an agreement, a trade preference, the end of a restrictive measure; and which body holds which gate.
/// </summary>
[Opens(SubjectKind.Agreement)]
public sealed record AgreementDefined(
    string Name,
    IReadOnlyList<string> Parties,
    IReadOnlyList<GateHolder> Bodies,
    IReadOnlyList<Identifier>? Identifiers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] BenefitKind Kind = BenefitKind.Agreement,
    IReadOnlyList<GateHolder>? ReformingBodies = null) : CampaignEvent
{
    public override string? SentenceForm() => Kind switch
    {
        BenefitKind.Preference => "preference",
        BenefitKind.RestrictiveMeasure => "restrictive_measure",
        _ => null,
    };

    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Parties.Count < 1) yield return ValidationIssue.Refuse("parties", "no_party");
        for (var i = 0; i < Parties.Count; i++)
        {
            foreach (var issue in Side.Check($"parties[{i}]", Parties[i])) yield return issue;
        }
        if (Bodies.Count == 0) yield return ValidationIssue.Refuse("bodies", "no_body");
    }

    /// <summary>The body of the promising side that a name stands for; null when it is none of them.</summary>
    public GateHolder? BodyNamed(string? name) => name is null ? null : Bodies.FirstOrDefault(body => body.Is(name));

    /// <summary>True for whoever the definition names: a party, a body of either side, both parties together.</summary>
    public bool Names(string name) => BodyNamed(name) is not null || IsOfReformingSide(name)
        || Parties.Any(party => Side.Is(name, party))
        || AreBothParties(name);

    /// <summary>True for a body of the reforming side.</summary>
    public bool IsOfReformingSide(string name) => ReformingBodies?.Any(body => body.Is(name)) == true;

    /// <summary>True for a name that says both parties together.</summary>
    public static bool AreBothParties(string name) => BodyName.Fold(name) is "both parties" or "both sides" or "the parties" or "parties";

    /// <summary>A warning for a step that is taken by nobody whom the definition of its agreement names; null for no reason to.</summary>
    internal static ValidationIssue? Unnamed(IReadOnlyList<string>? by, string agreement, IRecordLookup record) =>
        by is { Count: > 0 } && record.Subject(agreement)?.Opening is AgreementDefined defined && !by.Any(defined.Names)
            ? ValidationIssue.Warn("by", "not_a_body:step", ("agreement", agreement))
            : null;

    /// <summary>True when the body that a name stands for holds the gate.</summary>
    public bool Holds(string? name, Milestone milestone) => BodyNamed(name)?.Holds.Contains(milestone) ?? false;
}

/// <summary>What the benefit in question is. The direction of a gate follows from it.</summary>
public enum BenefitKind
{
    Agreement,
    /// <summary>Trade preferences, visa freedom, aid, membership.</summary>
    Preference,
    /// <summary>Sanctions, embargoes, bans.</summary>
    RestrictiveMeasure,
}

/// <summary>A body of a side.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Holds">The milestones that it takes.</param>
/// <param name="Aliases">What else it is called.</param>
public sealed record GateHolder(string Name, IReadOnlyList<Milestone> Holds, IReadOnlyList<string>? Aliases = null)
{
    /// <summary>True when the name stands for this body.</summary>
    public bool Is(string name) =>
        BodyName.AreSame(Name, name) || (Aliases?.Any(alias => BodyName.AreSame(alias, name)) ?? false);
}
