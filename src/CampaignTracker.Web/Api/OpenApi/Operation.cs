using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>The parts that operations of the API's document are put together from.</summary>
internal static class Operation
{
    public static JsonObject AsOf => Query("asOf", Schemas.Ref("FuzzyDate"),
        "The world as of this date, inclusive. Left out: today, the latest day that has begun anywhere on Earth (UTC+14), whatever knownAt is.",
        "2016-01-01");

    public static JsonObject KnownAt => Query("knownAt", String(),
        "What was known then: an RFC 3339 instant, or a sequence. Left out: everything that is settled.", "93");

    public static JsonObject RuleSet => Query("ruleSet", new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
        "The version of the rule set by which verdicts are given. Left out: the standing one.", 1);

    public static JsonObject After => Query("after", new JsonObject { ["type"] = "integer", ["format"] = "int64", ["minimum"] = 0 },
        "Wait until the views have reached this sequence, as a recording answered it; 503 if they do not within ten seconds.", 93);

    public static JsonObject Campaign() => new()
    {
        ["name"] = "campaign",
        ["in"] = "path",
        ["required"] = true,
        ["description"] = "Short name of the campaign.",
        ["schema"] = String(),
        ["example"] = "eu-kazakhstan",
    };

    public static IEnumerable<JsonObject> TimelineFilters() =>
    [
        Query("subject", String(), "Only entries of this subject, or that name it.", "case-1"),
        Query("type", new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string",
            ["enum"] = new JsonArray([.. EventCatalogue.All.Select(type => (JsonNode)type.Name)]) },
        }, "Only these event types.", new JsonArray("release_achieved")),
        Query("text", String(), "Words to find, in any script: every one of them, in sentence, names, note, sources or identifiers.",
        "Kozlov"),
        Query("from", Schemas.Ref("FuzzyDate"), "Only what may have occurred on or after this date.", "2013"),
        Query("to", Schemas.Ref("FuzzyDate"), "Only what may have occurred on or before this date.", "2016-12"),
        Query("confidence", Schemas.Ref(nameof(Confidence)), "Only entries of this confidence.", nameof(Confidence.Confirmed)),
        Query("skip", new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = 0 }, "How many matching entries to leave out.",
        0),
        Query("take", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 1000, ["default"] = 100 },
        "How many entries to answer at most.", 100),
    ];

    public static JsonObject Read(
        string id, string tag, string summary, IEnumerable<JsonObject> parameters, JsonObject answer, bool ofCampaign)
    {
        var responses = new JsonObject
        {
            ["200"] = Answer("The view.", answer),
            ["400"] = Refused("A parameter is wrong or unknown.", "malformed", 400, "The request cannot be read.", "asOf", "wrong_value",
            "does not exist: 2013-02 has 28 days"),
        };
        if (ofCampaign) responses["404"] = UnknownCampaign();
        responses["503"] = Refused("The views have not reached the sequence, or the database does not answer just now.",
            "not-yet", 503, "The views have not reached that sequence.", "after", "not_reached",
            "is 93, and the views are at 91: ask again in a moment, or look at /health/ready");
        return new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray(tag),
            ["summary"] = summary,
            ["parameters"] = new JsonArray([.. parameters]),
            ["responses"] = responses,
        };
    }

    public static JsonObject Record(string id, string summary, string description, JsonObject answer, JsonObject examples, bool ofCampaign)
    {
        var responses = new JsonObject
        {
            ["201"] = Answer("Everything is stored, now or by the earlier request that this one repeats.", answer),
            ["400"] = Refused("The request cannot be read.", "malformed", 400, "The request cannot be read.", "events[3].occurred",
            "wrong_value", "does not exist: 2013-02 has 28 days"),
        };
        if (ofCampaign) responses["404"] = UnknownCampaign();
        responses["409"] = Refused(
            "Something on record stands in the way: a name, an identifier, a newer version, an id or key used for something else.",
            "conflict", 409, "Something on record stands in the way; nothing was stored.", "Idempotency-Key", "key_reused",
            "was used before with another body: use a new key for a new request");
        responses["413"] = Plain("The body is larger than 16 MiB.");
        responses["415"] = Plain("The body is not JSON.");
        responses["422"] = Refused("The events cannot be recorded as they are.",
            "refused", 422, "The events cannot be recorded as they are; nothing was stored.", "sources", "no_source",
            "is empty: give a source, or set confidence to Unverified and say in the note why there is none");
        responses["503"] = Plain(Problems.StoredOrNot);
        return new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray("Recording"),
            ["summary"] = summary,
            ["description"] = description,
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "Idempotency-Key",
                ["in"] = "header",
                ["description"] = "A key of your own, such as a UUID. The same key with the same body gives the same answer and stores "
                + "nothing twice, also after a restart; with another body it is refused.",
                ["schema"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 200, ["pattern"] = "^[ -~]+$" },
                ["example"] = "8f14e45f-ceea-467f-a8d4-0b2f6a9b9d11",
            }),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schemas.Ref("EventOrEvents"),
                ["examples"] = examples } },
            },
            ["responses"] = responses,
        };
    }

    public static JsonObject RuleSetVersion() => new()
    {
        ["name"] = "version",
        ["in"] = "path",
        ["required"] = true,
        ["description"] = "The version of the rule set.",
        ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
        ["example"] = 2,
    };

    /// <summary>What is known without the log.</summary>
    public static JsonObject Rules(string id, string summary, JsonObject answer, bool ofOne = false)
    {
        var responses = new JsonObject
        {
            ["200"] = Answer("The answer.", answer),
            ["400"] = Refused("A parameter is unknown.", "malformed", 400, "The request cannot be read.", "asOf", "unknown_parameter",
            "is no parameter here: there is none"),
        };
        if (ofOne) responses["404"] = Refused("There is no such rule set.", "not-found", 404, "There is no such thing here.", "version",
            "unknown_rule_set", "is no rule set: there is 1, 2");
        return new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray("Rules"),
            ["summary"] = summary,
            ["responses"] = responses,
        };
    }

    public static JsonObject Live() => new()
    {
        ["operationId"] = "live",
        ["tags"] = new JsonArray("Health"),
        ["summary"] = "Whether the process answers.",
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "It does.",
                ["content"] = new JsonObject { ["text/plain"] = new JsonObject { ["schema"] = String() } },
            },
        },
    };

    public static JsonObject Ready(JsonObject readiness) => new()
    {
        ["operationId"] = "ready",
        ["tags"] = new JsonArray("Health"),
        ["summary"] = "Whether requests can be answered in full: the database, and every view against the settled mark of the log.",
        ["responses"] = new JsonObject
        {
            ["200"] = Answer("Ready.", readiness),
            ["503"] = Answer(
            "Not ready: says which view stopped, at which event and why, and what to do.", (JsonObject)readiness.DeepClone()),
        },
    };

    private static JsonObject UnknownCampaign() =>
        Refused("There is no such campaign.", "unknown-campaign", 404, "There is no such campaign.",
        "campaign", "unknown_campaign", "eu-kazakstan was never opened: see GET /api/campaigns for those that were");

    public static JsonObject Answer(string description, JsonObject schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Plain(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Schemas.Ref("Problem") } },
    };

    private static JsonObject Refused(string description, string type, int status, string title, string field, string code, string message)
    {
        var response = Plain(description);
        response["content"]!["application/problem+json"]!["example"] = new JsonObject
        {
            ["type"] = $"/docs/problems#{type}",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = $"{field} {message}",
            ["errors"] = new JsonArray(new JsonObject { ["field"] = field, ["code"] = code, ["message"] = message }),
        };
        return response;
    }

    public static JsonObject Query(string name, JsonObject schema, string description, JsonNode example) => new()
    {
        ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema, ["example"] = example,
    };

    public static JsonObject String() => new() { ["type"] = "string" };
}
