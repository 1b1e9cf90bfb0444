using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Health;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document, a pure function of the catalogues of events and views and of the code's own comments. Written by hand rather
/// than derived from the endpoints: they read their bodies and queries themselves, to name every field at fault, and so tell a generator
/// nothing.
/// </summary>
public static class ApiDocument
{
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document.</summary>
    public static JsonObject Tree { get; } = Create();

    /// <summary>The document as it is served.</summary>
    public static byte[] Utf8 { get; } = JsonSerializer.SerializeToUtf8Bytes(Tree, Writing);

    private static JsonObject Create()
    {
        var comments = CodeComments.Of(typeof(CampaignEvent).Assembly, typeof(ApiDocument).Assembly);
        var components = new JsonObject();
        var requests = new Schemas(components, comments, strict: true);
        EventSchemas.AddTo(components, requests, comments);
        var answers = requests.ForAnswers();
        components["EventOrEvents"] = new JsonObject
        {
            ["description"] = $"One event, or a list of 1 to {EventBatchReader.MaxEvents} that is recorded all or nothing, taken top-down.",
            ["oneOf"] = new JsonArray(
                Schemas.Ref(EventSchemas.Any),
                new JsonObject { ["type"] = "array", ["items"] = Schemas.Ref(EventSchemas.Any), ["minItems"] = 1,
                ["maxItems"] = EventBatchReader.MaxEvents }),
        };
        components["Viewpoint"] = Viewpoint();
        components["Problem"] = Problem(answers);

        var paths = new JsonObject
        {
            ["/api/campaigns"] = new JsonObject
            {
                ["get"] = Operation.Read("listCampaigns", "Views", "Every campaign.", [Operation.After], new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["campaigns"] = answers.Of(typeof(IReadOnlyList<CampaignEntry>)) },
                    ["required"] = new JsonArray("campaigns"),
                }, ofCampaign: false),
                ["post"] = Operation.Record("openCampaign", "Opens a campaign.",
                    "One campaign_opened event, alone or at the head of a list of the campaign's first events.",
                    answers.Of(typeof(RecordingAnswer)), RequestExamples.Opening, ofCampaign: false),
            },
            ["/api/campaigns/{campaign}/events"] = new JsonObject
            {
                ["parameters"] = new JsonArray(Operation.Campaign()),
                ["post"] = Operation.Record("recordEvents", "Records one event, or a list of them.",
                    "All or nothing, taken top-down: a list may open a subject and then use it. A refusal names every field at fault of "
                    + "every event and stores nothing.",
                    answers.Of(typeof(RecordingAnswer)), RequestExamples.Recording, ofCampaign: true),
            },
            ["/api/campaigns/{campaign}/timeline"] = View(
            "timeline", "What happened, filtered and paged.", typeof(TimelinePage), answers, Operation.TimelineFilters()),
        };
        foreach (var view in ViewCatalogue.Stored)
        {
            var path = view == ViewCatalogue.Summary ? "/api/campaigns/{campaign}" : $"/api/campaigns/{{campaign}}/{view.Name}";
            paths[path] = View(view.Name, view.Shows, AnswerOf(view), answers);
        }
        ReplayOperations.AddTo(paths, answers);
        paths["/api/rule-sets"] = new JsonObject
        {
            ["get"] = Operation.Rules("listRuleSets", "Every rule set, the oldest first.", answers.Of(typeof(RuleSetsAnswer))),
        };
        paths["/api/rule-sets/{version}"] = new JsonObject
        {
            ["parameters"] = new JsonArray(Operation.RuleSetVersion()),
            ["get"] = Operation.Rules("ruleSet", "How one rule set judges, laid out.", answers.Of(typeof(Codebook)), ofOne: true),
        };
        paths["/health/live"] = new JsonObject { ["get"] = Operation.Live() };
        paths["/health/ready"] = new JsonObject { ["get"] = Operation.Ready(answers.Of(typeof(Readiness))) };

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "CampaignTracker",
                ["version"] = "1",
                ["summary"] = "The memory of a human-rights campaign.",
                ["description"] = "Facts are recorded as typed events through one door, and answered as views as of any date in the world "
                + "(asOf; today where none is given) and any state of knowledge (knownAt). "
                    + "What goes wrong is answered as RFC 9457 problem details; /docs/problems explains each kind.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray(
                new JsonObject { ["name"] = "Recording", ["description"] = "The one door: every fact enters here." },
                new JsonObject { ["name"] = "Views", ["description"] = "What people look at, from any viewpoint." },
                new JsonObject { ["name"] = "Replay",
                ["description"] =
                "What differs between two viewpoints and why, what was known when, what if; and answers that can be cited." },
                new JsonObject { ["name"] = "Rules", ["description"] = "How verdicts are come by." },
                new JsonObject { ["name"] = "Health", ["description"] = "For load balancers, and for the administrator at night." }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = components },
        };
    }

    /// <summary>What a view answers: the type that its drawing function returns.</summary>
    private static Type AnswerOf(CampaignView view) => view.Answers;

    private static JsonObject View(string name, string shows, Type answer, Schemas schemas, params IEnumerable<JsonObject> filters) => new()
    {
        ["parameters"] = new JsonArray(Operation.Campaign()),
        ["get"] = Operation.Read(name, "Views", shows, [Operation.AsOf, Operation.KnownAt, Operation.RuleSet, Operation.After, .. filters],
            new JsonObject { ["allOf"] = new JsonArray(Schemas.Ref("Viewpoint"), schemas.Of(answer)) }, ofCampaign: true),
    };

    private static JsonObject Viewpoint() => new()
    {
        ["type"] = "object",
        ["description"] = "From where a view was drawn.",
        ["properties"] = new JsonObject
        {
            ["campaign"] = new JsonObject { ["type"] = "string" },
            ["asOf"] = new JsonObject { ["description"] = "The world up to this date: as it was asked for, or the day of the answer.",
            ["type"] = "string" },
            ["knownAt"] = new JsonObject { ["description"] = "When the last event that is counted was recorded.",
            ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" },
            ["sequence"] = new JsonObject { ["description"] = "The citable form of the state of knowledge.", ["type"] = "integer",
            ["format"] = "int64" },
        },
        ["required"] = new JsonArray("campaign", "asOf", "knownAt", "sequence"),
    };

    private static JsonObject Problem(Schemas schemas) => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457 problem details.",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri-reference",
                ["description"] = "The kind of problem; where it is ours, the address of its explanation." },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["errors"] = schemas.Of(typeof(IReadOnlyList<Problems.FieldError>)),
        },
        ["required"] = new JsonArray("title", "status"),
    };
}
