using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Api.OpenApi;

namespace CampaignTracker.Web.Api.Docs;

/// <summary>The API's document as one readable page: plain HTML, no script, nothing from anywhere else.</summary>
internal static class DocsPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page.</summary>
    public static string Write(JsonObject document)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>CampaignTracker: the API</h1><p>{Text(document["info"]!["description"])}</p>");
        html.Append("<p>For programs: <a href=\"/openapi/v1.json\">the OpenAPI document</a>. When something is refused: <a "
            + "href=\"/docs/problems\">the kinds of problem</a>. ");
        html.Append("Dates are written in <a href=\"#dates\">EDTF</a>.</p>");
        html.Append("<nav aria-label=\"On this page\"><ul>");
        foreach (var (path, verb, operation) in Operations(document))
            html.Append(CultureInfo.InvariantCulture,
                $"<li><a href=\"#{Text(operation["operationId"])}\">{verb} {Text(path.Replace("/api/campaigns/{campaign}/", "…/", StringComparison.Ordinal))}</a></li>");
        html.Append("<li><a href=\"#events\">The events</a></li></ul></nav>");

        foreach (var tag in document["tags"]!.AsArray())
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(tag!["name"])}</h2><p>{Text(tag["description"])}</p>");
            foreach (var (path, verb, operation) in Operations(document)
                .Where(o => o.Operation["tags"]![0]!.GetValue<string>() == tag["name"]!.GetValue<string>()))
                WriteOperation(html, path, verb, operation);
        }
        WriteDates(html, document);
        WriteEvents(html, document);
        return Frame("The API", html.ToString());
    }

    /// <summary>A whole page around a body.</summary>
    public static string Frame(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – CampaignTracker</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/docs/docs.css">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """;

    private static IEnumerable<(string Path, string Verb, JsonNode Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where verb.Key is "get" or "post"
        select (path.Key, verb.Key.ToUpperInvariant(), verb.Value!);

    private static void WriteOperation(StringBuilder html, string path, string verb, JsonNode operation)
    {
        html.Append(CultureInfo.InvariantCulture,
            $"<h3 id=\"{Text(operation["operationId"])}\"><span class=\"verb\">{verb}</span> <code>{Text(path)}</code></h3>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(operation["summary"])} {Text(operation["description"])}</p>");
        if (operation["parameters"] is JsonArray { Count: > 0 } parameters)
        {
            html.Append("<div class=\"scroll\"><table><thead><tr><th>Parameter</th><th>What it "
                + "does</th><th>Example</th></tr></thead><tbody>");
            foreach (var parameter in parameters)
            {
                var example = parameter!["example"] is JsonArray list ? list[0] : parameter["example"];
                html.Append(CultureInfo.InvariantCulture,
                    $"<tr><th scope=\"row\"><code>{Text(parameter["name"])}</code></th><td>{Text(parameter["description"])}{(parameter["in"]!.GetValue<string>() == "header" ? " A header." : "")}</td><td><code>{Text(example)}</code></td></tr>");
            }
            html.Append("</tbody></table></div>");
        }
        if (operation["requestBody"]?["content"]?["application/json"]?["examples"] is JsonObject examples)
        {
            foreach (var (_, example) in examples)
                html.Append(CultureInfo.InvariantCulture,
                    $"<p class=\"soft\">{Text(example!["summary"])}:</p><pre>{Text(example["value"]!.ToJsonString(Indented))}</pre>");
        }
        html.Append("<p>Answers ");
        html.AppendJoin(", ",
            operation["responses"]!.AsObject()
            .Select(response => $"<strong>{response.Key}</strong> {Text(response.Value!["description"]).TrimEnd('.')}"));
        html.Append(".</p>");
    }

    private static void WriteDates(StringBuilder html, JsonObject document)
    {
        var date = document["components"]!["schemas"]!["FuzzyDate"]!;
        html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"dates\">Dates</h2><p>{Text(date["description"])}</p><p>");
        html.AppendJoin(", ", date["examples"]!.AsArray().Select(example => $"<code>{Text(example)}</code>"));
        html.Append("</p>");
    }

    private static void WriteEvents(StringBuilder html, JsonObject document)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        html.Append("<h2 id=\"events\">The events</h2><p>Every event has these fields, and those of its type.</p>");
        WriteFields(html, schemas, schemas["EventFields"]!);
        foreach (var type in EventCatalogue.All)
        {
            var schema = schemas[EventSchemas.NameOf(type)]!;
            html.Append(CultureInfo.InvariantCulture,
                $"<details id=\"{type.Name}\"><summary><code>{type.Name}</code> <span class=\"soft\">{Text(schema["description"])}</span></summary>");
            WriteFields(html, schemas, schema["allOf"]![1]!);
            html.Append(CultureInfo.InvariantCulture, $"<pre>{Text(schema["examples"]![0]!.ToJsonString(Indented))}</pre></details>");
        }
    }

    private static void WriteFields(StringBuilder html, JsonObject schemas, JsonNode schema)
    {
        var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        html.Append("<div class=\"scroll\"><table><thead><tr><th>Field</th><th>What it is</th><th>Value</th></tr></thead><tbody>");
        foreach (var (name, property) in schema["properties"]!.AsObject().Where(field => field.Value!["const"] is null))
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\"><code>{name}</code></th><td>{Text(property!["description"])}{(required.Contains(name) ? " <strong>Required.</strong>" : "")}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{Value(schemas, property)}</td></tr>");
        }
        html.Append("</tbody></table></div>");
    }

    private static string Value(JsonObject schemas, JsonNode schema)
    {
        if (schema["$ref"] is { } reference)
        {
            var name = reference.GetValue<string>().Split('/')[^1];
            if (name == "FuzzyDate") return "<a href=\"#dates\">date</a>";
            if (name == "PersonalText") return "text";
            var target = schemas[name]!;
            if (target["enum"] is JsonArray values) return string.Join(", ", values.Select(value => $"<code>{Text(value)}</code>"));
            if (target["properties"] is not JsonObject properties) return Value(schemas, target);
            return "{ " + string.Join(", ", properties.Select(property => $"<code>{property.Key}</code>")) + " }";
        }
        if (schema["items"] is { } items) return $"list of {Value(schemas, items)}";
        if (schema["format"]?.GetValue<string>() == "uuid") return "UUID";
        return schema["type"]?.GetValue<string>() switch { "string" => "text", "integer" => "whole number", "boolean" => "true or false",
            _ => "object" };
    }

    private static string Text(JsonNode? node) =>
        Text(node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString());

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
