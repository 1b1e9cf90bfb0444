using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>A form that cannot be taken comes back with what was typed, says why, and nothing is stored.</summary>
public sealed class SentFormTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Typed = "reports to the police, Қуандық";

    private async Task<HtmlForm> Filled()
    {
        var opened = await Opened(Written.Case());
        await Tracker.Get<CampaignReader>().WaitAsync(opened.Sequence, TestContext.Current.CancellationToken);
        var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/release_achieved");
        form["subject"] = "Kozlov";
        form["occurred"] = "19 August 2016";
        form["manner"] = "Parole";
        form["conditions"] = Typed;
        form["sources[0].citation"] = "RFE/RL";
        return form;
    }

    private async Task ShouldShowAgain(HtmlForm form, HttpStatusCode status, string why)
    {
        form.Status.ShouldBe(status, form.Page);
        form.Page.ShouldContain("Nothing was recorded");
        form.Page.ShouldContain(why);
        (form["conditions"], form["sources[0].citation"]).ShouldBe((Typed, "RFE/RL"));
        (await Tracker.Count(Campaign)).ShouldBe(2);
        // What came back is good to be sent.
        (await form.Press("check")).Status.ShouldBe(HttpStatusCode.OK, form.Page);
        (await form.Press("record")).SentOn.ShouldNotBeNull(form.Page);
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("\"UTF-7\"")]
    [InlineData("unicode-1-1-utf-7")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("windows-1251")]
    [InlineData("iso-8859-1")]
    [InlineData("nothing-like-it")]
    [InlineData("\"\"")]
    public async Task A_form_in_another_encoding_is_shown_again_and_not_taken(string charset)
    {
        using var form = await Filled();
        await form.Press("record", $"application/x-www-form-urlencoded; charset={charset}");
        await ShouldShowAgain(form, HttpStatusCode.UnsupportedMediaType, "not sent as UTF-8");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("Application/X-WWW-Form-Urlencoded;charset=\"UTF-8\"")]
    public async Task A_form_in_utf8_is_taken(string mediaType)
    {
        using var form = await Filled();
        (await form.Press("check", mediaType)).Status.ShouldBe(HttpStatusCode.OK);
        form.Page.ShouldContain("Vladimir Kozlov was released");
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8nonsense")]
    public async Task A_form_whose_token_no_longer_holds_is_shown_again_and_not_taken(string token)
    {
        using var form = await Filled();
        form["__RequestVerificationToken"] = token;
        await form.Press("record");
        await ShouldShowAgain(form, HttpStatusCode.BadRequest, "send it again");
    }

    [Fact]
    public async Task Nothing_else_is_done_with_a_token_that_does_not_hold()
    {
        using var http = new HttpClient { BaseAddress = Tracker.Address };
        foreach (var handler in (string[])["remove-sample", "sample"])
        {
            using var answer = await http.PostAsync("/", new FormUrlEncodedContent([new("_handler", handler)]), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task What_is_no_form_is_refused(string? mediaType)
    {
        using var form = await Filled();
        using var http = new HttpClient { BaseAddress = Tracker.Address };
        using var content = new ByteArrayContent("--x\r\nContent-Type: text/plain; charset=utf-7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--"u8.ToArray());
        if (mediaType is not null) content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var answer = await http.PostAsync($"/{Campaign}/record/release_achieved", content, TestContext.Current.CancellationToken);
        (await Answer.ReadAsync(answer)).ShouldBe(HttpStatusCode.UnsupportedMediaType).ShouldBeProblem();
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task A_form_with_too_much_in_it_is_refused()
    {
        using var form = await Filled();
        for (var i = 0; i < 10_000; i++) form[$"x{i}"] = "";
        (await form.Press("check")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    public static TheoryData<byte[], string> NoTexts => new()
    {
        { [0xFF], "Conditions holds a character that could not be read (�): type it again" },
        { [0xED, 0xA0, 0x80], "Conditions holds a character that could not be read (�): type it again" },
        { [0xEF, 0xBF, 0xBE], "Conditions holds U+FFFE, which Unicode keeps free and no text should have: remove it" },
        { [0xEF, 0xB7, 0x90], "Conditions holds U+FDD0, which Unicode keeps free and no text should have: remove it" },
        { [0xF0, 0x9F, 0xBF, 0xBF], "Conditions holds U+1FFFF, which Unicode keeps free and no text should have: remove it" },
        { [0x00], "Conditions holds the character U+0000, which cannot be stored: remove it" },
    };

    [Theory, MemberData(nameof(NoTexts))]
    public async Task What_is_no_text_is_named_beside_its_field(byte[] bytes, string problem)
    {
        using var form = await Filled();
        await form.Press("check", change: body => body.Replace("%D2%9A", string.Concat(bytes.Select(b => $"%{b:X2}")), StringComparison.Ordinal));
        form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form.Problems.ShouldBe([problem]);
        form["sources[0].citation"].ShouldBe("RFE/RL");
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task A_byte_that_is_no_text_is_named_escaped_or_not()
    {
        using var form = await Filled();
        await form.Press("check", change: body => body.Replace("%D2%9A", "\u00FF", StringComparison.Ordinal));
        form.Problems.ShouldBe(["Conditions holds a character that could not be read (�): type it again"]);
    }

    [Fact]
    public async Task A_form_that_fails_on_our_side_can_be_sent_again_as_it_was()
    {
        await using var tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One, expectFailures: true);
        using var form = await new HtmlForm(tracker.Address) { Accept = "text/html" }.Get("/record/campaign_opened");
        form["occurred"] = "2011-05-24";
        form["name"] = "Kazakhstan, \"Қуандық\"";
        await tracker.Rows<int>($"alter table tracker.{CampaignViews.CampaignsTable} rename to elsewhere");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.InternalServerError);
        await tracker.Rows<int>($"alter table tracker.elsewhere rename to {CampaignViews.CampaignsTable}");
        form["name"].ShouldBe("Kazakhstan, \"Қуандық\"");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form["name"].ShouldBe("Kazakhstan, \"Қуандық\"");
    }
}
