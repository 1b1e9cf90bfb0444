using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>Somebody at a browser without script: follows links, fills in the form of a page, presses a button.</summary>
internal sealed partial class HtmlForm : IDisposable
{
    private readonly HttpClient http;
    private string address = "";

    public HtmlForm(Uri tracker) => http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = tracker };

    /// <summary>What the browser says that it takes.</summary>
    public string Accept { init => http.DefaultRequestHeaders.Accept.ParseAdd(value); }

    /// <summary>The page as it came.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the page sends on; null where it does not.</summary>
    public string? SentOn { get; private set; }

    /// <summary>The values of the form, hidden ones among them.</summary>
    public Dictionary<string, List<string>> Fields { get; } = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => Fields.TryGetValue(name, out var values) ? values[0] : "";
        set => Fields[name] = [value];
    }

    /// <summary>What is wrong, each as its field's name and message; in the order of the page.</summary>
    public IEnumerable<string> Problems => ProblemText().Matches(Page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    public async Task<HtmlForm> Get(string path)
    {
        address = path;
        await Take(await http.GetAsync(path, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Presses a button of the form.</summary>
    /// <param name="what">The button's value.</param>
    /// <param name="mediaType">How the body says that it is written.</param>
    /// <param name="change">What becomes of the body on the way; each character is a byte.</param>
    public async Task<HtmlForm> Press(string what, string mediaType = "application/x-www-form-urlencoded", Func<string, string>? change = null)
    {
        var fields = Fields.Where(field => field.Key != "do").SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)));
        using var sent = new FormUrlEncodedContent(fields.Append(new("do", what)));
        var body = await sent.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(change?.Invoke(body) ?? body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        await Take(await http.PostAsync(address, content, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Goes where the page sends on.</summary>
    public Task<HtmlForm> Follow() => Get(SentOn ?? throw new ShouldAssertException($"{Status}: {Page}"));

    public void Dispose() => http.Dispose();

    private async Task Take(HttpResponseMessage response)
    {
        using (response)
        {
            (Status, Page) = (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            SentOn = response.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()) : null;
        }
        Fields.Clear();
        var form = WithoutTemplates(FormText().Match(Page).Value);
        foreach (Match input in Input().Matches(form))
        {
            var attributes = Attribute().Matches(input.Groups[1].Value).ToDictionary(a => a.Groups[1].Value, a => WebUtility.HtmlDecode(a.Groups[2].Value));
            if (!attributes.TryGetValue("name", out var name)) continue;
            var ticked = attributes.GetValueOrDefault("type") is not ("checkbox" or "radio") || attributes.ContainsKey("checked");
            if (ticked) Add(name, attributes.GetValueOrDefault("value", ""));
        }
        foreach (Match area in TextArea().Matches(form))
        {
            // The first line end of an area is not part of it, however it is written.
            var text = WebUtility.HtmlDecode(area.Groups[2].Value);
            Add(WebUtility.HtmlDecode(area.Groups[1].Value), text.StartsWith('\n') ? text[1..] : text);
        }
        foreach (Match select in Select().Matches(form))
        {
            var options = Option().Matches(select.Groups[2].Value);
            var chosen = options.FirstOrDefault(option => option.Value.Contains(" selected", StringComparison.Ordinal)) ?? options[0];
            Add(WebUtility.HtmlDecode(select.Groups[1].Value), WebUtility.HtmlDecode(chosen.Groups[1].Value));
        }
    }

    // What a script may add is not there yet; a row has lists of its own.
    private static string WithoutTemplates(string form)
    {
        for (var inner = Template().Replace(form, ""); inner.Length < form.Length; inner = Template().Replace(form, "")) form = inner;
        return form;
    }

    private void Add(string name, string value)
    {
        if (!Fields.TryGetValue(name, out var values)) Fields.Add(name, values = []);
        values.Add(value);
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormText();

    [GeneratedRegex("<template[ >](?:(?!<template[ >]).)*?</template>", RegexOptions.Singleline)]
    private static partial Regex Template();

    [GeneratedRegex("<input ([^>]*)>")]
    private static partial Regex Input();

    [GeneratedRegex("([a-z-]+)(?:=\"([^\"]*)\")?")]
    private static partial Regex Attribute();

    [GeneratedRegex("<textarea [^>]*?name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<select [^>]*?name=\"([^\"]*)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value(?:=\"([^\"]*)\")?[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<p class=\"problem\"[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex ProblemText();
}
