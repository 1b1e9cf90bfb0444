using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Every field left out, emptied, given twice, of every other type, and with what its type cannot hold: none of these can be read.</summary>
internal static class FieldMistakes
{
    private const string LongName = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh";

    private static readonly string[] Halves = ["\"x\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83dx\"", "\"x\\u0000\"", "\"x\\uFFFE\"", "\"\uFFFFx\"", "\"\uFDD0\"", "\"\\ud83f\\udffe\"", "\"x\U0010FFFF\""];
    private static readonly string[] Huge = ["1e999", "-1e999", "1e-999", "123456789012345678901234567890", "0.1", "-0.5"];

    public static IEnumerable<BadBody> Of(JsonObject body)
    {
        foreach (var place in Place.Of(body))
        {
            foreach (var json in WrongValues(place.Type)) yield return BadBody.Of("wrong value", place.With(json), place.Path);
            if (!place.Nullable) yield return BadBody.Of("null", place.With("null"), place.Path);
            if (place.Without is { } without && (place.Required || place.Path == "campaign" || (place.Path == "subject" && !OnCampaign(body)))) yield return BadBody.Of("left out", without, place.Path);
            if (place.Without is not null) foreach (var twice in Twice(place)) yield return twice;
            if (place.Original is JsonObject && place.Type != typeof(PersonalText) && !place.Type.IsGenericType)
                foreach (var stray in Strays(place.Path + ".", place.Path, place.WithMembers)) yield return stray;
        }
        string Beside(string members) => "{" + members + "," + body.ToJsonString()[1..];
        foreach (var stray in Strays("", "", Beside)) yield return stray;
        foreach (var (name, json) in Heads()) yield return BadBody.Of("wrong value", Beside($"\"{name}\":{json}"), name);
        yield return BadBody.Of("twice", Beside($"\"type\":{body["type"]!.ToJsonString()}"), "type");
        var fields = body.ToJsonString()[(body["type"]!.ToJsonString().Length + "{\"type\":,".Length)..];
        yield return BadBody.Of("left out", "{" + fields, "type");
        foreach (var json in (string[])["7", "null", "true", "[]", "{}", "\"\"", "\"canaryqzx\"", "\"Arrested\"", "\"arrested \"", "\"arrested,charged\"", "\"\\ud800\"", "\"arrested\\u0000\"", $"\"{new string('c', 5_000)}\""])
            yield return BadBody.Of("wrong value", $"{{\"type\":{json},{fields}", "type");
    }

