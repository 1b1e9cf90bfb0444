using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>
/// Every word of the domain stands in its file of texts, and every text there is used; what is forgotten fails here, and says what to add.
/// </summary>
public partial class EventTextTests
{
    private static readonly Dictionary<string, string> Texts = EventTexts.Resources
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!);

    public static TheoryData<string> Types { get; } = [.. EventCatalogue.All.Select(type => type.Name)];

    [Theory, MemberData(nameof(Types))]
    public void Every_event_type_has_a_name_and_a_sentence(string name)
    {
        Texts.ShouldContainKey($"type.{name}", "say in EventTexts.resx what the type is called");
        Texts.ShouldContainKey(name, "write in EventTexts.resx the sentence that tells an event of the type");
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_field_has_a_help_text_that_is_a_sentence(string name)
    {
        foreach (var field in Type(name).Fields.Concat(Type(name).Common))
        {
            Texts.GetValueOrDefault(field.HelpKey, "").ShouldEndWith(".", Case.Sensitive,
                $"{field.HelpKey} is missing in EventTexts.resx, or no sentence with its full stop");
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void A_sentence_names_fields_that_exist_and_every_required_text(string name)
    {
        var type = Type(name);
        foreach (var (key, text) in Texts.Where(text => text.Key == name || text.Key.StartsWith($"{name}:", StringComparison.Ordinal)))
        {
            var template = TextTemplate.Read(text);
            template.Places.Select(place => place.Name).Except(type.Fields.Select(field => field.Name)).Except(["subject"])
                .ShouldBeEmpty($"no such field: {key}");
            var told = template.FixedPlaces.Select(place => place.Name).ToHashSet();
            var texts = type.Fields.Where(field => field.Required && (field.Type == typeof(string) || field.Type == typeof(PersonalText)));
            foreach (var field in texts.Where(field => !LeftOut.Contains((name, field.Name))))
                told.ShouldContain(field.Name, $"name the required field in the sentence {key}, or leave it out on purpose below");
        }
    }

    /// <summary>Required texts that a sentence leaves out on purpose: the classification of a finding says less than its text.</summary>
    private static readonly HashSet<(string Type, string Field)> LeftOut =
        [("finding_recorded", "theme"), ("campaign_opened", "promisingSide"), ("campaign_opened", "reformingSide")];

    [Fact]
    public void Every_form_of_a_sentence_that_a_type_asks_for_is_there() =>
        Sources("").SelectMany(file => SentenceForm().Matches(file.Text).Select(found => (file.Type, Form: found.Groups[1].Value)))
            .Where(asked => !Texts.ContainsKey($"{asked.Type}:{asked.Form}")).ShouldBeEmpty("write the sentence in EventTexts.resx");

    [Fact]
    public void Every_value_of_an_enumeration_has_its_word() =>
        Values().Where(key => !Texts.ContainsKey(key)).ShouldBeEmpty("say in EventTexts.resx how each is called");

    [Fact]
    public void No_two_enumerations_share_a_name() => EventTexts.Enumerations.Select(type => type.Name).ShouldBeUnique();

    [Fact]
    public void Every_issue_has_its_sentence()
    {
        var asked = Sources("").SelectMany(file => IssueNames.In(file.Text)).Append(Domain.Demands.FulfilmentAssessed.Unreviewed).ToHashSet();
        asked.Count.ShouldBeGreaterThan(80);
        asked.Where(name => !Texts.ContainsKey($"issue.{name}")).ShouldBeEmpty("write the sentence in EventTexts.resx, as issue.…");
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var literals = Sources("").SelectMany(file => Literal().Matches(file.Text).Select(found => found.Groups[1].Value)).ToHashSet();
        var types = EventCatalogue.All.SelectMany(type =>
            type.Fields.Concat(type.Common).Select(field => field.HelpKey).Append($"type.{type.Name}").Append(type.Name));
        var records = typeof(CampaignEvent).Assembly.GetTypes().Where(Member.IsRecord).Select(type => $"record.{type.Name}");
        var known = types.Concat(records).Concat(Values())
            .Concat(["event.campaign", "event.subject", "DayOfWeek.Saturday", "DayOfWeek.Sunday"]).ToHashSet();
        // What codebooks say is looked for in them, in CodebookTests.
        Texts.Keys.Where(key => !known.Contains(key) && !literals.Contains(key) && !literals.Contains(Bare(key)) && !key.StartsWith("codebook.", StringComparison.Ordinal))
            .ShouldBeEmpty("nobody asks for these texts");
    }

    // A key as the code asks for it: json.list as "list", issue.no_source as "no_source", parole_decided:denied as "denied".
    private static string Bare(string key) =>
        key.StartsWith("issue.", StringComparison.Ordinal) || key.StartsWith("json.", StringComparison.Ordinal)
            ? key[(key.IndexOf('.') + 1)..]
            : key[(key.IndexOf(':') + 1)..];

    [Fact]
    public void A_word_that_a_sentence_asks_for_is_there()
    {
        var groups = Texts.Where(text => text.Key.StartsWith("issue.", StringComparison.Ordinal))
            .SelectMany(text => TextTemplate.Read(text.Value).Places)
            .Select(place => place.Way).OfType<string>().Where(way => way is not ("or" or "text" or "quoted" or "date") && !way.Contains('|')).Distinct();
        groups.Where(group => !Texts.Keys.Any(key => key.StartsWith($"{group}.", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void No_sentence_stands_in_the_file_of_an_event_type()
    {
        string[] rooms =
            ["Campaigns", "Resolutions", "Demands", "Cases", "Restrictions", "Dialogues", "Agreements", "Amendments", "Events"];
        rooms.SelectMany(Sources).SelectMany(file => Literal().Matches(file.Text).Select(found => (file.Name, Text: found.Groups[1].Value)))
            .Where(literal => Sentence().IsMatch(literal.Text) && !NotShown.Contains(literal.Name))
            .ShouldBeEmpty("sentences stand in EventTexts.resx");
    }

    /// <summary>Files whose texts are no sentences, or are for whoever writes the program.</summary>
    private static readonly HashSet<string> NotShown = ["Countries.cs", "StatusContested.cs"];

    [Theory]
    [InlineData(1, "день|дня|дней", "день")]
    [InlineData(3, "день|дня|дней", "дня")]
    [InlineData(11, "день|дня|дней", "дней")]
    [InlineData(12, "день|дня|дней", "дней")]
    [InlineData(21, "день|дня|дней", "день")]
    [InlineData(0, "day|days", "days")]
    [InlineData(1, "day|days", "day")]
    [InlineData(7, "күн", "күн")]
    public void A_word_has_the_form_that_goes_with_a_number(long number, string forms, string form) =>
        IssueTexts.FormFor(number, forms).ShouldBe(form);

    [Theory]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData("[a")]
    [InlineData("a]")]
    [InlineData("[a [b] c]")]
    public void A_brace_or_bracket_without_a_partner_is_refused(string text) =>
        Should.Throw<FormatException>(() => TextTemplate.Read(text));

    [Fact]
    public void Doubled_braces_and_brackets_stand_for_themselves() =>
        TextTemplate.Read("[[{{{a}}}]][ and {b}]").Fill("x", (state, place) => place.Name == "a" ? state : "").ShouldBe("[{x}]");

    private static EventType Type(string name) => EventCatalogue.Find(name)!;

    private static IEnumerable<string> Values() =>
        EventTexts.Enumerations.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Select(EventTexts.KeyOf).Distinct();

    private static IEnumerable<(string Name, string Type, string Text)> Sources(string room) =>
        Directory.GetFiles(Path.Combine(Folder(), room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains(@"\obj\"))
            .Select(file => (Path.GetFileName(file), StoredName(Path.GetFileNameWithoutExtension(file)), File.ReadAllText(file)));

    private static string StoredName(string type) => Capital().Replace(type, "_$0").ToLowerInvariant();

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CampaignTracker.Domain");

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\w \w+ \w")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"SentenceForm\(\) =>[^;]*""(\w+)"";")]
    private static partial Regex SentenceForm();

    [GeneratedRegex(@"(?<!///.*)""((?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Literal();
}
