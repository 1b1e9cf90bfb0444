using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CampaignTracker.Testing;

/// <summary>What the tracker answered.</summary>
public sealed record Answer(HttpStatusCode Status, string? MediaType, string Text)
{
    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());

    public JsonNode Body => JsonNode.Parse(Text)!;

    public JsonArray Events => Body["events"]!.AsArray();

    /// <summary>The id of an event of the batch.</summary>
    public string Id(int index = 0) => Events[index]!["id"]!.GetValue<string>();

    public long Sequence => Body["sequence"]!.GetValue<long>();

    public DateTimeOffset RecordedAt => Body["recordedAt"]!.GetValue<DateTimeOffset>();

    /// <summary>What is wrong, each as <c>field code</c>.</summary>
    public IEnumerable<string> Errors => Body["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}");

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Problem details with exactly these errors.</summary>
    public void ShouldRefuse(HttpStatusCode status, params string[] errors)
    {
        ShouldBe(status);
        ShouldBeProblem();
        Errors.ShouldBe(errors);
    }

    public void ShouldBeProblem()
    {
        MediaType.ShouldBe("application/problem+json");
        Body["status"]!.GetValue<int>().ShouldBe((int)Status);
        Body["title"]!.GetValueKind().ShouldBe(JsonValueKind.String);
    }
}
