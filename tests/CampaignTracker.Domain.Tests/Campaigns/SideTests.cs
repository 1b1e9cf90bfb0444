using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests.Campaigns;

public sealed class SideTests
{
    [Theory]
    [InlineData("EU", "EU")]
    [InlineData("KZ", "Kazakhstan")]
    [InlineData("LK", "Sri Lanka")]
    [InlineData("TR", "Türkiye")]
    [InlineData("AD", "Andorra")]
    [InlineData("ZW", "Zimbabwe")]
    [InlineData("XK", "Kosovo")]
    public void A_side_is_the_EU_or_a_country_by_its_code(string code, string name)
    {
        Side.IsCode(code).ShouldBeTrue();
        Side.Name(code).ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kz")]
    [InlineData("UK")]
    [InlineData("XX")]
    [InlineData("Kazakhstan")]
    public void Nothing_else_is_a_code(string code) => Side.IsCode(code).ShouldBeFalse();

    [Theory]
    [InlineData("Council of Europe")]
    [InlineData("OSCE")]
    [InlineData("UN")]
    [InlineData("International Monetary Fund")]
    [InlineData("World Bank")]
    [InlineData("EBRD")]
    [InlineData("Bank of China")]
    [InlineData("Karachaganak consortium")]
    public void An_organisation_is_a_side_by_its_name(string name)
    {
        Opening(name, "KZ").ShouldBeAccepted();
        Opening("EU", name).ShouldBeAccepted();
        Defining("EU", name).ShouldBeAccepted();
        Side.Name(name).ShouldBe(name);
    }

    [Theory]
    [InlineData("kz")]
    [InlineData("UK")]
    [InlineData("XX")]
    [InlineData("X")]
    public void Two_letters_that_are_no_code_are_no_side(string code)
    {
        Opening(code, "KZ").ShouldRefuse("promisingSide", "no_side").Message().ShouldContain("two-letter code");
        Opening("EU", code).ShouldRefuse("reformingSide", "no_side");
        Defining("EU", code).ShouldRefuse("parties[1]", "no_side");
    }

    [Fact]
    public void A_blank_side_is_refused_once() => Opening(" ", "KZ").ShouldHaveSingleItem().ShouldBe(Opening(" ", "KZ").ShouldRefuse("promisingSide", "empty"));

    [Theory]
    [InlineData("Kazakhstan", "KZ")]
    [InlineData("Kazakstan", "KZ")]
    [InlineData("the Republic of Kazakhstan", "KZ")]
    [InlineData("KAZAKHSTAN", "KZ")]
    [InlineData("Turkiye", "TR")]
    [InlineData("Austria", "AT")]
    [InlineData("Iran", "IR")]
    [InlineData("European Union", "EU")]
    [InlineData("Russian Federation", null)]
    public void A_name_close_to_that_of_a_country_is_warned_about(string name, string? code)
    {
        if (code is null) Opening("EU", name).ShouldBeAccepted();
        else if (code == "EU") Opening(name, "KZ").ShouldWarn("promisingSide", "close_to_country").Message().ShouldContain(code);
        else Opening("EU", name).ShouldWarn("reformingSide", "close_to_country").Message().ShouldContain(code);
    }

    private static IReadOnlyList<ValidationIssue> Opening(string promising, string reforming) => EventRules.Check(
        new CampaignOpened("C", promising, reforming, "?") { Campaign = "c", Subject = "c", Occurred = Given.On("2012") }, new Given().Lookup());

    private static IReadOnlyList<ValidationIssue> Defining(params string[] parties) =>
        new Given().When("epca", new AgreementDefined("EPCA", parties, [new GateHolder("EP", [])]) { Occurred = Given.On("2012") });

    [Fact]
    public void Every_country_of_ISO_3166_is_one() =>
        Enumerable.Range(0, 26 * 26).Select(n => $"{(char)('A' + n / 26)}{(char)('A' + n % 26)}").Count(code => code is not ("EU" or "XK") && Side.IsCode(code)).ShouldBe(249);
}
