using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The way of a coordinator: open a campaign, record, correct, see the answer change.</summary>
public sealed class RecordingTests(Browsers browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_campaign_is_opened_four_events_recorded_and_one_corrected_by_keyboard_alone_and_the_answer_changes(bool script)
    {
        await using var reader = await browsers.ReadAsync(script: script);
        var (page, hands) = (reader.Page, new Typist(reader.Page));
        var name = $"Visas {(script ? "with" : "without")}";
        await page.GotoAsync("/");
        await hands.Enter("Open a campaign");
        await hands.Type("When", "2011");
        await hands.Type("Name", name);
        await hands.Type("Promising side", "EU");
        await hands.Type("Reforming side", "GE");
        await hands.Type("Question", "Is progress conditioned on reform?");
        await hands.CheckAndRecord();
        var campaign = new Uri(page.Url).AbsolutePath.Trim('/');
        campaign.ShouldBe(script ? "visas" : "visas-without", "words that say little are left out");
        await BackgroundAsync(campaign);
        await page.GotoAsync($"/{campaign}");

        async Task Begin(string words, string type)
        {
            if (script)
            {
                await page.Locator("body").PressAsync("r");
                await page.WaitForURLAsync($"**/{campaign}/record");
            }
            else await hands.Enter("Record");
            await page.Locator("input[name=find]:focus").WaitForAsync();
            // The first field has the focus: two keystrokes, then the words.
            await page.Keyboard.TypeAsync(words);
            await hands.Enter();
            if (!script) await hands.Enter(type);
            (await page.Locator("h1").TextContentAsync()).ShouldBe(type);
        }

        await Begin("adopted", "Text adopted");
        await hands.Day("18 April 2013");
        if (script) await page.GetByText("Thursday 18 April 2013").WaitForAsync();
        await hands.Type("Body", "European Parliament");
        await hands.Type("Kind", "Urgency");
        await hands.Type("Title", "On Georgia");
        await hands.Type("Citation", "P7_TA(2013)0190");
        await hands.CheckAndRecord();

        await Begin("demand issued", "Demand made");
        await hands.Day("2013-04-18");
        await hands.Type("Text", "Release the prisoner");
        await hands.Type("By", "European Parliament");
        await hands.Type("Addressee 1", "Georgia");
        await hands.Type("Operative verb", "calls for");
        await hands.Type("Force", "Call");
        await hands.Type("Criterion", "At liberty");
        await hands.Type("About", "Example");
        await hands.Type("Resolution", "On Georgia");
        await hands.Type("Citation", "P7_TA(2013)0190");
        await hands.CheckAndRecord();

        await Begin("condition attached", "Demand made a condition");
        await hands.Type("Agreement", "Visa");
        await hands.Day("2013-04-19");
        await hands.Type("Demand", "Release the");
        await hands.Type("Necessary or contributing", "Nec");
        await hands.Type("Citation", "IPHR");
        await hands.CheckAndRecord();
        await hands.Enter("See the answer");
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe("No");

        await Begin("dialogue held", "Meeting held");
        await hands.Type("Series of meetings", "human rights");
        await hands.Day("2013-10-09/10");
        await hands.Type("Place", "Brussels");
        await hands.Type("Citation", "EEAS");
        await hands.CheckAndRecord();

        await Begin("release", "Release");
        await hands.Type("Person", "Example");
        await hands.Day("2016-08-19");
        await hands.Type("Manner", "Pardon");
        await hands.Type("Citation", "RFE/RL");
        await hands.CheckAndRecord();
        await hands.Enter("See the answer");
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe("No", "the release came after the gate");

        await page.GoBackAsync();
        await hands.Enter("Correct");
        await hands.To("Reason");
        await page.Keyboard.TypeAsync("The year was misread.");
        await hands.To("When");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("2014-08-19");
        await hands.Enter("Check");
        (await page.Locator("section.review").InnerTextAsync()).ShouldContain("No → Yes");
        await hands.Enter("Record it");
        (await page.Locator("section.recorded").InnerTextAsync()).ShouldContain("No → Yes");
        await hands.Enter("See the answer");
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe("Yes");
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Thirty_texts_that_try_to_be_more_than_texts_are_shown_as_texts()
    {
        await using var reader = await browsers.ReadAsync();
        var page = reader.Page;
        List<string> ran = [];
        await page.ExposeFunctionAsync("xss", () => ran.Add(page.Url));
        page.Dialog += (_, dialog) => { ran.Add(dialog.Message); _ = dialog.DismissAsync(); };
        await OpenAsync("hostile");
        // In every text field of a form, and in what it would record; the form that comes back is filled in again.
        await page.GotoAsync("/hostile/record/demand_issued");
        foreach (var text in HostileTexts.All)
        {
            await page.EvaluateAsync("text => { for (const field of document.querySelectorAll('form.record input:not([type=hidden]):not([type=radio]), form.record textarea')) field.value = text; }", text);
            // What must be something else than a text.
            foreach (var (field, value) in new[] { ("occurred", "2013"), ("about", ""), ("resolution", ""), ("answerDue", ""), ("effective", ""), ("published", ""), ("learned", ""), ("sources[0].url", ""), ("sources[0].archivedUrl", ""), ("at", ""), ("follows[0]", ""), ("alsoAbout[0]", "") })
                await page.EvaluateAsync("([name, value]) => { for (const field of document.getElementsByName(name)) field.value = value; }", new[] { field, value });
            await page.EvaluateAsync("document.getElementById('f-force').value = 'Urge'");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
            await page.Locator("p.buttons button[value=check]").ClickAsync();
            (await page.Locator("section.review .sentence").InnerTextAsync()).ShouldContain(text);
        }
        await page.Locator("button[value=record]").ClickAsync();
        await page.WaitForURLAsync("**/hostile/events/**");
        (await page.Locator("dl.facts").InnerTextAsync()).ShouldContain(HostileTexts.All[^1]);

        // And in every field of what is on record.
        foreach (var id in await DemandsAsync("hostile", HostileTexts.All))
        {
            await page.GotoAsync($"/hostile/events/{id.Event}");
            var (facts, sources) = (await page.Locator("dl.facts").InnerTextAsync(), await page.Locator("ul.sources").InnerTextAsync());
            foreach (var shown in new[] { facts, sources, await page.Locator("h1").InnerTextAsync() }) shown.ShouldContain(id.Text);
        }
        foreach (var address in new[] { "", "/timeline", "/demands", "/demand-1", "/hostile-7", "/record/demand_answered?subject=hostile-7" }) await page.GotoAsync($"/hostile{address}");
        ran.ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_and_what_would_be_recorded_are_accessible_wide_and_narrow_in_light_and_dark()
    {
        await using var reader = await browsers.ReadAsync();
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan/record/release_achieved");
        await page.Locator("p.buttons button[value=check]").ClickAsync();
        (await page.Locator("[role=alert]").CountAsync()).ShouldBe(1);
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("problems");
        (await page.Locator("#problems li").AllInnerTextsAsync()).Select(problem => problem.Split(' ')[0]).ShouldBe(["Person", "Sources"], "all that is missing, in the order of the page");
        await page.GetByLabel("Another date").CheckAsync();
        (await Axe.LookAsync(page)).ShouldBeEmpty();

        await page.Locator("#f-subject").FillAsync("Nobody at all");
        await page.Locator("#f-occurred").FillAsync("19 August 2016");
        await page.Locator("#f-manner").SelectOptionAsync("Parole");
        await page.Locator("#f-sources-0--citation").FillAsync("RFE/RL");
        await page.Locator("p.buttons button[value=check]").ClickAsync();
        await page.GetByLabel("Open a new case").CheckAsync();
        (await Axe.LookAsync(page)).ShouldBeEmpty();
        await page.Locator("p.buttons button[value=check]").ClickAsync();
        (await page.Locator("section.review").CountAsync()).ShouldBe(1);
        (await Axe.LookAsync(page)).ShouldBeEmpty();
        reader.Complaints.Where(complaint => !complaint.Contains("status of 422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subject_is_found_by_typing_in_any_script_and_taken_by_the_arrow_keys()
    {
        await using var reader = await browsers.ReadAsync();
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan/record/arrested");
        await page.Keyboard.TypeAsync("Төлет");
        await page.GetByRole(AriaRole.Option, new() { Name = "Roza Tuletaeva" }).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#f-subject").InputValueAsync()).ShouldBe("Roza Tuletaeva (case-3)");
        (await page.Locator("#f-subject").GetAttributeAsync("aria-expanded")).ShouldBe("false");
        await page.GetByLabel("Another date").CheckAsync();
        await page.Locator("#f-occurred").FillAsync("3/4/2013");
        await page.GetByText("can be read in two ways").WaitForAsync();
        await page.Locator("#f-occurred").FillAsync("2014-11~");
        await page.GetByText("about Nov 2014").WaitForAsync();
        reader.Complaints.ShouldBeEmpty();
    }

    // A demand for each text, with the text in every field that takes one.
    private async Task<List<(string Event, string Text)>> DemandsAsync(string campaign, IReadOnlyList<string> texts)
    {
        List<(string, string)> demands = [.. texts.Select(text => ($"{Guid.CreateVersion7()}", text))];
        await PostAsync($"/api/campaigns/{campaign}/events", new JsonArray([.. demands.Select((demand, i) => new JsonObject
        {
            ["id"] = demand.Item1, ["type"] = "demand_issued", ["subject"] = $"hostile-{i + 1}", ["occurred"] = "2014", ["text"] = demand.Item2, ["by"] = demand.Item2,
            ["addressees"] = new JsonArray(demand.Item2), ["operativeVerb"] = demand.Item2, ["force"] = "Urge", ["criterion"] = demand.Item2, ["paragraph"] = demand.Item2,
            ["theme"] = demand.Item2, ["note"] = demand.Item2,
            ["sources"] = new JsonArray(new JsonObject { ["citation"] = demand.Item2, ["locator"] = demand.Item2, ["quote"] = demand.Item2, ["informant"] = demand.Item2, ["language"] = demand.Item2 }),
        })]));
        return demands;
    }

    private Task OpenAsync(string campaign) => PostAsync("/api/campaigns", new JsonArray(new JsonObject
    {
        ["type"] = "campaign_opened", ["campaign"] = campaign, ["occurred"] = "2011", ["name"] = campaign, ["promisingSide"] = "EU", ["reformingSide"] = "GE", ["question"] = "Is it?",
    }));

    // What was on record before the coordinator came: an agreement that was promised to depend on reform, a gate, a man in prison, a dialogue.
    private Task BackgroundAsync(string campaign)
    {
        JsonObject Event(string type, string subject, string occurred, params (string Name, JsonNode Value)[] fields)
        {
            var e = new JsonObject { ["type"] = type, ["subject"] = subject, ["occurred"] = occurred, ["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR" }) };
            foreach (var (name, value) in fields) e[name] = value;
            return e;
        }
        return PostAsync($"/api/campaigns/{campaign}/events", new JsonArray(
            Event("agreement_defined", "visa", "2011", ("name", "Visa agreement"), ("parties", new JsonArray("EU", "GE")), ("bodies", new JsonArray(new JsonObject { ["name"] = "Council", ["holds"] = new JsonArray("Signed") }))),
            Event("linkage_declared", "visa", "2012", ("by", "Council"), ("strength", "Committed"), ("wording", "depends on reform"), ("issueArea", "human rights")),
            Event("case_opened", "case-1", "2012", ("name", "John Example")),
            Event("arrested", "case-1", "2012-01-23"),
            Event("dialogue_series_opened", "talks", "2012", ("name", "Talks on human rights")),
            Event("milestone_reached", "visa", "2015-12-21", ("milestone", "Signed"), ("by", new JsonArray("Council")))));
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
