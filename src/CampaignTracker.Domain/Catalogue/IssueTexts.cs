using System.Collections.Frozen;
using System.Globalization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>The sentences of issues in one language, by the names of their texts.</summary>
/// <remarks>
/// A place in a sentence is put so: <c>{kinds}</c> with commas where there are several, <c>{kinds:or}</c> with “or”, <c>{claims:quoted}</c>
/// in quotation marks, <c>{help:text}</c> as the text of that key, <c>{count:day|days}</c> in the form that goes with a number,
/// <c>{kind:SubjectKind}</c> as the text <c>SubjectKind.Case</c>, <c>{problem:date}</c> as the sentence of an <see cref="EdtfProblem"/>.
/// </remarks>
/// <param name="language">The language of the texts.</param>
/// <param name="texts">The texts by their keys; those of issues begin with <c>issue.</c>.</param>
/// <param name="words">Finds a text by its key, whichever file it stands in.</param>
public sealed class IssueTexts(CultureInfo language, FrozenDictionary<string, string> texts, Func<string, string?> words)
{
    private const string Prefix = "issue.";

    private readonly FrozenDictionary<string, TextTemplate> templates = texts
        .Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(text => text.Key[Prefix.Length..], text => TextTemplate.Read(text.Value), StringComparer.Ordinal);

    /// <summary>The names of the texts.</summary>
    public IEnumerable<string> Names => templates.Keys;

    /// <summary>The sentence of an issue; null where there is none.</summary>
    public string? Find(ValidationIssue issue) => issue.StoredMessage
        ?? TemplateOf(issue)?.Fill((this, issue), static (state, place) => state.Item1.Put(state.issue, place));

    /// <summary>The sentence of an issue; where there is none, its code, which at least can be looked up.</summary>
    public string Of(ValidationIssue issue) => Find(issue) ?? issue.Code;

    /// <summary>True where the sentence of a code names nothing that would have to be known; null where the code has no sentence.</summary>
    public bool? IsPlain(string code) => templates.TryGetValue(code, out var template) ? !template.Places.Any() : null;

    /// <summary>
    /// Of several forms of a word, separated by <c>|</c>, the one that goes with a number: one form for all; one, more; or, as in Russian,
    /// one, few, many.
    /// </summary>
    public static string FormFor(long number, string forms)
    {
        var all = forms.Split('|');
        var (last, lastTwo) = (Math.Abs(number % 10), Math.Abs(number % 100));
        return all.Length switch
        {
            1 => all[0],
            2 => all[number == 1 ? 0 : 1],
            _ => all[last == 1 && lastTwo != 11 ? 0 : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? 1 : 2],
        };
    }

    private TextTemplate? TemplateOf(ValidationIssue issue) =>
        templates.GetValueOrDefault(issue.Form is null ? issue.Code : $"{issue.Code}:{issue.Form}");

    private string Put(ValidationIssue issue, TextTemplate.Place place)
    {
        var values = issue.Arguments.Where(argument => argument.Name == place.Name).Select(argument => argument.Value).ToList();
        return place.Way switch
        {
            _ when values.Count == 0 => "",
            null => string.Join(words("list"), values),
            "or" => string.Join(words("list.or"), values),
            "quoted" => string.Join(words("list"), values.Select(value => words("quote.open") + value + words("quote.close"))),
            "text" => string.Concat(values.Select(words)),
            "date" => Problem(values[0], issue.Arguments).In(language),
            var forms when forms.Contains('|', StringComparison.Ordinal) =>
                long.TryParse(values[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? FormFor(number, forms) : "",
            var group => string.Join(words("list"), values.Select(value => words($"{group}.{value}") ?? value)),
        };
    }

    // Why a text is no date, as the issue holds it.
    private static EdtfProblem Problem(string code, IReadOnlyList<IssueArgument> arguments) =>
        new(code) { Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value) };
}
