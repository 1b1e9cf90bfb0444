using System.Text.Json.Nodes;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>Whole requests as examples.</summary>
internal static class RequestExamples
{
    /// <summary>For the campaigns' own address.</summary>
    public static JsonObject Opening => new()
    {
        ["campaign"] = Example("A campaign", EventExamples.ByType["campaign_opened"].DeepClone()),
    };

    /// <summary>For a campaign's events.</summary>
    public static JsonObject Recording => new()
    {
        ["one"] = Example("One event", EventExamples.ByType["release_achieved"].DeepClone()),
        ["many"] = Example("A case and what happened to the person, in one go", new JsonArray(
            EventExamples.ByType["case_opened"].DeepClone(), EventExamples.ByType["arrested"].DeepClone())),
    };

    private static JsonObject Example(string summary, JsonNode value) => new() { ["summary"] = summary, ["value"] = value };
}
