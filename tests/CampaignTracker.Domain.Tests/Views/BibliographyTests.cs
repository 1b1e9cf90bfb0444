using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class BibliographyTests
{
    private static readonly Bibliography OfSample = Bibliography.Of(CampaignState.Of(SampleFile.Checked, Viewpoints.Now));

    private static CitedSource Cited(string name) => OfSample.Sources.Single(source => source.Name == name);

    private static string? KeyOf(string? citation, string? url = null) =>
        new ShownSource(citation, null, url, null, null, null, null, null, null).Key();

    [Theory]
    [InlineData("ODF", "https://en.odfoundation.eu/a/915,x/", "ODF (Polish edition)", "http://www.en.odfoundation.eu/a/915,x")]
    [InlineData("P7_TA(2013)0190", null, "the resolution", "https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html")]
    [InlineData("p7 ta (2013) 190", null, "P7_TA(2013)0190", null)]
    [InlineData("Front Line Defenders", null, " front line  defenders", null)]
    [InlineData("AFP", "nowhere", "AFP", null)]
    public void One_source_has_one_address_or_else_one_citation(string one, string? oneUrl, string other, string? otherUrl) =>
        KeyOf(one, oneUrl).ShouldBe(KeyOf(other, otherUrl).ShouldNotBeNull());

    [Fact]
    public void Two_documents_and_two_citations_are_two_sources_and_an_informant_alone_is_none()
    {
        string?[] keys = [KeyOf("ODF"), KeyOf("ODF", "https://odfoundation.eu/a/1"), KeyOf("ODF", "https://odfoundation.eu/a/2"), KeyOf("ODF", "https://odfoundation.eu/a/2?page=2"), KeyOf("RSF")];
        keys.ShouldBeUnique();
        keys.ShouldAllBe(key => key != null && key.Length == 10 && key.All(char.IsAsciiHexDigitLower));
        (KeyOf(null), KeyOf(" "), KeyOf("—")).ShouldBe((null, null, null));
    }

    /// <summary>A key stands in addresses that people keep.</summary>
    [Fact]
    public void A_key_stays() => KeyOf("P7_TA(2013)0190").ShouldBe("101955bddb");

    [Fact]
    public void A_source_tells_every_event_that_cites_it_with_its_place_and_its_words()
    {
        var text = Cited("P7_TA(2013)0190");
        text.Address.ShouldBe("https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html");
        text.Titles.ShouldHaveSingleItem().ShouldStartWith("European Parliament resolution of 18 April 2013");
        text.Languages.ShouldBe(["en"]);
        text.CitedBy.ShouldContain(citing => citing.Source.Locator == "recital A" && citing.Source.Quote!.StartsWith("following a lawsuit", StringComparison.Ordinal));
        text.CitedBy.Count(citing => citing.Sentence.Contains("Release", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
        text.Events.ShouldBeLessThan(text.CitedBy.Count, "an event and its correction are one");
    }

    [Fact]
    public void What_one_citation_stood_for_are_several_sources_and_one_document_under_several_names_is_one()
    {
        OfSample.Sources.Count(source => source.Name == "ODF").ShouldBeGreaterThan(5);
        OfSample.Sources.Single(source => source.Name == "ODF" && source.Address is null).Titles.ShouldBeEmpty();
        OfSample.Sources.ShouldContain(source => source.AlsoCitedAs.Count > 0 && source.Titles[0].StartsWith("Obrońca praw", StringComparison.Ordinal));
        OfSample.Sources.Select(source => source.Key).ShouldBeUnique();
    }

    [Theory]
    [InlineData("obronca kuramshin", "ODF (Polish edition)")]
    [InlineData("RC-B7-0135/2012", "RC-B7-0135/2012")]
    [InlineData("adilet", "Law of the Republic of Kazakhstan No. 475-V")]
    public void A_source_is_found_by_its_names_its_title_and_its_address(string text, string name) =>
        OfSample.Sources.Where(source => source.Matches(new NameQuery(text))).SelectMany(source => source.AlsoCitedAs.Append(source.Name)).ShouldContain(name);

    [Fact]
    public void What_a_viewer_may_not_see_cites_nothing_and_an_informant_is_no_source()
    {
        var record = Record.ACase()
            .And("2012-03-05", "case-1", on => new Arrested { Occurred = on, Sources = [new("Diary", Informant: "A neighbour"), new(Informant: "A neighbour")] })
            .And("2012-03-06", "case-1", on => new Charged("x") { Occurred = on, Sources = [new("Kept back"), new("Diary", Locator: "p. 2")], Sensitivity = Sensitivity.Internal });
        IEnumerable<(string, int)> Seen(Sensitivity clearance) => Bibliography.Of(record.Seen(clearance: clearance))
            .Sources.Where(source => source.Name != "RFE/RL").Select(source => (source.Name, source.Events));
        Seen(Sensitivity.Restricted).ShouldBe([("Diary", 2), ("Kept back", 1)]);
        Seen(Sensitivity.Public).ShouldBe([("Diary", 1)]);
    }

    [Fact]
    public void The_timeline_tells_what_cannot_be_looked_up()
    {
        var timeline = Timeline.Of(CampaignState.Of(SampleFile.Checked, Viewpoints.Now));
        var linkless = new TimelineFilter(WithoutLink: true).Matches(timeline);
        linkless.ShouldContain(entry => entry.Sources.Count > 0);
        linkless.ShouldAllBe(entry => entry.Sources.All(source => source.Url == null));
        linkless.SelectMany(entry => entry.Sources).ShouldNotContain(source => source.Citation == "B8-0205/2019", "it is an identifier");
        new TimelineFilter(WithoutSource: true).Matches(timeline).Select(entry => entry.Type).ShouldBe(["campaign_opened"]);
    }
}
