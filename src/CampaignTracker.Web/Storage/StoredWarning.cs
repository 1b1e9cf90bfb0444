using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Storage;

/// <summary>A warning as it is stored with its event: its sentence is made when it is shown.</summary>
/// <param name="Field">The field.</param>
/// <param name="Code">The rule.</param>
/// <param name="Form">Which of the sentences of the code is meant; null for the usual one.</param>
/// <param name="Arguments">What the sentence names: texts, and lists of them.</param>
/// <param name="Message">The sentence in English, where the warning was stored before its arguments were.</param>
internal sealed record StoredWarning(
    string Field, string Code, string? Form = null, IReadOnlyDictionary<string, JsonElement>? Arguments = null, string? Message = null)
{
    public static StoredWarning Of(ValidationIssue warning) => new(
        warning.Field, warning.Code, warning.Form,
        warning.Arguments.Count == 0 ? null : warning.Arguments.GroupBy(argument => argument.Name, argument => argument.Value)
            .ToDictionary(values => values.Key, values => Written([.. values])),
        warning.StoredMessage);

    /// <summary>
    /// The warning; one with a sentence alone is told by its code, and in the stored words where those name what the code does not.
    /// </summary>
    public ValidationIssue Read() => new(Severity.Warning, Field, Code, [.. Arguments?.SelectMany(Each) ?? []])
    {
        Form = Form,
        StoredMessage = Message is not null && EventTexts.In(Languages.OfTheApi).Issues.IsPlain(Code) != true ? Message : null,
    };

    private static JsonElement Written(string[] values) =>
        values is [var only] ? JsonSerializer.SerializeToElement(only) : JsonSerializer.SerializeToElement(values);

    private static IEnumerable<IssueArgument> Each(KeyValuePair<string, JsonElement> argument) =>
        argument.Value.ValueKind == JsonValueKind.Array
        ? argument.Value.EnumerateArray().Select(value => new IssueArgument(argument.Key, value.ToString()))
        : [new IssueArgument(argument.Key, argument.Value.ToString())];
}
