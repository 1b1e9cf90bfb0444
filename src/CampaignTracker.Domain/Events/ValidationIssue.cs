using System.Collections;
using System.Globalization;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// What a check says about a field: a refusal (nothing is stored) or a warning (stored with the event, and shown). Its sentence is made
/// when it is shown, in the language of whoever reads it.
/// </summary>
/// <param name="Severity">Whether the event is refused.</param>
/// <param name="Field">The field as the request names it, such as <c>occurred</c> or <c>sources[0].url</c>.</param>
/// <param name="Code">A stable short name of the rule, such as <c>no_source</c>.</param>
/// <param name="Arguments">What its sentence names, in order; several of one name are a list.</param>
public sealed record ValidationIssue(Severity Severity, string Field, string Code, IReadOnlyList<IssueArgument> Arguments)
{
    /// <summary>Which of the sentences of the code is meant, where it has several; null for the usual one.</summary>
    public string? Form { get; init; }

    /// <summary>The sentence of a warning that was stored before its arguments were; null for all others.</summary>
    public string? StoredMessage { get; init; }

    /// <summary>Refuses.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The name of its sentence: the code, and after a colon the form, where the code has several
    /// (<c>no_source:note</c>).</param>
    /// <param name="arguments">What the sentence names; a list is named element by element, and null is left out.</param>
    public static ValidationIssue Refuse(string field, string text, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(Severity.Refusal, field, text, arguments);

    /// <summary>Warns, as <see cref="Refuse(string, string, ReadOnlySpan{ValueTuple{string, object}})"/> refuses.</summary>
    public static ValidationIssue Warn(string field, string text, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(Severity.Warning, field, text, arguments);

    /// <summary>Refuses a text that is not a date.</summary>
    public static ValidationIssue Refuse(string field, EdtfProblem problem) =>
        Refuse(field, "wrong_value:date",
            [("problem", problem.Code), .. problem.Arguments.Select(pair => (pair.Key, (object?)pair.Value))]);

    public bool Equals(ValidationIssue? other) =>
        other is not null
        && (Severity, Field, Code, Form, StoredMessage) == (other.Severity, other.Field, other.Code, other.Form, other.StoredMessage)
        && Sorted(Arguments).SequenceEqual(Sorted(other.Arguments));

    public override int GetHashCode() => HashCode.Combine(Severity, Field, Code, Form, Arguments.Count);

    // A database keeps the order within a list, not that of names.
    private static IEnumerable<IssueArgument> Sorted(IEnumerable<IssueArgument> arguments) =>
        arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal);

    private static ValidationIssue Of(Severity severity, string field, string text, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        List<IssueArgument> all = [];
        foreach (var (name, value) in arguments) all.AddRange(Texts(value).Select(one => new IssueArgument(name, one)));
        return text.Split(':') is [var code, var form] ? new(severity, field, code, all) { Form = form } : new(severity, field, text, all);
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object>().SelectMany(Texts),
        IFormattable number and not Enum => [number.ToString(null, CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };
}

/// <summary>What the sentence of an issue names: a text, a number, a date in EDTF, a value of an enumeration by its name.</summary>
public readonly record struct IssueArgument(string Name, string Value);

public enum Severity
{
    Warning,
    Refusal,
}
