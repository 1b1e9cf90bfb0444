using System.Collections;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What holds for every event (domain.md, 'What is refused'), and then what its own type says.</summary>
public static class EventRules
{
    /// <summary>Every refusal and warning for an event; no refusal means that it can be recorded.</summary>
    public static IReadOnlyList<ValidationIssue> Check(CampaignEvent e, IRecordLookup record)
    {
        IssueCollection issues = [];
        var type = EventCatalogue.Of(e);
        issues.AddRange(CheckDates(e, record));
        issues.AddRange(CheckSources(e, type));
        issues.AddRange(CheckSubject(e, type, record));
        issues.AddRange(CheckReferences(e, type, record));
        issues.AddRange(CheckOrder(e, record));
        issues.AddRange(CheckFilled("", e));
        issues.AddRange(CheckIdentifiers(e, type));
        issues.AddRange(e.Check(record));
        issues.AddRange(Plausibility.Check(e, type, record));
        if (e is EventCorrected correction) issues.AddRange(Corrections.Check(correction, record));
        if (e is SubjectMerged merge) issues.AddRange(CheckMerge(merge, record));
        if (issues.All(issue => issue.Severity == Severity.Warning)) issues.AddRange(CheckDuplicate(e, record));
        return issues.ToList();
    }

    private static IEnumerable<ValidationIssue> CheckFilled(string path, object filled)
    {
        foreach (var member in Member.Of(filled.GetType()))
        {
            var (field, value) = (path + member.Name, member.Property.GetValue(filled));
            if (value is ICollection { Count: > EventLine.MaxEntries } many)
                yield return ValidationIssue.Refuse(field, "too_many:entries", ("count", many.Count), ("most", EventLine.MaxEntries));
            else if (value is IList list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    if (IsBlank(list[i])) yield return ValidationIssue.Refuse($"{field}[{i}]", "empty:element");
                    else if (list[i] is { } element && Member.IsRecord(element.GetType()))
                        foreach (var issue in CheckFilled($"{field}[{i}].", element)) yield return issue;
                }
            }
            else if (member.Required && IsBlank(value))
            {
                yield return member.HelpKey is { } help
                    ? ValidationIssue.Refuse(field, "empty:help", ("help", help))
                    : ValidationIssue.Refuse(field, "empty");
            }
        }
    }

    // They are looked up by an index, whose entries have a limit in bytes.
    private static IEnumerable<ValidationIssue> CheckIdentifiers(CampaignEvent e, EventType type)
    {
        foreach (var field in type.Fields)
        {
            foreach (var (i, identifier) in (field.Value(e) as IReadOnlyList<Identifier> ?? []).Index())
            {
                foreach (var (part, text) in ((string, string)[])[("scheme", identifier.Scheme), ("value", identifier.Value)])
                {
                    if (text.Length > Identifier.MaxLength)
                        yield return ValidationIssue.Refuse(
                            $"{field.Name}[{i}].{part}", "wrong_value:too_long", ("length", text.Length), ("most", Identifier.MaxLength));
                }
            }
        }
    }

    private static bool IsBlank(object? value) => value switch
    {
        string text => string.IsNullOrWhiteSpace(text),
        PersonalText text => string.IsNullOrWhiteSpace(text.Value),
        _ => false,
    };

    private static IEnumerable<ValidationIssue> CheckDates(CampaignEvent e, IRecordLookup record)
    {
        if (e.Occurred.Earliest > record.Context.Today && !e.IsExpectation())
            yield return ValidationIssue.Refuse("occurred", "future", ("date", e.Occurred));
        if (e.At is not null && !e.Occurred.IsDay)
            yield return ValidationIssue.Refuse("at", "time_of_no_day", ("date", e.Occurred));
        else if (e.At is not null && e.Effective is not null)
            yield return ValidationIssue.Refuse("at", "time_beside_effective");
    }

    private static IEnumerable<ValidationIssue> CheckSources(CampaignEvent e, EventType type)
    {
        if (MissingSource(type, e.Sources.Count > 0, e.Confidence, e.Note is not null && !IsBlank(e.Note)) is { } missing)
            yield return missing;
        for (var i = 0; i < e.Sources.Count; i++)
        {
            var source = e.Sources[i];
            if (string.IsNullOrWhiteSpace(source.Citation) && string.IsNullOrWhiteSpace(source.Informant?.Value))
                yield return ValidationIssue.Refuse($"sources[{i}].citation", "no_citation");
            if (source.Url is { } url && !IsWebAddress(url))
                yield return ValidationIssue.Refuse($"sources[{i}].url", "no_url");
            if (source.ArchivedUrl is { } archived && !IsWebAddress(archived))
                yield return ValidationIssue.Refuse($"sources[{i}].archivedUrl", "no_url");
        }
    }

    /// <summary>What is wrong where an event names no source and does not say why; null where it may go without, or has one.</summary>
    public static ValidationIssue? MissingSource(EventType type, bool hasSource, Confidence confidence, bool hasNote)
    {
        // To open a subject reports nothing of the world; an adopted text and an issued demand do.
        var reportsFact = type.Opens is null or SubjectKind.Resolution or SubjectKind.Demand;
        if (!reportsFact || hasSource) return null;
        if (confidence != Confidence.Unverified) return ValidationIssue.Refuse("sources", "no_source");
        return hasNote ? null : ValidationIssue.Refuse("note", "no_source:note");
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static IEnumerable<ValidationIssue> CheckSubject(CampaignEvent e, EventType type, IRecordLookup record)
    {
        if (ShortName.Problem(e.Subject, "subject") is { } problem)
        {
            yield return problem;
            yield break;
        }
        if ((e.Subject == e.Campaign) != type.On.Contains(SubjectKind.Campaign) && type.On.Length > 0)
        {
            yield return type.On.Contains(SubjectKind.Campaign)
                ? ValidationIssue.Refuse("subject", "not_the_campaign", ("subject", e.Subject), ("campaign", e.Campaign))
                : ValidationIssue.Refuse("subject", "wrong_kind:campaign", ("type", type.Name), ("kinds", type.On));
            yield break;
        }
        if (type.Opens is not null)
        {
            if (!record.IsCorrection && record.Subject(e.Subject) is { } taken)
                yield return taken.OpeningRetractedBy is { } gone
                    ? ValidationIssue.Refuse("subject", "already_open:retracted", ("retraction", gone))
                    : ValidationIssue.Refuse("subject", "already_open", ("title", taken.Title));
            yield break;
        }
        var subject = record.Subject(e.Subject);
        var kind = subject?.Kind;
        // What was opened and retracted can still be amended: or its retraction could never be taken back.
        if (kind is null && (subject is null || e is not (EventCorrected or EventRetracted)))
            yield return subject?.OpeningRetractedBy is { } gone
                ? ValidationIssue.Refuse("subject", "unopened_subject:retracted", ("subject", e.Subject), ("retraction", gone))
                : ValidationIssue.Refuse("subject", "unopened_subject", ("subject", e.Subject), ("openers", Openers(type)));
        else if (kind is not null && type.On.Length > 0 && !type.On.Contains(kind.Value))
            yield return ValidationIssue.Refuse("subject", "wrong_kind", ("kind", kind), ("type", type.Name), ("kinds", type.On));
    }

    private static IEnumerable<string> Openers(EventType type) =>
        EventCatalogue.All.Where(other => other.Opens is { } kind && type.On.Contains(kind)).Select(other => other.Name);

    private static IEnumerable<ValidationIssue> CheckReferences(CampaignEvent e, EventType type, IRecordLookup record)
    {
        foreach (var field in type.Fields.Where(field => field.SubjectName is not null))
        {
            foreach (var name in field.Values(e).OfType<string>())
            {
                var subject = record.Subject(name);
                var kind = subject?.Kind;
                if (subject?.OpeningRetractedBy is { } gone)
                    yield return ValidationIssue.Refuse(field.Name, "unopened_subject:retracted", ("subject", name), ("retraction", gone));
                else if (kind is null)
                    yield return ValidationIssue.Refuse(field.Name, "unopened_subject:named", ("subject", name));
                else if (field.SubjectName!.Kinds is { Length: > 0 } kinds && !kinds.Contains(kind.Value))
                    yield return ValidationIssue.Refuse(
                        field.Name, "wrong_kind:named", ("subject", name), ("kind", kind), ("kinds", kinds));
            }
        }
        foreach (var field in type.Fields.Concat(type.Common).Where(field => field.EventId is not null))
        {
            foreach (var id in field.Values(e).OfType<Guid>())
            {
                var target = record.Event(id);
                if (target is null)
                    yield return ValidationIssue.Refuse(field.Name, "unknown_event", ("event", id));
                else if (field.EventId!.OnSameSubject && target.Event.Subject != e.Subject && target.RecordedOn != e.Subject)
                    yield return ValidationIssue.Refuse("subject", "other_subject", ("subject", target.Event.Subject));
            }
        }
    }

    // What stays takes nothing silently.
    private static IEnumerable<ValidationIssue> CheckMerge(SubjectMerged merge, IRecordLookup record)
    {
        if (record.Subject(merge.Into)?.Opening is not { } stays || record.Subject(merge.Subject)?.Opening is not { } goes
            || stays.GetType() != goes.GetType()) yield break;
        var taken = EventCatalogue.Of(stays).Fields
            .Where(field => field.IsLacking(stays) && !field.SaysNothing(field.Value(goes))).Select(field => field.Name)
                .ToArray();
        if (taken.Length > 0)
            yield return ValidationIssue.Warn("into", "takes_over", ("subject", merge.Into), ("fields", taken), ("from", merge.Subject));
    }

    // A demand stands before whatever makes it a condition or ends that.
    private static IEnumerable<ValidationIssue> CheckOrder(CampaignEvent e, IRecordLookup record)
    {
        if (e is not DemandIssued { Follows: { } follows }) yield break;
        string Name(string subject) => record.Subject(subject)?.Name ?? subject;

        foreach (var id in follows)
        {
            if (record.Event(id)?.Event is { } earlier && Name(earlier.Condition() ?? earlier.Subject) == Name(e.Subject)
                && (earlier is ConditionAttached || earlier.Effects().Any(effect => effect is ClosesDemand)))
                yield return ValidationIssue.Refuse("follows", "follows_own_condition", ("event", id));
        }
    }

    private static IEnumerable<ValidationIssue> CheckDuplicate(CampaignEvent e, IRecordLookup record)
    {
        if (record.SameFact(e) is { } twin)
            yield return ValidationIssue.Warn("", "likely_duplicate", ("event", twin));
    }
}
