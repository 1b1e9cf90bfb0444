using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>What is shown is found: by what it says, and by what it is called in another script or spelling.</summary>
public sealed class SearchTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Theory]
    [InlineData("EU-Kazakhstan human rights dialogue was held", "EU-Kazakhstan", "eu", "kazakhstan", "EU–Kazakhstan", "EU Kazakhstan")]
    [InlineData("Joint motion RC-B7-0167/2013 tabled", "RC-B7-0167/2013", "B7-0167/2013", "B7-0167", "0167")]
    [InlineData("High Commissioner Zeid Ra'ad Al-Hussein speaks", "Al-Hussein", "Hussein", "Ra’ad", "raad", "alhussein")]
    [InlineData("UN-OHCHR mission", "UN-OHCHR", "UN", "OHCHR")]
    [InlineData("Abdel-Fattah El-Sisi visits", "El-Sisi", "Abdel-Fattah", "Sisi")]
    [InlineData("an e-mail was sent", "e-mail", "email", "mail")]
    [InlineData("an MEP-led visit", "MEP-led", "MEP")]
    [InlineData("Vladimir Koz\u200Blov was seen", "Kozlov")]
    [InlineData("Kuram\u2060shin", "Kuramshin", "Kuram\u00ADshin")]
    [InlineData("the ofﬁce of the ombudsman", "office", "ofﬁce")]
    [InlineData("see https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html", "https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html", "europarl.europa.eu", "TA-7-2013-0190")]
    [InlineData("the EU's position", "EU", "EU’s")]
    public async Task A_text_is_found_by_itself_and_by_its_parts(string text, params string[] queries)
    {
        var last = (await Tracker.Open(new JsonArray(
            Written.Campaign(Campaign).With("name", "Test").With("question", "?"), Written.Context().With("campaign", Campaign).With("text", text),
            Written.Context("2012-02-02").With("campaign", Campaign).With("text", "Something else")))).ShouldBe(HttpStatusCode.Created).Sequence;
        foreach (var query in queries.Append(text)) (await Found(query, last)).ShouldBe([text], query);
    }

    [Theory]
    [InlineData("Алёна Ковалёва", "Alyona Kovalyova", "Алена Ковалева", "Alena")]
    [InlineData("Айгуль Соловьёва", "Solovyova", "Соловьева")]
    [InlineData("Пётр", "Pyotr", "Petr", "Петр")]
    [InlineData("Roʻzaqul Xalmurodov", "Розақұл Халмурадов", "Ro'zaqul Xalmurodov")]
    [InlineData("İntiqam Əliyev", "Intigam Aliyev", "Интигам Алиев")]
    [InlineData("Маҳмадалӣ Ҳаитов", "Mahmadali Hayitov", "Махмадали Хаитов")]
    [InlineData("Қуандық", "Kuandyk", "Quandyq")]
    public async Task A_person_is_found_in_other_scripts_and_spellings_on_the_timeline_and_in_forms(string name, params string[] queries)
    {
        var last = (await Opened(Written.Case(name: name), Written.Case("case-2", "Somebody Else"))).Sequence;
        foreach (var query in queries.Append(name))
        {
            (await Found(query, last)).ShouldHaveSingleItem(query).ShouldContain(name);
            var offers = (await Tracker.Get($"/{Campaign}/record/find?text={Uri.EscapeDataString(query)}")).ShouldBe(HttpStatusCode.OK).Body.AsArray();
            offers.ShouldHaveSingleItem(query)!["text"]!.GetValue<string>().ShouldBe($"{name} (case-1)");
        }
    }

    [Fact]
    public async Task An_entry_is_found_by_every_text_that_it_shows()
    {
        var said = Written.Context().With("text", "Shots were fired").With("note", "Heard on site");
        said["sources"] = new JsonArray(new JsonObject
        {
            ["citation"] = "Azattyq", ["locator"] = "second paragraph", ["quote"] = "fifteen bodies",
            ["url"] = "https://rus.azattyq.org/a/zhanaozen/2442.html", ["archivedUrl"] = "https://web.archive.org/web/2012/azattyq",
        });
        var opened = await Opened(said, Written.Context("2012-02-02").With("text", "Something else"));
        var last = (await Record(Written.Correction(opened.Id(1), Campaign, new JsonObject { ["text"] = "Rifles were fired" }))).ShouldBe(HttpStatusCode.Created).Sequence;
        foreach (var query in (string[])["rifles", "shots", "misread", "on site", "azattyq", "second paragraph", "fifteen", "rus.azattyq.org/a/zhanaozen", "web.archive.org"])
            (await Found(query, last)).ShouldBe(["Rifles were fired"], query);
    }

    [Fact]
    public async Task A_subject_is_recognised_by_its_exact_title_whatever_hyphens_it_has()
    {
        const string title = "EU-Kazakhstan human rights dialogue";
        var series = new JsonObject { ["type"] = "dialogue_series_opened", ["subject"] = "hrd", ["occurred"] = "2008", ["name"] = title };
        var last = (await Opened(series)).Sequence;
        foreach (var typed in (string[])[title, "EU–Kazakhstan Human Rights Dialogue", "EU Kazakhstan human rights dialogue", "EU-Kaza\u00ADkhstan human\u00A0rights dialogue"])
        {
            using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/dialogue_held?after={last}");
            form["subject"] = typed;
            form["occurred"] = "2014-11-07";
            form["sources[0].citation"] = "EEAS";
            await form.Press("check");
            form.Problems.ShouldBeEmpty(typed);
            form.Page.ShouldContain("name=\"do\" value=\"record\"");
        }
    }

    private async Task<IEnumerable<string>> Found(string query, long last) =>
        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?text={Uri.EscapeDataString(query)}&after={last}")).ShouldBe(HttpStatusCode.OK)
            .Body["entries"]!.AsArray().Select(entry => entry!["sentence"]!.GetValue<string>());
}
