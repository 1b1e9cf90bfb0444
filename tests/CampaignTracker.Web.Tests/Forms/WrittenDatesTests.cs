using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Forms;

/// <summary>Dates as people write them: in a form, beside it while they type, in filters and as the date of a viewpoint.</summary>
public sealed class WrittenDatesTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Theory]
    [InlineData("Thursday, April 18, 2013", "Thursday 18 April 2013")]
    [InlineData("18 апреля 2013 г.", "Thursday 18 April 2013")]
    [InlineData("14. 10. 2013", "Monday 14 October 2013")]
    [InlineData("2013-04-18 00:00:00", "Thursday 18 April 2013")]
    [InlineData("2013\u201104\u201118", "Thursday 18 April 2013")]
    [InlineData("\u200E18.04.2013\u200F", "Thursday 18 April 2013")]
    [InlineData("١٨/٤/٢٠١٣", "Thursday 18 April 2013")]
    [InlineData("１８.４.２０１３", "Thursday 18 April 2013")]
    [InlineData("१८.४.२०१३", "Thursday 18 April 2013")]
    [InlineData("25.-28.10.2013", "25–28 Oct 2013: from 25 Oct 2013 to 28 Oct 2013")]
    [InlineData("April 18-19, 2013", "18–19 Apr 2013: from 18 Apr 2013 to 19 Apr 2013")]
    [InlineData("1 or 2 May 2013", "1–2 May 2013: from 1 May 2013 to 2 May 2013")]
    [InlineData("9 and 10 October 2013", "9–10 Oct 2013: from 9 Oct 2013 to 10 Oct 2013")]
    [InlineData("between 5 and 9 May 2013", "5–9 May 2013: from 5 May 2013 to 9 May 2013")]
    [InlineData("18.04.13", "Thursday 18 April 2013")]
    [InlineData("2013 жылғы 18 сәуір", "Thursday 18 April 2013")]
    [InlineData("Friday, 18 April 2013", "Thursday 18 April 2013 – is a Thursday, not a Friday: make sure that the date is right")]
    [InlineData("весна 2011", "spring 2011: from 1 Mar 2011 to 31 May 2011")]
    [InlineData("before 2014", "until 2013: from 1 Jan 2013 to 31 Dec 2013")]
    [InlineData("the 2010s", "2010s: from 1 Jan 2010 to 31 Dec 2019")]
    [InlineData("200X", "2000s: from 1 Jan 2000 to 31 Dec 2009")]
    [InlineData("20XX", "21st century: from 1 Jan 2000 to 31 Dec 2099")]
    [InlineData("1985-04-12/..", "since 12 Apr 1985: from 12 Apr 1985 to 12 Apr 1985")]
    [InlineData("1985-04-12/", "from 12 Apr 1985, end unknown: from 12 Apr 1985 to 12 Apr 1985")]
    public async Task What_was_understood_is_told_at_once(string typed, string understood) =>
        (await Tracker.Get($"/record/date?text={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Body["understood"]!.GetValue<string>()
            .ShouldBe(understood);

    [Theory]
    [InlineData("2013-00-18", "where the month is not known, write 2013")]
    [InlineData("00/12/2013", "where the day is not known, write 2013-12")]
    [InlineData("05/00/2014", "where the day is not known, write 2014-05")]
    [InlineData("01.00.2010", "where the month is not known, write 2010")]
    [InlineData("03/04/2013", "as 2013-04-03 or as 2013-03-04")]
    [InlineData("the 1900s", "as 190X or as 19XX")]
    [InlineData("after 18 April 2013", "write 2013-04-19/.. for what has lasted since")]
    [InlineData("some time ago", "is not a date: write a day (2013-04-18)")]
    public async Task What_cannot_be_read_is_told_with_what_to_write(string typed, string problem)
    {
        var answer = (await Tracker.Get($"/record/date?text={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Body;
        answer["understood"].ShouldBeNull();
        answer["problem"]!.GetValue<string>().ShouldContain(problem);
    }

    [Theory]
    [InlineData("١٨.٤.٢٠١٣", null)]
    [InlineData("18 апреля 2013 г.", null)]
    [InlineData("00/04/2013", "When has no day 00: where the day is not known, write 2013-04")]
    [InlineData("٣/٤/٢٠١٣", "When can be read in two ways, as 2013-04-03 or as 2013-03-04: write the one you mean")]
    public async Task A_form_reads_it_or_says_what_to_write_and_loses_nothing(string typed, string? problem)
    {
        var opened = await Opened(Written.Case());
        using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/release_achieved?after={opened.Sequence}");
        (form["subject"], form["occurred"], form["manner"], form["sources[0].citation"]) = ("case-1", typed, "Parole", "RFE/RL");
        form["note"] = "a long text that was typed";
        await form.Press("check");
        form.Problems.ShouldBe(problem is null ? [] : [problem]);
        (form["occurred"], form["note"]).ShouldBe((typed, "a long text that was typed"));
        if (problem is null) form.Page.ShouldContain("18 Apr 2013");
    }

    [Theory]
    [InlineData("18.04.2013")]
    [InlineData("18 April 2013")]
    [InlineData("18 апреля 2013")]
    [InlineData("١٨/٤/٢٠١٣")]
    public async Task Filters_and_viewpoints_read_what_forms_read(string typed)
    {
        var opened = await Opened(Written.Case(), Written.Context("2013-04-17"), Written.Context("2013-04-19").With("text", "Afterwards."));
        await Tracker.Get($"/{Campaign}?after={opened.Sequence}");
        var text = Uri.EscapeDataString(typed);
        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?from={text}")).ShouldBe(HttpStatusCode.OK).Body["entries"]!.AsArray()
            .Select(entry => entry!["occurred"]!.GetValue<string>()).ShouldBe(["2013-04-19"]);
        (await Tracker.Get($"/{Campaign}/timeline?from={text}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("class=\"error\"");

        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?asOf={text}")).ShouldBe(HttpStatusCode.OK).Body["asOf"]!.GetValue<string>().ShouldBe("2013-04-18");
        (await Tracker.Get($"/{Campaign}?asOf={text}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("asOf=2013-04-18");
        (await Tracker.Get($"/{Campaign}/compare?fromAsOf={text}&toAsOf=2013-04-19")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("class=\"error\"");
    }

    [Fact]
    public async Task A_date_that_is_sent_as_it_is_written_by_hand_is_refused_with_the_date_in_EDTF()
    {
        await Opened(Written.Case());
        var answer = await Record(Written.Arrested(occurred: "18 April 2013"));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "events[0].occurred wrong_value");
        answer.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("is not a date in EDTF: write 2013-04-18");
    }
}
