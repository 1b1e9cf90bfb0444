using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Testing;
using CampaignTracker.Web.Api.Docs;
using CampaignTracker.Web.Api.OpenApi;
using CampaignTracker.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;

namespace CampaignTracker.Web.Tests.Api;

public sealed class ApiDocumentTests
{
    private static JsonObject Schemas => ApiDocument.Tree["components"]!["schemas"]!.AsObject();

    [Fact]
    public void The_document_is_as_approved() =>
        Encoding.UTF8.GetString(ApiDocument.Utf8).ShouldMatchApproved(approval => approval.WithFileExtension("json"));

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = Nodes(ApiDocument.Tree).OfType<JsonObject>().Where(node => node.ContainsKey("$ref"))
            .Select(node => node["$ref"]!.GetValue<string>())
            .Concat(Schemas["Event"]!["discriminator"]!["mapping"]!.AsObject().Select(mapping => mapping.Value!.GetValue<string>()))
            .Distinct().ToList();
        references.Count.ShouldBeGreaterThan(EventCatalogue.All.Length);
        references.Where(reference => Find(reference) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_type_is_a_schema_of_the_union_and_names_itself()
    {
        var union = Schemas["Event"]!["oneOf"]!.AsArray().Select(schema => schema!["$ref"]!.GetValue<string>()).ToList();
        var mapping = Schemas["Event"]!["discriminator"]!["mapping"]!.AsObject();
        mapping.Select(entry => entry.Key).ShouldBe(EventCatalogue.All.Select(type => type.Name));
        union.ShouldBe(mapping.Select(entry => entry.Value!.GetValue<string>()));
        foreach (var type in EventCatalogue.All)
        {
            var own = Find(mapping[type.Name]!.GetValue<string>())!["allOf"]![1]!;
            own["properties"]!["type"]!["const"]!.GetValue<string>().ShouldBe(type.Name);
            own["properties"]!.AsObject().Select(field => field.Key).ShouldBe(["type", "subject", .. type.Fields.Select(field => field.Name)]);
        }
    }

    [Fact]
    public void Every_view_says_what_it_answers()
    {
        foreach (var path in ApiDocument.Tree["paths"]!.AsObject().Where(path => path.Value!["get"]?["tags"]![0]!.GetValue<string>() == "Views" && path.Key != "/api/campaigns"))
        {
            var parts = path.Value!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["allOf"]!.AsArray();
            Find(parts[1]!["$ref"]!.GetValue<string>())!["properties"]!.AsObject().Count.ShouldBeGreaterThan(0, path.Key);
        }
    }

    [Fact]
    public void Every_example_of_a_request_is_accepted()
    {
        List<JsonNode> examples = [.. Schemas.Where(schema => schema.Value!["allOf"] is not null).Select(schema => schema.Value!["examples"]![0]!)];
        foreach (var request in Nodes(ApiDocument.Tree["paths"]!).OfType<JsonObject>().Where(node => node.ContainsKey("examples")))
            examples.AddRange(request["examples"]!.AsObject().Select(example => example.Value!["value"]!));
        examples.Count.ShouldBeGreaterThanOrEqualTo(EventCatalogue.All.Length + 3);
        foreach (var example in examples)
        {
            var campaign = example is JsonObject one && one["campaign"] is { } named ? named.GetValue<string>() : "eu-kazakhstan";
            var batch = EventBatchReader.ReadJson(Encoding.UTF8.GetBytes(example.ToJsonString()), campaign);
            batch.Issues.ShouldBeEmpty(example.ToJsonString());
        }
    }

    [Fact]
    public void The_pattern_of_a_date_accepts_what_the_reader_accepts()
    {
        var pattern = new Regex(Schemas["FuzzyDate"]!["pattern"]!.GetValue<string>());
        string[] good =
        [
            "2013-04-18", "2014-11", "2015", "201X", "19XX", "2014-11~", "2015?", "2015%", "2013-10-09/2013-10-10", "2015-07/..", "../2015-07",
            "2015-07/", "/2015-07", "2014-21", "2014-XX", "2014-11-XX", "2014-XX-XX", "0001", "2014-11-07~/2015?",
        ];
        foreach (var date in good)
        {
            EdtfDate.TryParse(date, out _, out var problem).ShouldBeTrue($"{date} {problem}");
            pattern.IsMatch(date).ShouldBeTrue(date);
        }
        foreach (var date in new[] { "", "18.04.2013", "2013-4-18", "2013-04-18T10:00", "..", "../..", "yesterday", "XX15" }) pattern.IsMatch(date).ShouldBeFalse(date);
    }

    [Fact]
    public void The_page_shows_every_operation_and_every_event_and_asks_nobody_else()
    {
        var page = DocsPage.Write(ApiDocument.Tree);
        foreach (var type in EventCatalogue.All) page.ShouldContain($"<details id=\"{type.Name}\">");
        foreach (var path in ApiDocument.Tree["paths"]!.AsObject()) page.ShouldContain($"<code>{path.Key}</code></h3>");
        foreach (var html in new[] { page, ProblemsPage.Write() })
        {
            html.ShouldNotContain("<script", Case.Insensitive);
            html.ShouldNotContain(" style=");
            Regex.Matches(html, "(?:src|href)=\"([^\"]*)\"").Select(link => link.Groups[1].Value)
                .Where(link => !link.StartsWith('/') && !link.StartsWith('#') && link != "data:,").ShouldBeEmpty();
        }
    }

    private static JsonNode? Find(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)ApiDocument.Tree, (node, name) => node?[name]);

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Nodes(entry.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Nodes).Prepend(list),
        null => [],
        _ => [node],
    };
}

public sealed class DocsEndpointsTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public void Every_address_of_the_tracker_is_in_the_document_and_the_document_names_no_other()
    {
        var mapped = Tracker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(verb => $"{verb} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(address => address.Contains(" /api/", StringComparison.Ordinal) || address.Contains(" /health/", StringComparison.Ordinal));
        var described = ApiDocument.Tree["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(verb => verb.Key != "parameters").Select(verb => $"{verb.Key.ToUpperInvariant()} {path.Key}"));
        described.Order().ShouldBe(mapped.Order());
    }

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/problems", "text/html")]
    [InlineData("/docs/docs.css", "text/css")]
    [InlineData("/openapi/v1.json", "application/json")]
    public async Task The_pages_are_there(string address, string mediaType)
    {
        var answer = (await Tracker.Get(address)).ShouldBe(System.Net.HttpStatusCode.OK);
        answer.MediaType.ShouldBe(mediaType);
    }

    [Fact]
    public async Task Every_kind_of_problem_that_is_answered_is_explained()
    {
        var page = (await Tracker.Get("/docs/problems")).Text;
        string[] answered =
        [
            (await Tracker.Post("/api/campaigns", "{")).Body["type"]!.GetValue<string>(),
            (await Tracker.Record("no-such-campaign", Written.Context())).Body["type"]!.GetValue<string>(),
            (await Opened()).Status == System.Net.HttpStatusCode.Created ? (await Record(Written.Context().Without("sources"))).Body["type"]!.GetValue<string>() : "",
            (await Tracker.Open(Written.Campaign(Campaign).With("question", "Another?"))).Body["type"]!.GetValue<string>(),
        ];
        answered.ShouldBe(["/docs/problems#malformed", "/docs/problems#unknown-campaign", "/docs/problems#refused", "/docs/problems#conflict"]);
        foreach (var kind in answered) page.ShouldContain($"<h2 id=\"{kind.Split('#')[1]}\">");
        page.ShouldContain("<h2 id=\"not-yet\">");
    }
}
