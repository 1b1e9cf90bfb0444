using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Forms;

namespace CampaignTracker.Web.Tests.Forms;

/// <summary>What people type into “What happened?” leads to the event type that they mean, in whatever language.</summary>
public sealed class EverydayWordsTests
{
    public static TheoryData<string, string, string> Lines =>
    [
        .. Languages.All.SelectMany(language => Text(language.Name).Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2)).Select(line => new TheoryDataRow<string, string, string>(language.Name, line[0], line[1]))),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_stem_leads_to_what_its_line_says(string language, string types, string stems)
    {
        var meant = types.TrimStart('?').Trim().Split(' ');
        foreach (var stem in stems.Split(", "))
        {
            var found = EverydayWords.Find(stem.Replace("*", "", StringComparison.Ordinal)).ShouldNotBeNull($"{language}: {stem}");
            found.IsQuestion.ShouldBe(types[0] == '?', $"{language}: {stem}");
            found.Types.Select(type => type.Name).Take(meant.Length).ShouldBe(meant, $"{language}: {stem}");
        }
    }

    [Theory]
    // As people write them: with endings, without the letters of Kazakh, in capitals.
    [InlineData("Released", "release_achieved")]
    [InlineData("freed on parole", "release_achieved")]
    [InlineData("he walked free", "release_achieved")]
    [InlineData("a meeting", "dialogue_held")]
    [InlineData("MEETINGS", "dialogue_held")]
    [InlineData("text was adopted", "resolution_adopted")]
    [InlineData("votes", "resolution_adopted")]
    [InlineData("was beaten up in prison", "ill_treatment_reported")]
    [InlineData("arrested again", "rearrested")]
    [InlineData("suspended sentence", "convicted")]
    [InlineData("released a statement", "statement_issued")]
    [InlineData("rele", "release_achieved")]
    [InlineData("освобождён", "release_achieved")]
    [InlineData("вышла на свободу", "release_achieved")]
    [InlineData("арест", "arrested")]
    [InlineData("его снова арестовали", "rearrested")]
    [InlineData("домашний арест", "house_arrest_ordered")]
    [InlineData("приговорили к 12 годам", "convicted")]
    [InlineData("не пустили в суд", "trial_observed")]
    [InlineData("не ответили", "demand_answered")]
    [InlineData("не выполнили", "fulfilment_assessed")]
    [InlineData("встречались", "dialogue_held")]
    [InlineData("голосование", "resolution_adopted")]
    [InlineData("босатылды", "release_achieved")]
    [InlineData("камауга алынды", "arrested")]
    [InlineData("уйкамак", "house_arrest_ordered")]
    [InlineData("қайта қамалды", "rearrested")]
    [InlineData("кездесу", "dialogue_held")]
    [InlineData("кездесуі", "dialogue_held")]
    [InlineData("қабылдамады", "demand_answered")]
    [InlineData("орындамады", "fulfilment_assessed")]
    [InlineData("сотталды", "convicted")]
    public void A_word_as_people_write_it_leads_there(string typed, string type)
    {
        var found = EverydayWords.Find(typed).ShouldNotBeNull();
        found.Types[0].Name.ShouldBe(type);
        found.IsQuestion.ShouldBeFalse();
    }

    [Theory]
    [InlineData("осудили", "convicted finding_recorded")]
    [InlineData("отменили", "appeal_decided ban_lifted release_revoked dialogue_expected")]
    [InlineData("қабылдады", "resolution_adopted step_taken demand_answered dialogue_held")]
    [InlineData("held", "arrested dialogue_held hearing_held")]
    public void A_word_that_may_mean_several_things_asks(string typed, string types)
    {
        var found = EverydayWords.Find(typed).ShouldNotBeNull();
        found.IsQuestion.ShouldBeTrue();
        string.Join(' ', found.Types.Select(type => type.Name)).ShouldBe(types);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("Kozlov")]
    [InlineData("the of")]
    public void What_says_nothing_of_what_happened_leads_nowhere(string typed) => EverydayWords.Find(typed).ShouldBeNull();

    private static string Text(string language)
    {
        using var reader = new StreamReader(typeof(EverydayWords).Assembly.GetManifestResourceStream($"Everyday/{language}.txt")!);
        return reader.ReadToEnd();
    }
}
