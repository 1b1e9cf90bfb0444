using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>The one place that turns an event into a sentence.</summary>
public static class Sentences
{
    /// <summary>Tells an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="title">What a subject is called, by its short name.</param>
    /// <param name="language">The language of the sentence.</param>
    public static string Of(CampaignEvent e, Func<string, string> title, CultureInfo language)
    {
        var (texts, name, form) = (EventTexts.In(language), EventCatalogue.Of(e).Name, e.SentenceForm());
        return texts.Sentences[form is null ? name : $"{name}:{form}"].Tell(e, title, texts);
    }
}

/// <summary>
/// A sentence for events of a type: its <c>{field}</c>s are theirs by their JSON names, <c>{subject}</c> is the subject's title.
/// </summary>
internal sealed class Sentence
{
    private readonly TextTemplate template;
    private readonly ImmutableArray<EventField?> fields;

    public Sentence(string key, EventType type, string text)
    {
        Key = key;
        template = TextTemplate.Read(text);
        fields = [.. template.Places.Select(place => place.Name == "subject" ? null
            : type.Fields.FirstOrDefault(field => field.Name == place.Name)
                ?? throw new FormatException($"{key} names {place.Name}, which is no field of its type."))];
    }

    public string Key { get; }

    public string Tell(CampaignEvent e, Func<string, string> title, EventTexts texts) => template.Fill((fields, e, title, texts),
        static (told, place) => told.fields[place.Index] is { } field
            ? Text(field, told.e, told.title, told.texts)
            : told.title(told.e.Subject));

    private static string Text(EventField field, CampaignEvent e, Func<string, string> title, EventTexts texts) =>
        field.SubjectName is not null
            ? string.Join(texts.Comma, field.Values(e).OfType<string>().Select(title))
            : Text(field.Value(e), title, texts);

    private static string Text(object? value, Func<string, string> title, EventTexts texts) => value switch
    {
        null => "",
        string text => text,
        Enum named => texts.Word(named),
        bool yes => yes ? texts.Yes : texts.No,
        Votes votes => texts.Votes.Fill(votes, static (votes, place) => Text(votes, place)),
        Claim claim => texts.Claim.Fill(claim, static (claim, place) => place.Name == "by" ? claim.By : claim.Value),
        Ground ground => ground.Words ?? ground.IssueArea ?? title(ground.Demand ?? ""),
        Identifier identifier => identifier.Value,
        EdtfDate date => DatePhrases.Of(date, texts.Language),
        IEnumerable many => string.Join(texts.Comma, many.Cast<object>().Select(one => Text(one, title, texts))),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Text(Votes votes, TextTemplate.Place place)
    {
        if (place.Name switch { "for" => votes.For, "against" => votes.Against, _ => votes.Abstentions } is not { } count) return "";
        return place.Way is { } forms ? IssueTexts.FormFor(count, forms) : count.ToString(CultureInfo.InvariantCulture);
    }
}
