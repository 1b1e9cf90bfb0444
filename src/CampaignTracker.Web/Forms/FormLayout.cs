using System.Collections.Immutable;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Forms;

/// <summary>The form of an event type: what it asks first, and what it asks only whoever wants to say more.</summary>
/// <param name="Type">The event type.</param>
/// <param name="First">The subject, the date, the fields of the type, its sources, how sure one is.</param>
/// <param name="More">Other dates, who may see it, a note.</param>
public sealed record FormLayout(EventType Type, ImmutableArray<FormField> First, ImmutableArray<FormField> More)
{
    private static readonly string[] Last = ["sources", "confidence"];
    private static readonly string[] Further = ["at", "follows", "effective", "published", "learned", "sensitivity", "note"];

    /// <summary>The form.</summary>
    /// <param name="type">The event type.</param>
    /// <param name="corrected">The type of the event that is corrected, where that is known.</param>
    public static FormLayout Of(EventType type, EventType? corrected = null)
    {
        var common = type.Common.ToDictionary(field => field.Name, field => FormField.Of(field, ""));
        var own = type.Fields.Where(field => field.Name != "changes").Select(field => FormField.Of(field, type.Name));
        IEnumerable<FormField> subject = type.Opens is not null || type.On.Contains(SubjectKind.Campaign)
            ? []
            : [FormField.Subject(type.On)];
        // What happened is what the amended event says; when it was amended is asked only whoever wants to say another day.
        var amends = IsAmendment(type);
        var occurred = amends ? common["occurred"] with { Owner = type.Name } : common["occurred"];
        return new(
            type,
            [
                .. subject, .. amends ? Enumerable.Empty<FormField>() : [occurred], .. own, .. corrected is null
                ? Enumerable.Empty<FormField>()
                : [FormField.Changes(corrected)],
                .. Last.Select(name => common[name]),
            ],
            [
                .. amends ? [occurred] : Enumerable.Empty<FormField>(), .. Further.Select(name => common[name]),
                .. type.Opens == SubjectKind.Campaign ? [Address] : Enumerable.Empty<FormField>(),
            ]);
    }

    /// <summary>The short name of a campaign that is opened; where it is left empty, one is made of its name.</summary>
    private static FormField Address { get; } = new("campaign", FieldShape.Line, "campaign_opened", typeof(string), Required: false);

    /// <summary>What is asked of a subject that is opened on the way to another event: the sources are those of the event.</summary>
    public static ImmutableArray<FormField> Opening(SubjectKind kind)
    {
        var type = Opener(kind);
        return [.. type.Fields.Select(field => FormField.Of(field, type.Name)),
            FormField.Of(type.Common.First(field => field.Name == "occurred"), "") with { Required = false }];
    }

    /// <summary>The one event type that opens subjects of a kind.</summary>
    public static EventType Opener(SubjectKind kind) => EventCatalogue.All.First(type => type.Opens == kind);

    /// <summary>The field of an opening that says what the subject is called.</summary>
    public static EventField TitleField(EventType opening) =>
        ((string[])["name", "title", "text"]).Select(name => opening.Fields.FirstOrDefault(field => field.Name == name))
        .OfType<EventField>().First();

    /// <summary>Every field, in the order of the page.</summary>
    public IEnumerable<FormField> All => First.Concat(More);

    /// <summary>The path of the field that an issue is about, or of the one around it, as the form has it.</summary>
    public string Nearest(string path)
    {
        var (fields, at) = (All, 0);
        while (fields.FirstOrDefault(field => string.CompareOrdinal(path, at, field.Name, 0, field.Name.Length) == 0
            && EndsName(path, at + field.Name.Length)) is { } field)
        {
            at += field.Name.Length;
            if (field.Shape == FieldShape.List && at < path.Length && path[at] == '['
                && path.IndexOf(']', at) is > 0 and var close) (field, at) = (field.Row, close + 1);
            if (string.CompareOrdinal(path, at, FormValues.New, 0, FormValues.New.Length) == 0) return path;
            if (field.Members.IsEmpty || field.Shape == FieldShape.List || at >= path.Length || path[at] != '.') break;
            (fields, at) = (field.Members, at + 1);
        }
        return path[..Math.Min(at, path.Length)].TrimEnd('.');
    }

    /// <summary>Where on the page a path stands.</summary>
    public int PlaceOf(string path) =>
        All.TakeWhile(field => !path.StartsWith(field.Name, StringComparison.Ordinal) || !EndsName(path, field.Name.Length)).Count();

    private static bool EndsName(string path, int at) => at >= path.Length || !char.IsLetterOrDigit(path[at]);

    /// <summary>True for what amends the record of another event.</summary>
    public bool Amends => IsAmendment(Type);

    private static bool IsAmendment(EventType type) => type.ClrType == typeof(EventCorrected) || type.ClrType == typeof(EventRetracted);
}
