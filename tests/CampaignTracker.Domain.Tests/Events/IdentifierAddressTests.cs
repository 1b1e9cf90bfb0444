using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Tests.Sample;

namespace CampaignTracker.Domain.Tests.Events;

public class IdentifierAddressTests
{
    private const string Doceo = "https://www.europarl.europa.eu/doceo/document/";
    private const string EurLex = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=";

    [Theory]
    [InlineData("ta", "P7_TA(2013)0190", Doceo + "TA-7-2013-0190_EN.html")]
    [InlineData("ta", "P9_TA(2022)0012", Doceo + "TA-9-2022-0012_EN.html")]
    [InlineData("ta", "P8_TA-PROV(2017)0485", Doceo + "TA-8-2017-0485_EN.html")]
    [InlineData("TA", " p7_ta(2013)190 ", Doceo + "TA-7-2013-0190_EN.html")]
    [InlineData("motion", "B7-0140/2012", Doceo + "B-7-2012-0140_EN.html")]
    [InlineData("motion", "RC-B8-0204/2019", Doceo + "RC-8-2019-0204_EN.html")]
    [InlineData("report", "A8-0335/2017", Doceo + "A-8-2017-0335_EN.html")]
    [InlineData("question", "E-002412/2015", Doceo + "E-8-2015-002412_EN.html")]
    [InlineData("question", "E-007094/2017(ASW)", Doceo + "E-8-2017-007094-ASW_EN.html")]
    [InlineData("question", "O-000028/2022", Doceo + "O-9-2022-000028_EN.html")]
    [InlineData("question", "E-000500/2026", Doceo + "E-10-2026-000500_EN.html")]
    [InlineData("procedure", "2012/2553(RSP)", "https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=2012/2553(RSP)")]
    [InlineData("procedure", "2016/0166(NLE)", "https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=2016/0166(NLE)")]
    [InlineData("celex", "52012IP0459", EurLex + "CELEX:52012IP0459")]
    [InlineData("celex", "CELEX:22016A0204(01)", EurLex + "CELEX:22016A0204(01)")]
    [InlineData("oj", "OJ C 45, 5.2.2016, p. 85", EurLex + "uriserv:OJ.C_.2016.045.01.0085.01.ENG")]
    [InlineData("oj", "C 276, 16.8.2019, p. 1", EurLex + "uriserv:OJ.C_.2019.276.01.0001.01.ENG")]
    [InlineData("oj", "OJ C 251 E, 31.8.2013, p. 93", EurLex + "uriserv:OJ.CE.2013.251.01.0093.01.ENG")]
    [InlineData("eli", "http://data.europa.eu/eli/dec/2016/123/oj", "http://data.europa.eu/eli/dec/2016/123/oj")]
    [InlineData("eli", "reg_impl/2020/1998/oj", "http://data.europa.eu/eli/reg_impl/2020/1998/oj")]
    public void What_an_identifier_names_can_be_read_at_the_address_that_follows_from_it(string scheme, string value, string address)
    {
        IdentifierAddress.Of(new Identifier(scheme, value)).ShouldBe(address);
        IdentifierAddress.Of(value).ShouldBe(address, "cited by it alone");
    }

    /// <summary>In the year of an election, questions of two parliamentary terms have one row of numbers.</summary>
    [Theory]
    [InlineData("question", "E-000500/2014")]
    [InlineData("question", "E-000500/1998")]
    [InlineData("ta", "P7_TA(2013)")]
    [InlineData("procedure", "P7_TA(2013)0190")]
    [InlineData("law of Kazakhstan", "475-V")]
    [InlineData("celex", "javascript:alert(1)")]
    [InlineData("ta", "")]
    public void From_others_none_follows(string scheme, string value) => IdentifierAddress.Of(new Identifier(scheme, value)).ShouldBeNull();

    [Theory]
    [InlineData("ODF")]
    [InlineData("ODF (a/972)")]
    [InlineData("EP text of 11 February 2021")]
    [InlineData("P7_TA(2013)0190, recital A")]
    [InlineData("IPHR press release, 19 April 2013")]
    [InlineData("JOIN(2016) 26")]
    [InlineData("E-000500/2014")]
    [InlineData("")]
    public void A_text_that_is_more_or_less_than_an_identifier_has_no_address(string text) => IdentifierAddress.Of(text).ShouldBeNull();

    [Fact]
    public void A_text_as_long_as_any_is_answered_at_once() => IdentifierAddress.Of(new string('1', 100_000)).ShouldBeNull();

    [Fact]
    public void Every_identifier_of_the_samples_texts_has_an_address() =>
        SampleFile.Checked.Select(recorded => recorded.Event).OfType<ResolutionAdopted>().SelectMany(text => text.Identifiers ?? [])
            .Where(identifier => IdentifierAddress.Of(identifier) is null).ShouldBeEmpty();
}
