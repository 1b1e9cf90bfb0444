using System.Text.Json.Nodes;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>Replay in the API's document.</summary>
internal static class ReplayOperations
{
    private const string Of = "/api/campaigns/{campaign}";

    public static void AddTo(JsonObject paths, Schemas answers)
    {
        JsonObject FromViewpoint(Type answer) => new() { ["allOf"] = new JsonArray(Schemas.Ref("Viewpoint"), answers.Of(answer)) };

        paths[$"{Of}/difference"] = Get(
            "difference", "What differs between two viewpoints, and the events that made it so.", answers.Of(typeof(DifferenceAnswer)),
            Date("fromAsOf", "The world of the first side up to this date; today without it."),
            Known("fromKnownAt", "What the first side knew."),
            Date("toAsOf", "The world of the second side up to this date; today without it."),
            Known("toKnownAt", "What the second side knew."), Operation.RuleSet, Operation.After);
        paths[$"{Of}/why"] = Get("why",
            "Why a status or verdict is what it is: every event that it rests on, and those without which it would be another.",
            FromViewpoint(typeof(Why)),
            [.. Asking(), Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After]);
        paths[$"{Of}/history"] = Get(
            "history", "How our answer about one date of the world changed as we learned.", FromViewpoint(typeof(KnowledgeHistory)),
            [.. Asking(), Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After]);
        paths[$"{Of}/frames"] = Get("frames",
            "The statuses at every date on which one changed, or at every batch that was recorded: the first frame in full, each later "
            + "one as what is otherwise.",
            FromViewpoint(typeof(Frames)),
            Operation.Query("over",
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("world", "knowledge"), ["default"] = "world" },
            "What goes on from frame to frame.", "world"),
            Operation.Query("most",
            new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 5000, ["default"] = Frames.DefaultMax },
            "The most frames; where there are more dates, a frame takes several together.", 500),
            Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After);
        paths[$"{Of}/citation"] = Get("citation",
            "The link under which a view can be cited: it answers the same bytes later, or says that they are no longer so.",
            answers.Of(typeof(CitedAnswer)),
            Operation.Query("view", Operation.String(), "The view; conditionality without it.", "conditionality"), Operation.AsOf,
            Operation.KnownAt, Operation.RuleSet, Operation.After);
        var life = Get("event", "One event's whole life: as recorded, what was done to it by whom and why, as it is known.",
            FromViewpoint(typeof(EventLife)),
            Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After);
        life["parameters"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "id", ["in"] = "path", ["required"] = true, ["description"] = "The event.",
            ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" }, ["example"] = "019ab000-7000-7000-8000-000300000001",
        });
        paths[$"{Of}/events/{{id}}"] = life;

        var whatIf = Operation.Record("whatIf", "What events would change; nothing is stored.",
            "The events go through the reading and the checks of the door, from the viewpoint that the query names.",
            answers.Of(typeof(WhatIfAnswer)), RequestExamples.Recording, ofCampaign: true);
        whatIf["tags"] = new JsonArray("Replay");
        whatIf["parameters"] = new JsonArray(Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After);
        var responses = whatIf["responses"]!.AsObject();
        var answer = responses["201"]!;
        responses.Remove("201");
        answer["description"] = "What would change.";
        responses.Insert(0, "200", answer);
        paths[$"{Of}/what-if"] = new JsonObject { ["parameters"] = new JsonArray(Operation.Campaign()), ["post"] = whatIf };
    }

    private static JsonObject Get(string id, string summary, JsonObject answer, params IEnumerable<JsonObject> parameters) => new()
    {
        ["parameters"] = new JsonArray(Operation.Campaign()),
        ["get"] = Operation.Read(id, "Replay", summary, parameters, answer, ofCampaign: true),
    };

    private static JsonObject Date(string name, string description) =>
        Operation.Query(name, Schemas.Ref("FuzzyDate"), description, "2015-12-21");

    private static JsonObject Known(string name, string description) =>
        Operation.Query(name, Operation.String(),
        $"{description[..^1]} by then: an RFC 3339 instant, or a sequence; everything that is settled without it.", "93");

    private static IEnumerable<JsonObject> Asking() =>
    [
        Operation.Query("demand", Operation.String(), "Short name of a demand. Give exactly one of demand, case, restriction and gate.",
            "release-case-1"),
        Operation.Query("case", Operation.String(), "Short name of a case.", "case-1"),
        Operation.Query("restriction", Operation.String(), "Short name of a restriction.", "alga"),
        Operation.Query("gate", new JsonObject { ["type"] = "string", ["format"] = "uuid" }, "An event that records a judged gate.",
        "019ab000-7000-7000-8000-000300000001"),
    ];
}
