namespace CampaignTracker.Domain.Events;

/// <summary>The kinds of real-world subject that have a stream of their own.</summary>
public enum SubjectKind
{
    Campaign,
    Resolution,
    Demand,
    Case,
    Restriction,
    Dialogue,
    Agreement,
}

/// <summary>The kinds of subject that an event type can be recorded on; none means any.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnAttribute(params SubjectKind[] kinds) : Attribute
{
    public SubjectKind[] Kinds { get; } = kinds;
}

/// <summary>The event type is the only one that opens a subject of this kind.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensAttribute(SubjectKind kind) : Attribute
{
    public SubjectKind Kind { get; } = kind;
}

/// <summary>The field names another subject of the campaign by its short name, of one of these kinds (none means any).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SubjectNameAttribute(params SubjectKind[] kinds) : Attribute
{
    public SubjectKind[] Kinds { get; } = kinds;
}

/// <summary>The field names an earlier event by its id.</summary>
/// <param name="onSameSubject">True when the event must be one of the same subject.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class EventIdAttribute(bool onSameSubject) : Attribute
{
    public bool OnSameSubject { get; } = onSameSubject;
}

/// <summary>What an event means that leaves the field out follows from its other fields: so left out, it is not lacking.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ImpliedAttribute : Attribute;

/// <summary>The field holds names of bodies, courts or series, which the directory keeps and forms offer.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DirectoryNameAttribute : Attribute;
