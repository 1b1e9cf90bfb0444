using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Testing;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Pages in the language of the address, of the person or of the browser; every language says all that English says.</summary>
public sealed partial class LanguageTests(TestTrackers trackers) : TrackerTests(trackers)
{
    public static TheoryData<string, string> Files =>
        new(from language in Languages.All.Skip(1) from file in new[] { "Presentation.PageText", "RequestTexts" } select (language.Name, file));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_there_with_the_places_of_the_English_one(string language, string file)
    {
        var (english, other) = (In(file, CultureInfo.InvariantCulture), In(file, CultureInfo.GetCultureInfo(language)));
        other.Keys.Except(english.Keys).ShouldBeEmpty("nobody asks for these");
        english.Keys.Except(other.Keys).ShouldBeEmpty("these are missing");
        other.Where(text => !Places(text.Value).SequenceEqual(Places(english[text.Key]))).Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/ru/", null, null, "ru")]
    [InlineData("/kk/", "ru", "ru", "kk")]
    [InlineData("/", null, null, "en-GB")]
    [InlineData("/", "kk-KZ, ru;q=0.9, en;q=0.5", null, "kk")]
    [InlineData("/", "fr, ru;q=0.3", null, "ru")]
    [InlineData("/", "tt, *;q=0.1", null, "en-GB")]
    [InlineData("/", "kk", "ru", "ru")]
    [InlineData("/", "ru", "tlh", "ru")]
    [InlineData("/", "this is no language; at all, ,,", null, "en-GB")]
    public async Task A_page_has_the_language_of_its_address_else_of_the_person_else_of_the_browser(string path, string? browser, string? chosen, string language)
    {
        var page = (await Page(path, browser, chosen)).ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain($"<html lang=\"{language}\"");
    }

    [Fact]
    public async Task Every_link_of_a_page_keeps_the_language_of_its_address()
    {
        var after = (await Opened(Written.Case(), Written.Arrested())).Sequence;
        await Page($"/{Campaign}?after={after}");
        foreach (var path in new[] { "", "/timeline", "/cases", "/record", "/case-1", "/record/arrested", "/replay", "/compare", "/nothing-here" })
        {
            var page = await Page($"/kk/{Campaign}{path}");
            Links().Matches(page.Text).Select(match => match.Groups[1].Value)
                .Where(link => !link.StartsWith("/kk/", StringComparison.Ordinal) && !Apart().IsMatch(link)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task Whoever_goes_to_a_language_from_one_of_our_pages_has_chosen_it()
    {
        (await SetsCookie("same-origin")).ShouldBeTrue();
        (await SetsCookie("cross-site")).ShouldBeFalse();
        (await SetsCookie(null)).ShouldBeFalse();
    }

    [Fact]
    public async Task Events_are_told_in_the_language_of_the_page_and_the_API_stays_as_it_is()
    {
        var after = (await Opened(Written.Case(), Written.Arrested())).Sequence;
        foreach (var (language, told) in new[] { ("en", "was arrested"), ("ru", "Арест: "), ("kk", "Қамауға алынды: ") })
            WebUtility.HtmlDecode((await Page($"/{language}/{Campaign}/timeline?after={after}")).Text).ShouldContain(told);
        (await Tracker.Send(HttpMethod.Get, $"/api/campaigns/{Campaign}/timeline?after={after}", null, change: request => request.Headers.Add("Accept-Language", "ru"))).Text
            .ShouldContain("was arrested");
    }

    [Fact]
    public async Task No_campaign_is_called_like_a_language()
    {
        foreach (var language in Languages.All)
            (await Tracker.Open(new System.Text.Json.Nodes.JsonArray(Written.Campaign(language.Name)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task<Answer> Page(string path, string? browser = null, string? chosen = null) => Tracker.Send(HttpMethod.Get, path, null, change: request =>
    {
        request.Headers.Add("Accept", "text/html");
        if (browser is not null) request.Headers.TryAddWithoutValidation("Accept-Language", browser);
        if (chosen is not null) request.Headers.Add("Cookie", $"campaign-tracker-language={chosen}");
    });

    private async Task<bool> SetsCookie(string? from)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Tracker.Address, "/ru/"));
        request.Headers.Add("Accept", "text/html");
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("campaign-tracker-language=ru", StringComparison.Ordinal));
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> In(string file, CultureInfo language) =>
        new ResourceManager($"CampaignTracker.Web.Resources.{file}", typeof(PageText).Assembly).GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

    // {0}, {count}, {count:person|people}
    [GeneratedRegex(@"\{(\w+)(?:[:,][^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex("(?:href|action)=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    // Files, the API, and the same page in another language.
    [GeneratedRegex("^/(assets|api|docs)(/|$)|^/(en|ru)/")]
    private static partial Regex Apart();
}
