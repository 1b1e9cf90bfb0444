using System.Collections;
using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>Every language says everything that English says, with the same values in the same texts.</summary>
public sealed class LanguageTests
{
    public static TheoryData<string> Others => [.. Languages.All.Skip(1).Select(language => language.Name)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_is_there_and_none_besides(string language) =>
        In(CultureInfo.GetCultureInfo(language)).Keys.Order(StringComparer.Ordinal).ShouldBe(In(CultureInfo.InvariantCulture).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_has_the_values_of_the_English_one(string language)
    {
        var english = In(CultureInfo.InvariantCulture);
        In(CultureInfo.GetCultureInfo(language)).Where(text => !Places(text.Value).SequenceEqual(Places(english[text.Key])))
            .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Numbers_have_the_forms_of_the_language(string language) =>
        In(CultureInfo.GetCultureInfo(language)).SelectMany(text => TextTemplate.Read(text.Value).Places
                .Where(place => place.Way?.Contains('|') == true).Select(place => (text.Key, Forms: place.Way!.Split('|').Length)))
            .Where(place => place.Forms != (language == "ru" ? 3 : 1)).Select(place => place.Key).ShouldBeEmpty();

    [Fact]
    public void No_campaign_can_have_the_name_of_a_language() => Languages.All.Select(language => language.Name).Except(ShortName.Reserved).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Others))]
    public void Dates_are_said_in_the_language(string language) =>
        DatePhrases.Of(EdtfDate.Parse("2013-04-18"), CultureInfo.GetCultureInfo(language)).ShouldNotBe("18 April 2013");

    [Theory]
    [InlineData("en", "can be read in two ways, as 2013-04-03 or as 2013-03-04: write the one you mean")]
    [InlineData("ru", "можно понять двояко, как 2013-04-03 или как 2013-03-04: напишите то, что имеете в виду")]
    [InlineData("kk", "екі түрлі түсінуге болады, 2013-04-03 немесе 2013-03-04: қайсысы екенін жазыңыз")]
    public void What_is_no_date_is_told_in_the_language(string language, string said) =>
        EventTexts.In(CultureInfo.GetCultureInfo(language)).Issues.Of(ValidationIssue.Refuse("occurred", WrittenDate.ProblemOf("3/4/2013"))).ShouldBe(said);

    private static List<string> Places(string text) =>
        [.. TextTemplate.Read(text).Places.Select(place => place.Name).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> In(CultureInfo language) =>
        EventTexts.Resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);
}