    /// <summary>JSON that a field of a type cannot hold.</summary>
    public static IEnumerable<string> WrongValues(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        string[] common = ["true", "false"];
        if (type == typeof(string)) return [.. common, .. Huge, "7", "[]", "{}", "[\"x\"]", "{\"personal\":\"canaryqzx\"}", .. Halves, Long(EventJson.MaxTextLength), Long(20_000)];
        if (type == typeof(PersonalText))
        {
            return [.. common, .. Huge, "7", "[]", "{}", "[\"x\"]", .. Halves, Long(PersonalText.MaxLength), .. Halves.Select(half => $"{{\"personal\":{half}}}"),
                "{\"personal\":7}", "{\"personal\":null}", "{\"personal\":[]}", "{\"personal\":{}}", "{\"Personal\":\"canaryqzx\"}", "{\"personal\":\"x\",\"more\":1}",
                "{\"personal\":\"x\",\"personal\":\"y\"}", $"{{\"personal\":{Long(PersonalText.MaxLength)}}}"];
        }
        if (type == typeof(EdtfDate)) return [.. common, .. Huge, "2013", "20130418", "[]", "{}", "[\"2013\"]", "{\"personal\":\"2013\"}", .. NaughtyDates.All.Select(date => $"\"{date}\"")];
        if (type == typeof(TimeOfDay))
            return [.. common, .. Huge, "14", "[]", "{}", "\"\"", "\"canaryqzx\"", "\"24:00\"", "\"14:60\"", "\"2:30\"", "\"14:30:00\"", "\"14:30Z\"", "\"14:30+15:00\"", "\" 14:30\"", Long(3_000), .. Halves];
        if (type == typeof(Guid))
            return [.. common, .. Huge, "7", "[]", "{}", "\"\"", "\"canaryqzx\"", "\"01a20a33a43c75d6b20cac344efa1875\"", "\"{01a20a33-a43c-75d6-b20c-ac344efa1875}\"", "\"01a20a33-a43c-75d6-b20c-ac344efa187\"", "\"01a20a33-a43c-75d6-b20c-ac344efa187g\"", Long(3_000), .. Halves];
        if (type == typeof(bool)) return [.. Huge, "0", "1", "\"true\"", "\"\"", "[]", "{}", "[true]"];
        if (type == typeof(int)) return [.. common, .. Huge, "4.5", "2147483648", "-2147483649", "1e3", "\"4\"", "\"\"", "[]", "{}", "[4]"];
        if (type.IsEnum)
        {
            var good = Enum.GetNames(type);
            return [.. common, .. Huge, "0", "1", "[]", "{}", $"[\"{good[0]}\"]", "\"\"", "\"0\"", "\"1\"", "\"canaryqzx\"", $"\"{good[0].ToLowerInvariant()}\"", $"\"{good[0].ToUpperInvariant()}\"",
                $"\"{good[0]},{good[1]}\"", $"\"{good[0]}, {good[1]}\"", $"\"{good[0]} \"", $"\" {good[0]}\"", Long(3_000), .. Halves];
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return [.. common, .. Huge, "7", "\"canaryqzx\"", "{}", "[null]", "[[]]"];
        return [.. common, .. Huge, "7", "\"canaryqzx\"", "[]", "[{}]"];
    }

    private static IEnumerable<BadBody> Twice(Place place)
    {
        var name = place.Path[(place.Path.LastIndexOf('.') + 1)..];
        var value = place.Original.ToJsonString();
        yield return BadBody.Of("twice", place.With($"{value},\"{name}\":{value}"), place.Path);
        yield return BadBody.Of("twice, once escaped", place.With($"{value},\"\\u{(int)name[0]:x4}{name[1..]}\":{value}"), place.Path);
    }

    private static IEnumerable<BadBody> Strays(string path, string parent, Func<string, string> beside)
    {
        foreach (var name in (string[])["zzz", "Occurred", "OCCURRED", "occurred ", "__proto__", "$type", "$id", "a.b", "ж", ""])
            foreach (var json in (string[])["1", "null", "\"canaryqzx\"", "{\"canaryqzx\":[1]}"])
                yield return BadBody.Of("unknown field", beside($"\"{name}\":{json}"), path + name);
        yield return BadBody.Of("a long unknown field", beside($"\"{LongName}{new string('z', 10_000)}\":1"), path + LongName);
        yield return BadBody.Of("a field with half a character", beside("\"canaryqzx\\ud800\":1"), parent);
        yield return BadBody.Of("a field with U+0000", beside("\"canaryqzx\\u0000\":1"), parent);
        yield return BadBody.Of("a field with a noncharacter", beside("\"canaryqzx\uFFFE\":1"), parent);
    }

    private static IEnumerable<(string Name, string Json)> Heads()
    {
        foreach (var json in WrongValues(typeof(Guid)).Append("null").Append("\"00000000-0000-0000-0000-000000000000\"")) yield return ("id", json);
        foreach (var json in (string[])[.. Huge, "-1", "9223372036854775808", "1e2", "1.0", "\"1\"", "null", "true", "[]", "{}"]) yield return ("seenVersion", json);
        foreach (var json in (string[])
        [
            .. Huge, "7", "null", "true", "[]", "{}", "\"2013-04-18T10:00:00Z\"", "{\"at\":\"canaryqzx\",\"by\":\"x\",\"position\":0}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\",\"position\":-1}",
            "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\",\"position\":1e999}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":null,\"position\":0}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\"}",
            "{\"at\":\"2013-02-30T10:00:00Z\",\"by\":\"x\",\"position\":0}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":7,\"position\":0}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\\u0000\",\"position\":0}",
            "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\\ud800\",\"position\":0}", "{\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\",\"position\":0,\"canary\":1}",
            "{\"at\":\"2013-04-18T10:00:00Z\",\"at\":\"2013-04-18T10:00:00Z\",\"by\":\"x\",\"position\":0}", $"{{\"at\":\"2013-04-18T10:00:00Z\",\"by\":{Long(5_000)},\"position\":0}}",
        ])
            yield return ("recorded", json);
    }

    private static bool OnCampaign(JsonObject body) => EventCatalogue.Find(body["type"]!.GetValue<string>())!.On.Contains(SubjectKind.Campaign);

    private static string Long(int length) => $"\"{new string('c', length + 1)}\"";
}
