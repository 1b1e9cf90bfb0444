using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Recording by form, without script.</summary>
public sealed class RecordFormTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private HtmlForm Browser() => new(Tracker.Address);

    // A page shows what is settled: a moment after the recording.
    private new async Task<Answer> Opened(params JsonObject[] events)
    {
        var answer = await base.Opened(events);
        await Tracker.Get<CampaignReader>().WaitAsync(answer.Sequence, TestContext.Current.CancellationToken);
        return answer;
    }

    private static void FillRelease(HtmlForm form, string subject = "Kozlov", string occurred = "19 August 2016")
    {
        form["subject"] = subject;
        form["occurred"] = occurred;
        form["manner"] = "Parole";
        form["sources[0].citation"] = "RFE/RL";
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_in_a_summary_that_leads_there_and_nothing_is_lost()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        form["subject"] = "Kozlov";
        (form["occurred~"], form["manner"]) = ("", "");
        form["conditions"] = "reports to the\npolice";
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form.Problems.Count().ShouldBe(3, "everything at once, the source too");
        form.Problems.Take(2).ShouldBe(["When is missing: fill it in", "Manner is missing: fill it in"]);
        foreach (var field in new[] { "occurred", "manner", "sources" }) form.Page.ShouldContain($"href=\"/{Campaign}/record/release_achieved#f-{field}\"");
        (form["subject"], form["conditions"]).ShouldBe(("Kozlov", "reports to the\npolice"));
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task A_release_of_today_needs_a_person_and_a_source_and_nothing_else()
    {
        await Opened(Written.Case(), Written.Arrested());
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        form.Page.ShouldContain("Vladimir Kozlov (case-1)");
        (form["subject~"], form["sources[0].citation"]) = ("Vladimir Kozlov (case-1)", "RFE/RL");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
        (form["subject~"], form["occurred~"], form["occurred"]).ShouldBe(("Vladimir Kozlov (case-1)", today, ""), "what was chosen is still chosen");
        await form.Press("record");
        form.SentOn.ShouldNotBeNull(string.Join("; ", form.Problems));
        (await Tracker.Query<string>("select (data ->> 'subject') || ' ' || (data ->> 'occurred') || ' ' || (data ->> 'manner') from tracker.mt_events where data ->> 'campaign' = $1 and type = 'release_achieved'", Campaign))
            .ShouldBe($"case-1 {today} Unknown");
    }

    [Fact]
    public async Task Yesterday_is_chosen_and_a_date_that_is_typed_says_more_than_a_day_that_was_offered()
    {
        await Opened(Written.Case(), Written.Arrested());
        var yesterday = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        (form["subject"], form["occurred~"], form["sources[0].citation"]) = ("Kozlov", yesterday, "RFE/RL");
        await form.Press("check");
        form["occurred~"].ShouldBe(yesterday);
        form["occurred"] = "19 August 2016";
        await form.Press("check");
        (form["occurred~"], form["occurred"]).ShouldBe(("", "19 August 2016"));
        (await Browser().Get($"/{Campaign}/record/dialogue_expected"))["occurred~"].ShouldBe("", "what is expected is not of today");
    }

    [Fact]
    public async Task What_was_just_recorded_is_undone_by_one_press_and_stays_to_be_seen_as_withdrawn()
    {
        await Opened(Written.Case(), Written.Arrested());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        form["subject"] = "Aron Atabek";
        form["subject~"] = "+Case";
        await form.Press("check");
        await form.Press("record");
        await form.Follow();
        form.Page.ShouldContain("value=\"undo\"");
        await form.Press("undo");
        await form.Follow();
        form.Status.ShouldBe(HttpStatusCode.OK);
        form.Page.ShouldContain("<del>");
        (await Tracker.Rows<string>("select type || ' ' || (data -> 'reason' ->> 'personal') || ' ' || (data -> 'sources' -> 0 ->> 'citation') from tracker.mt_events where data ->> 'campaign' = $1 order by seq_id desc limit 2", Campaign))
            .ShouldBe(Enumerable.Repeat("event_retracted Undone at once: it was recorded by mistake. RFE/RL", 2), "the opening on the way, too");
        (await Browser().Get($"/{Campaign}")).Page.ShouldNotContain("Aron Atabek was released");
    }

    [Fact]
    public async Task A_form_that_undoes_and_is_not_ours_is_refused()
    {
        await Opened(Written.Case(), Written.Arrested());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        await form.Press("check");
        await form.Press("record");
        await form.Follow();
        var before = await Tracker.Count(Campaign);
        form.Fields.Remove("__RequestVerificationToken");
        await form.Press("undo");
        form.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Tracker.Count(Campaign)).ShouldBe(before);
    }

    [Fact]
    public async Task What_a_text_demands_is_recorded_after_it_with_its_body_its_day_and_its_sources_filled_in()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/resolution_adopted");
        foreach (var (field, value) in new[] { ("occurred", "18 April 2013"), ("body", "European Parliament"), ("kind", "UrgencyResolution"), ("title", "On Kazakhstan"),
            ("sources[0].citation", "P7_TA(2013)0190"), ("sources[0].url", "https://example.org/190"), ("sources[0].locator", "para. 1") }) form[field] = value;
        await form.Press("check");
        await form.Press("record");
        await form.Follow();
        for (var demand = 1; demand <= 2; demand++)
        {
            var next = Regex.Match(form.Page, $"href=\"(/{Campaign}/record/demand_issued\\?from=[^\"]+)\"").Groups[1].Value;
            next.ShouldNotBeEmpty(form.Page);
            await form.Get(next);
            (form["by"], form["occurred"], form["sources[0].citation"], form["sources[0].url"], form["sources[0].locator"])
                .ShouldBe(("European Parliament", "2013-04-18", "P7_TA(2013)0190", "https://example.org/190", ""));
            form["resolution"].ShouldStartWith("On Kazakhstan (");
            (form["text"], form["addressees[0]"], form["operativeVerb"], form["force"]) = ($"Release prisoner {demand}", "Kazakhstan", "calls for", "Call");
            await form.Press("check");
            form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
            await form.Press("record");
            await form.Follow();
        }
        (await Tracker.Rows<string>("select data ->> 'by' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'demand_issued' and data ->> 'resolution' is not null", Campaign)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_an_event_of_a_person_comes_another_of_the_same_person_with_the_name_filled_in()
    {
        await Opened(Written.Case(), Written.Arrested());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        await form.Press("check");
        await form.Press("record");
        await form.Follow();
        foreach (var next in new[] { "arrested?subject=case-1", "convicted?subject=case-1", "demand_issued?about=case-1" }) form.Page.ShouldContain($"/{Campaign}/record/{next}\"");
        await form.Get($"/{Campaign}/record/demand_issued?about=case-1");
        form["about"].ShouldBe("Vladimir Kozlov (case-1)");
        await form.Get($"/{Campaign}/record/arrested?subject=case-1");
        form["subject~"].ShouldBe("Vladimir Kozlov (case-1)");
    }

    [Fact]
    public async Task Enter_in_a_field_presses_a_button_that_does_nothing()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        Regex.Match(form.Page, "<form method=\"post\".*?(<button[^>]*>)", RegexOptions.Singleline).Groups[1].Value.ShouldContain(" disabled");
    }

    [Theory]
    [InlineData("Kozlov", "Release Vladimir Kozlov at once", "Liberty")]
    [InlineData("Kozlov", "Give Vladimir Kozlov a fair trial", "Reviewer")]
    [InlineData("", "Adopt the law", "Reviewer")]
    public async Task A_demand_is_proposed_a_measure_that_is_shown_and_can_be_changed(string about, string text, string measure)
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/demand_issued");
        foreach (var (field, value) in new[] { ("occurred", "2013-04-18"), ("text", text), ("by", "European Parliament"), ("addressees[0]", "Kazakhstan"),
            ("operativeVerb", "calls for"), ("force", "Call"), ("about", about), ("sources[0].citation", "P7_TA(2013)0190") }) form[field] = value;
        form["measuredBy"].ShouldBe("");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
        form["measuredBy"].ShouldBe(measure);

        form["measuredBy"] = "Reviewer";
        await form.Press("check");
        await form.Press("record");
        (await Tracker.Query<string>("select data ->> 'measuredBy' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'demand_issued'", Campaign)).ShouldBe("Reviewer");
    }

    [Fact]
    public async Task A_date_that_can_be_read_in_two_ways_is_refused_with_both()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form, occurred: "3/4/2016");
        await form.Press("check");
        form.Problems.ShouldBe(["When can be read in two ways, as 2016-04-03 or as 2016-03-04: write the one you mean"]);
        form["occurred"].ShouldBe("3/4/2016");
    }

    [Fact]
    public async Task What_is_surprising_and_what_may_be_on_record_already_is_shown_before_anything_is_recorded()
    {
        var opened = await Opened(Written.Case(), Written.Released());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved?after={opened.Sequence}");
        FillRelease(form, occurred: "2016-08");
        await form.Press("check");
        form.Page.ShouldContain("is not recorded as held on that day");
        form.Page.ShouldContain("This may already be recorded");
        form.Page.ShouldContain($"/events/{opened.Id(2)}");
        form.Page.ShouldContain("read as any day from 1 Aug 2016 to 31 Aug 2016");
        (await Tracker.Count(Campaign)).ShouldBe(3);
        await form.Press("record");
        (await Tracker.Count(Campaign)).ShouldBe(4);
    }

    [Fact]
    public async Task A_release_told_of_a_day_later_is_offered_as_the_same_and_takes_the_other_source()
    {
        var opened = await Opened(Written.Case(), Written.Arrested(), Written.Released());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved?after={opened.Sequence}");
        FillRelease(form, occurred: "2016-08-20");
        form["sources[0].citation"] = "Azattyq";
        await form.Press("check");
        form.Page.ShouldContain($"value=\"same:{opened.Id(3)}\"");
        await form.Press($"same:{opened.Id(3)}");
        form.SentOn.ShouldNotBeNull(string.Join("; ", form.Problems)).ShouldStartWith($"/{Campaign}/events/{opened.Id(3)}?recorded=");
        (await Tracker.Rows<string>("select type from tracker.mt_events where data ->> 'campaign' = $1 order by seq_id desc limit 1", Campaign)).ShouldBe(["event_corrected"]);
        await form.Follow();
        form.Page.ShouldContain("Azattyq");
        form.Page.ShouldContain("19 Aug 2016");

        await form.Get($"/{Campaign}/record/release_achieved");
        FillRelease(form, occurred: "2016-08-28");
        await form.Press("check");
        form.Page.ShouldNotContain("value=\"same:");
    }

    [Fact]
    public async Task A_correction_asks_one_when_that_of_the_event()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        using var form = await Browser().Get($"/{Campaign}/record/event_corrected?event={opened.Id(2)}");
        Regex.Count(form.Page, "<label for=\"[^\"]*\">When[^a-z]").ShouldBe(1);
        form["occurred"].ShouldBe(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_records_once_and_an_altered_one_is_looked_at_again()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        await form.Press("check");
        form["manner"] = "Pardon";
        await form.Press("record");
        form.SentOn.ShouldBeNull("what was altered is checked first");
        form.Page.ShouldContain("was released (pardon)");

        var sent = form.Fields.ToDictionary();
        await form.Press("record");
        var first = form.SentOn.ShouldNotBeNull();
        await form.Get($"/{Campaign}/record/release_achieved");
        foreach (var (name, values) in sent) form.Fields[name] = values;
        await form.Press("record");
        form.SentOn.ShouldBe(first);

        await form.Get($"/{Campaign}/record/release_achieved");
        foreach (var (name, values) in sent) form.Fields[name] = values;
        form["manner"] = "Parole";
        await form.Press("check");
        await form.Press("record");
        form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form.Page.ShouldContain("This form has been recorded already");
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task Two_who_open_cases_at_once_are_given_two_names_and_no_name_is_a_persons()
    {
        await Opened(Written.Case("case-7"));
        async Task<HtmlForm> Checked(string name)
        {
            var form = await Browser().Get($"/{Campaign}/record/case_opened");
            (form["occurred"], form["name"]) = ("2012", name);
            return await form.Press("check");
        }
        HtmlForm[] forms = [await Checked("Roza Tuletaeva"), await Checked("Vadim Kuramshin"), await Checked("Aron Atabek")];
        foreach (var form in forms) form.Page.ShouldContain("<code>case-8</code>");
        await Task.WhenAll(forms.Select(form => form.Press("record")));
        foreach (var form in forms)
        {
            form.SentOn.ShouldNotBeNull();
            form.Dispose();
        }
        (await Tracker.Rows<string>("select data ->> 'subject' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'case_opened' order by 1", Campaign))
            .ShouldBe(["case-10", "case-7", "case-8", "case-9"]);
    }

    [Fact]
    public async Task A_subject_is_found_in_another_script_and_one_that_is_not_on_record_is_opened_on_the_spot()
    {
        await Opened(Written.Case(name: "Roza Tuletaeva"));
        using var form = await Browser().Get($"/{Campaign}/record/arrested");
        (form["subject"], form["occurred"], form["sources[0].citation"]) = ("Төлетаева", "2012-06-20", "ODF");
        await form.Press("check");
        form.Page.ShouldContain("Roza Tuletaeva was arrested");

        form["subject"] = "Aron Atabek";
        await form.Press("check");
        form.Problems.ShouldBe(["Person is not on record here: choose another, or open it on the spot"]);
        form["subject~"] = "+Case";
        await form.Press("check");
        form.Page.ShouldContain("The case of Aron Atabek was opened");
        await form.Press("record");
        form.SentOn.ShouldNotBeNull(string.Join("; ", form.Problems));
        (await Tracker.Rows<string>("select type || ' ' || (data ->> 'subject') || ' ' || (data -> 'sources' -> 0 ->> 'citation') from tracker.mt_events where data ->> 'subject' = 'case-2' and data ->> 'campaign' = $1 order by seq_id", Campaign))
            .ShouldBe(["case_opened case-2 ODF", "arrested case-2 ODF"]);
    }

    [Fact]
    public async Task One_of_several_is_chosen_from_those_that_may_be_meant()
    {
        await Opened(Written.Case(name: "Vladimir Kozlov"), Written.Case("case-2", "Vladimir Petrov"));
        using var form = await Browser().Get($"/{Campaign}/record/arrested");
        (form["subject"], form["occurred"], form["sources[0].citation"]) = ("Vladimir", "2012-01-23", "ODF");
        await form.Press("check");
        form.Problems.ShouldBe(["Person may be one of several: choose which"]);
        form["subject~"] = "Vladimir Petrov (case-2)";
        await form.Press("check");
        form.Page.ShouldContain("Vladimir Petrov was arrested");
        form["subject~"].ShouldBe("Vladimir Petrov (case-2)");
    }

    [Theory]
    [InlineData("-")]
    [InlineData("%")]
    [InlineData("…")]
    public async Task What_has_no_letter_in_it_means_nobody_also_where_there_is_one_alone(string typed)
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form, typed);
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form["subject"].ShouldBe(typed);
    }

    [Fact]
    public async Task A_subject_is_meant_by_its_exact_title_where_others_have_that_in_theirs()
    {
        JsonObject Series(string subject, string name) => new() { ["type"] = "dialogue_series_opened", ["subject"] = subject, ["occurred"] = "2008", ["name"] = name, ["parties"] = new JsonArray("EU", "KZ") };
        await Opened(Series("hrd", "EU-Kazakhstan human rights dialogue"), Series("seminar", "Civil society seminar of the EU-Kazakhstan human rights dialogue"));
        using var form = await Browser().Get($"/{Campaign}/record/dialogue_held");
        (form["subject"], form["occurred"], form["sources[0].citation"]) = ("EU–Kazakhstan Human Rights Dialogue", "2014-11-07", "RFE/RL");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
        await form.Press("record");
        (await Tracker.Query<string>("select data ->> 'subject' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'dialogue_held'", Campaign)).ShouldBe("hrd");
    }

    [Fact]
    public async Task Rows_come_and_go_and_everything_else_stays()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        await form.Press("add:sources");
        form["sources[1].citation"] = "ODF";
        await form.Press("add:sources");
        form["sources[2].citation"] = "HRW";
        await form.Press("remove:sources[1]");
        (form["sources[0].citation"], form["sources[1].citation"], form.Fields.ContainsKey("sources[2].citation")).ShouldBe(("RFE/RL", "HRW", false));
        (form["occurred"], form["manner"]).ShouldBe(("19 August 2016", "Parole"));
        await form.Press("check");
        form.Page.ShouldContain("Source: RFE/RL; HRW");
    }

    [Fact]
    public async Task A_source_that_was_used_before_is_taken_again_without_what_was_quoted_from_it()
    {
        var arrested = Written.Arrested();
        arrested["sources"] = new JsonArray(new JsonObject { ["citation"] = "Front Line", ["url"] = "https://example.org/a", ["locator"] = "p. 3" });
        await Opened(Written.Case(), arrested);
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        await form.Press("source:0");
        (form["sources[0].citation"], form["sources[0].url"], form["sources[0].locator"]).ShouldBe(("Front Line", "https://example.org/a", ""));
    }

    [Fact]
    public async Task The_list_of_what_can_be_recorded_is_found_by_a_word_and_narrowed_to_a_subject()
    {
        await Opened(Written.Case());
        var found = (await Tracker.Get($"/{Campaign}/record?find=released")).ShouldBe(HttpStatusCode.OK).Text;
        (await Tracker.Get($"/{Campaign}/record?find=release")).Text.ShouldContain($"/{Campaign}/record/release_achieved\"");
        found.ShouldNotContain("dialogue_held");
        var onCase = (await Tracker.Get($"/{Campaign}/record?subject=case-1")).Text;
        onCase.ShouldContain($"/{Campaign}/record/release_achieved?subject=case-1");
        onCase.ShouldNotContain("milestone_reached");
        (await Tracker.Get($"/{Campaign}/record")).Text.ShouldContain($"class=\"tile\" href=\"/{Campaign}/record/dialogue_held\"");
        (await Tracker.Get($"/{Campaign}/record/nothing_like_it")).ShouldBe(HttpStatusCode.NotFound);
        (await Tracker.Get($"/{Campaign}/record/campaign_opened")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    // In every language, whatever that of the page.
    [InlineData("", "freed", "best", "release_achieved")]
    [InlineData("", "meeting", "best", "dialogue_held")]
    [InlineData("", "босатылды", "best", "release_achieved")]
    [InlineData("/ru", "freed", "best", "release_achieved")]
    [InlineData("/kk", "освободили", "best", "release_achieved")]
    [InlineData("", "Arrest", "best", "arrested")]
    [InlineData("", "condition_attached", "best", "condition_attached")]
    [InlineData("", "prison", "or", "arrested")]
    [InlineData("", "beaten in prison", "best", "ill_treatment_reported")]
    public async Task A_word_leads_to_what_it_may_mean(string language, string typed, string shown, string type)
    {
        await Opened(Written.Case());
        var page = (await Tracker.Get($"{language}/{Campaign}/record?find={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Text;
        var first = Regex.Match(page, "<section class=\"meant\".*?<a( class=\"best\")? href=\"([^\"]+)\"", RegexOptions.Singleline);
        first.Groups[2].Value.ShouldBe($"{language}/{Campaign}/record/{type}");
        first.Groups[1].Success.ShouldBe(shown == "best", "what may mean several things is asked");
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        await Opened(Written.Case());
        using var form = await Browser().Get($"/{Campaign}/record/release_achieved");
        FillRelease(form);
        form.Fields.Remove("__RequestVerificationToken");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_campaign_cannot_be_called_like_an_address_of_the_program()
    {
        foreach (var name in ShortName.Reserved)
            (await Tracker.Open(Written.Campaign(name))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "campaign reserved_name");
        var first = Tracker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal] }, ..] ? literal.Content : null).OfType<string>();
        first.Distinct().Where(segment => ShortName.IsOne(segment)).Except(ShortName.Reserved).ShouldBeEmpty();
    }

    public static TheoryData<string, string?> Dates => new()
    {
        { "2014-11", "Nov 2014: from 1 Nov 2014 to 30 Nov 2014" },
        { "18 April 2013", "Thursday 18 April 2013" },
        { "3/4/2013", null },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task How_a_date_is_understood_is_said_while_it_is_typed(string typed, string? understood)
    {
        var answer = (await Tracker.Get($"/record/date?text={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Body;
        answer["understood"]?.GetValue<string>().ShouldBe(understood);
        (answer["problem"] is null).ShouldBe(understood is not null);
    }

    [Fact]
    public async Task Whatever_stands_in_a_field_comes_back_as_text()
    {
        await Opened(Written.Case());
        foreach (var type in EventCatalogue.All.Where(type => type.Opens != SubjectKind.Campaign && type.Name != "event_corrected"))
        {
            using var form = await Browser().Get($"/{Campaign}/record/{type.Name}");
            var texts = form.Fields.Keys.Where(name => form[name].Length == 0 && name is not ("do" or "checked")).ToList();
            var given = texts.ToDictionary(name => name, name => HostileTexts.All[(texts.IndexOf(name) + type.Name.Length) % HostileTexts.All.Count]);
            foreach (var (name, text) in given) form[name] = text;
            await form.Press("check");
            form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            foreach (Match tag in Regex.Matches(form.Page, "<(?!/?(?:!DOCTYPE|html|head|meta|link|script type=\"module\" src=\"/assets|/?script|title|body|a|header|svg|path|circle|nav|ul|ol|li|main|h1|h2|h3|p|form|input|div|label|span|textarea|select|option|datalist|output|fieldset|legend|button|details|summary|footer|time|code|template|b|small|rect|g|polygon|line)[ />])[a-z][^>]*>", RegexOptions.IgnoreCase))
                Assert.Fail($"{type.Name}: {tag.Value}");
            foreach (var (name, text) in given.Where(field => form.Fields.ContainsKey(field.Key) && form.Page.Contains($"name=\"{field.Key}\"", StringComparison.Ordinal)))
                if (!form.Page.Contains($"<select id=\"f-{name}\"", StringComparison.Ordinal) && form[name].Length > 0) form[name].ShouldBe(text.Trim());
        }
    }
}
