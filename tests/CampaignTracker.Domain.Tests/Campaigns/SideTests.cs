using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Record;

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
    public void Nothing_else_is_a_side(string code) => Side.IsCode(code).ShouldBeFalse();

    [Fact]
    public void Every_country_of_ISO_3166_is_one() =>
        Enumerable.Range(0, 26 * 26).Select(n => $"{(char)('A' + n / 26)}{(char)('A' + n % 26)}").Count(code => code is not ("EU" or "XK") && Side.IsCode(code)).ShouldBe(249);
}
