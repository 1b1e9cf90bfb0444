using System.Text.Json.Nodes;

namespace CampaignTracker.Testing;

/// <summary>Events as somebody writes them in JSON.</summary>
public static class Written
{
    public static JsonObject Campaign(string name) => new()
    {
        ["type"] = "campaign_opened",
        ["campaign"] = name,
        ["occurred"] = "2011-05-24",
        ["name"] = "EU and Kazakhstan",
        ["promisingSide"] = "EU",
        ["reformingSide"] = "KZ",
        ["question"] = "Is progress conditioned on reform?",
    };

    public static JsonObject Case(string subject = "case-1", string name = "Vladimir Kozlov") => new()
    {
        ["type"] = "case_opened",
        ["subject"] = subject,
        ["occurred"] = "2012-01-23",
        ["name"] = name,
    };

    public static JsonObject Arrested(string subject = "case-1", string occurred = "2012-01-23") => new()
    {
        ["type"] = "arrested",
        ["subject"] = subject,
        ["occurred"] = occurred,
        ["sources"] = Sources(),
    };

    public static JsonObject Released(string subject = "case-1", string occurred = "2016-08-19") => new()
    {
        ["type"] = "release_achieved",
        ["subject"] = subject,
        ["occurred"] = occurred,
        ["sources"] = Sources(),
        ["manner"] = "Parole",
    };

    public static JsonObject Context(string occurred = "2011-12-16") => new()
    {
        ["type"] = "context_recorded",
        ["occurred"] = occurred,
        ["sources"] = Sources(),
        ["text"] = "Shots in Zhanaozen.",
    };

    public static JsonObject Resolution(string subject, params (string Scheme, string Value)[] identifiers) => new()
    {
        ["type"] = "resolution_adopted",
        ["subject"] = subject,
        ["occurred"] = "2013-04-18",
        ["sources"] = Sources(),
        ["body"] = "European Parliament",
        ["kind"] = "UrgencyResolution",
        ["title"] = "Human rights situation in Kazakhstan",
        ["identifiers"] = Identifiers(identifiers),
    };

    public static JsonArray Identifiers(params (string Scheme, string Value)[] identifiers) =>
        [.. identifiers.Select(i => new JsonObject { ["scheme"] = i.Scheme, ["value"] = i.Value })];

    public static JsonObject Demand(string subject, string? about = null, string? resolution = null)
    {
        var demand = new JsonObject
        {
            ["type"] = "demand_issued",
            ["subject"] = subject,
            ["occurred"] = "2013-04-18",
            ["sources"] = Sources(),
            ["text"] = "Release him.",
            ["by"] = "European Parliament",
            ["addressees"] = new JsonArray("Kazakhstan"),
            ["operativeVerb"] = "calls for",
            ["force"] = "Call",
        };
        if (about is not null) demand["about"] = about;
        if (resolution is not null) demand["resolution"] = resolution;
        return demand;
    }

    public static JsonObject Correction(string corrects, string subject, JsonObject changes) => new()
    {
        ["type"] = "event_corrected",
        ["subject"] = subject,
        ["occurred"] = "2014-01-02",
        ["sources"] = Sources(),
        ["corrects"] = corrects,
        ["changes"] = changes,
        ["reason"] = "Misread.",
    };

    public static JsonObject Retraction(string retracts, string subject) => new()
    {
        ["type"] = "event_retracted",
        ["subject"] = subject,
        ["occurred"] = "2014-01-02",
        ["sources"] = Sources(),
        ["retracts"] = retracts,
        ["reason"] = "It was somebody else.",
    };

    public static JsonObject With(this JsonObject written, string field, JsonNode? value)
    {
        written[field] = value;
        return written;
    }

    public static JsonObject Without(this JsonObject written, string field)
    {
        written.Remove(field);
        return written;
    }

    private static JsonArray Sources() => [new JsonObject { ["citation"] = "IPHR" }];
}
