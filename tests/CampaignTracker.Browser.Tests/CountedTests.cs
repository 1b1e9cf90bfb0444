using System.Text;
using System.Text.Json.Nodes;

namespace CampaignTracker.Browser.Tests;

/// <summary>How much it takes to record on a phone what is recorded most, from the campaign's home on.</summary>
public sealed class CountedTests(Browsers browsers)
{
    private const int Phone = 390;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_release_of_today_takes_six_taps_and_three_pages_and_one_undoes_it(bool script)
    {
        var campaign = $"counted-release-{(script ? "with" : "without")}";
        await OpenAsync(campaign);
        await using var reader = await browsers.ReadAsync(Phone, script: script);
        var (page, hands) = (reader.Page, new Counted(reader.Page));
        await page.GotoAsync($"/{campaign}");
        hands.Reset();
        await hands.Tap(page.Locator(".record-bar a"));
        await hands.Follow(page.Locator(".record-sheet a.tile[href$=release_achieved]"));
        await hands.Tap(page.Locator("label.person", new() { HasText = "John Example" }));
        await hands.Type("sources[0].citation", "RFE/RL");
        await hands.Follow(page.Locator("p.buttons button[value=check]"));
        await hands.Follow(page.Locator("button[value=record]"));
        (hands.Taps, hands.Loads, hands.Typed).ShouldBe((6, 3, "RFE/RL".Length));
        (await page.Locator("section.recorded").InnerTextAsync()).ShouldContain("John Example was released");

        hands.Reset();
        await hands.Follow(page.Locator("button[value=undo]"));
        (hands.Taps, hands.Loads).ShouldBe((1, 1));
        (await page.Locator("h1 del").CountAsync()).ShouldBe(1);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_with_its_votes_takes_four_pages_and_a_demand_of_it_to_three_addressees_three_more()
    {
        await OpenAsync("counted-text");
        await using var reader = await browsers.ReadAsync(Phone);
        var (page, hands) = (reader.Page, new Counted(reader.Page));
        await page.GotoAsync("/counted-text");
        hands.Reset();
        await hands.Tap(page.Locator(".record-bar a"));
        await hands.Follow(page.Locator(".record-sheet a.tile[href$=resolution_adopted]"));
        await hands.Tap(page.Locator("label.option", new() { HasText = "Another date" }));
        await hands.Type("occurred", "18 April 2013");
        await hands.Type("body", "European Parliament");
        await hands.Choose("kind", "UrgencyResolution");
        await hands.Type("title", "On Georgia");
        await hands.Tap(page.Locator("button[value='add:identifiers']"));
        await hands.Write("ta");
        await hands.Type("identifiers[0].value", "P7_TA(2013)0190");
        await hands.Tap(page.Locator("button[value='add:identifiers']"));
        await hands.Write("procedure");
        await hands.Type("identifiers[1].value", "2013/2600(RSP)");
        foreach (var (votes, count) in new[] { ("for", "511"), ("against", "115"), ("abstentions", "5") }) await hands.Type($"votes.{votes}", count);
        await hands.Type("sources[0].citation", "OJ C 45");
        await hands.Follow(page.Locator("p.buttons button[value=check]"));
        await hands.Follow(page.Locator("button[value=record]"));
        hands.Loads.ShouldBeLessThanOrEqualTo(4);
        hands.Taps.ShouldBeLessThanOrEqualTo(20);
        (await page.Locator("section.recorded").CountAsync()).ShouldBe(1);

        hands.Reset();
        await hands.Follow(page.Locator(".next-steps a").First);
        (await page.Locator("#f-by").InputValueAsync()).ShouldBe("European Parliament");
        (await page.Locator("#f-sources-0--citation").InputValueAsync()).ShouldBe("OJ C 45");
        await hands.Type("text", "Release the prisoner");
        await hands.Type("addressees[0]", "Georgia");
        await hands.Tap(page.Locator("button[value='add:addressees']"));
        await hands.Write("Council");
        await hands.Tap(page.Locator("button[value='add:addressees']"));
        await hands.Write("Commission");
        await hands.Type("operativeVerb", "calls on");
        await hands.Choose("force", "Call");
        await hands.Follow(page.Locator("p.buttons button[value=check]"));
        await hands.Follow(page.Locator("button[value=record]"));
        hands.Loads.ShouldBe(3);
        hands.Taps.ShouldBeLessThanOrEqualTo(10);
        foreach (var addressee in new[] { "Georgia", "Council", "Commission" }) (await page.Locator("dl.facts").InnerTextAsync()).ShouldContain(addressee);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_leaving_and_gone_once_it_is_recorded_or_restricted()
    {
        await OpenAsync("counted-draft");
        await using var reader = await browsers.ReadAsync(Phone);
        var page = reader.Page;
        async Task<int> Drafts() => await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length");
        async Task KeptAsync(int drafts) =>
            await page.WaitForFunctionAsync("drafts => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length === drafts", drafts);
        await page.GotoAsync("/counted-draft/record/arrested");
        await page.Locator("button[value='add:sources']").ClickAsync();
        await page.Locator("[name='sources[1].citation']").FillAsync("ODF");
        await page.Locator("label.person").First.ClickAsync();
        await KeptAsync(1);

        await page.GotoAsync("/counted-draft");
        await page.GotoAsync("/counted-draft/record/arrested");
        await page.Locator("[data-take]").ClickAsync();
        (await page.Locator("[name='sources[1].citation']").InputValueAsync()).ShouldBe("ODF");
        (await page.Locator("label.person input").First.IsCheckedAsync()).ShouldBeTrue();

        await page.Locator("details.more summary").ClickAsync();
        await page.Locator("[name=sensitivity]").SelectOptionAsync("Restricted");
        await KeptAsync(0);
        await page.Locator("[name=sensitivity]").SelectOptionAsync("Public");
        await KeptAsync(1);
        await page.Locator("p.buttons button[value=check]").ClickAsync();
        await page.Locator("button[value=record]").ClickAsync();
        await page.Locator("section.recorded").WaitForAsync();
        await KeptAsync(0);
        (await Drafts()).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Enter_in_the_box_of_a_person_sends_nothing_with_script_and_without()
    {
        await OpenAsync("counted-enter");
        foreach (var script in new[] { true, false })
        {
            await using var reader = await browsers.ReadAsync(Phone, script: script);
            await reader.Page.GotoAsync("/counted-enter/record/arrested");
            var posts = 0;
            reader.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
            await reader.Page.Locator("#f-subject").FillAsync("Nobody");
            await reader.Page.Locator("#f-subject").PressAsync("Enter");
            await reader.Page.Locator("#f-sources-0--citation").PressAsync("Enter");
            (await reader.Page.Locator("#f-subject").InputValueAsync()).ShouldBe("Nobody");
            posts.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_word_leads_to_the_form_by_Enter_and_a_question_waits_for_its_answer()
    {
        await OpenAsync("counted-words");
        await using var reader = await browsers.ReadAsync(Phone);
        var page = reader.Page;
        await page.GotoAsync("/counted-words/record");
        await page.Locator("#find").FillAsync("босатылды");
        await page.Locator("#find").PressAsync("Enter");
        await page.WaitForURLAsync("**/record/release_achieved");

        await page.GotoAsync("/counted-words/record");
        await page.Locator("#find").FillAsync("prison");
        await page.Locator(".meant h2").WaitForAsync();
        await page.Locator("#find").PressAsync("Enter");
        await page.WaitForFunctionAsync("document.activeElement.closest('.meant') !== null");
        (await page.Locator(".meant a").CountAsync()).ShouldBe(4);
        (await Axe.LookAsync(page)).ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    // An agreement, a man in prison.
    private async Task OpenAsync(string campaign)
    {
        JsonObject Event(string type, string subject, string occurred, params (string Name, JsonNode Value)[] fields)
        {
            var e = new JsonObject { ["type"] = type, ["subject"] = subject, ["occurred"] = occurred, ["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR" }) };
            foreach (var (name, value) in fields) e[name] = value;
            return e;
        }
        await PostAsync("/api/campaigns", new JsonArray(new JsonObject
        {
            ["type"] = "campaign_opened", ["campaign"] = campaign, ["occurred"] = "2011", ["name"] = campaign, ["promisingSide"] = "EU", ["reformingSide"] = "GE", ["question"] = "Is it?",
        }));
        await PostAsync($"/api/campaigns/{campaign}/events", new JsonArray(
            Event("case_opened", "case-1", "2012", ("name", "John Example")),
            Event("arrested", "case-1", "2012-01-23")));
    }

    private async Task PostAsync(string path, JsonArray events)
    {
        using var http = new HttpClient { BaseAddress = browsers.Address };
        using var body = new StringContent(events.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        await browsers.ReachAsync(JsonNode.Parse(text)!["sequence"]!.GetValue<long>());
    }
}
