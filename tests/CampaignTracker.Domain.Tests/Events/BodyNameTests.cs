using CampaignTracker.Domain.Events;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Events;

public class BodyNameTests
{
    [Theory]
    [InlineData("Council", "the Council", "The council", "COUNCIL", " Council ", "Coun\u00ADcil", "\u200BCouncil\uFEFF", "\uFF23ouncil", "A Council")]
    [InlineData("European Parliament", "European\u00A0Parliament", "european  parliament", "The\u202FEuropean\tParliament", "European \u200E Parliament")]
    [InlineData("Office of the Ombudsman", "the O\uFB03ce of the ombudsman", "Oﬃce of the Ombudsman")]
    [InlineData("Parliament’s Committee", "Parliament's committee", "parliamentʼs Committee")]
    [InlineData("EU–Kazakhstan Cooperation Council", "EU-Kazakhstan Cooperation Council", "EU\u2011Kazakhstan cooperation council", "EU−Kazakhstan Cooperation Council")]
    [InlineData("Conseil européen", "CONSEIL EUROPE\u0301EN", "conseil europe\u200B\u0301en")]
    [InlineData("Dışişleri Bakanlığı", "DIŞİŞLERİ BAKANLIĞI", "dış\u0069\u0307şleri bakanlığı")]
    [InlineData("Große Kammer", "GROSSE KAMMER", "grosse kammer")]
    [InlineData("Верховный суд", "ВЕРХОВНЫЙ СУД", "Верховныи\u0306 суд")]
    [InlineData("Βουλή των Ελλήνων", "ΒΟΥΛΉ ΤΩΝ ΕΛΛΉΝΩΝ")]
    public void Spellings_of_one_body_are_the_same(params string[] spellings)
    {
        foreach (var spelling in spellings) BodyName.Fold(spelling).ShouldBe(BodyName.Fold(spellings[0]), spelling);
    }

    [Theory]
    [InlineData("Council", "European Council")]
    [InlineData("Council", "Councils")]
    [InlineData("Council of the EU", "Council of EU")]
    [InlineData("Theatre", "atre")]
    [InlineData("Andorra", "dorra")]
    [InlineData("A1", "1")]
    [InlineData("Верховный суд", "Верховный совет")]
    public void Other_words_are_another_body(string one, string other) => BodyName.AreSame(one, other).ShouldBeFalse();

    [Theory]
    [InlineData("The", "the")]
    [InlineData("a", "a")]
    [InlineData("the the Council", "council")]
    [InlineData("\u200B \u00AD", "")]
    public void What_is_all_article_or_nothing_folds_too(string name, string folded) => BodyName.Fold(name).ShouldBe(folded);

    [Theory]
    [InlineData("\ud800Council")]
    [InlineData("Council\uFFFE")]
    [InlineData("Coun\uDC00cil\uD83F\uDFFE")]
    public void A_text_that_no_normal_form_takes_still_folds(string name) => BodyName.Fold(name).ShouldContain("\uFFFD");

    [Fact]
    public void Folding_again_changes_nothing() => OddText.Gen.Sample(name => BodyName.Fold(BodyName.Fold(name)) == BodyName.Fold(name), iter: 20_000);

    [Fact]
    public void Case_blanks_and_invisible_characters_never_matter() => Gen.Select(
            Gen.OneOf("Council", "European Parliament", "Верховный суд", "Conseil européen"),
            Gen.OneOf("\u00AD", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u061C", "\uFE0F"), Gen.Int[0, 7], Gen.Bool)
        .Sample((name, invisible, at, upper) =>
        {
            var other = name.Insert(at, invisible).Replace(" ", "\u2003 ", StringComparison.Ordinal);
            return BodyName.AreSame(name, upper ? other.ToUpperInvariant() : other);
        });
}
