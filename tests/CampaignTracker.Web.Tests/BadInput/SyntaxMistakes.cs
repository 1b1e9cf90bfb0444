using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Bodies that are no JSON, or no UTF-8, or nested deeper than any event.</summary>
internal static class SyntaxMistakes
{
    private static readonly string[] NoValues =
    [
        "NaN", "Infinity", "-Infinity", "undefined", "None", "True", "TRUE", "'canaryqzx'", "canaryqzx", "tcanaryqzx", "ncanaryqzx", "-canaryqzx", "+1", ".5", "1.", "01", "-01", "0x10", "1e", "1e+", "--1", "1_000",
        "\"canaryqzx\t\"", "\"canaryqzx\u0001\"", "\"canaryqzx\u001F\"", "\"\\x41\"", "\"\\'\"", "\"\\u12\"", "\"\\u{41}\"", "\"\\U00000041\"", "\"\\", "\"canaryqzx", "\"a\" \"b\"", "\"a\"+\"b\"", "", "[1,]", "[,1]", "[1 2]", "[1", "[1}", "{\"a\":1,}", "{\"a\"}", "{\"a\":}",
        "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{,}", "// canaryqzx\n1", "/* canaryqzx */ 1", "1 /* canaryqzx */", "# canaryqzx\n1", "<x>canaryqzx</x>", "\uFEFF1", "“canaryqzx”", "\u00A01", "1\u2028",
    ];

    private static readonly byte[][] NoText =
    [
        [0xFF], [0xC3, 0x28], [0xA0, 0xA1], [0xE2, 0x28, 0xA1], [0xE2, 0x82], [0xF0, 0x28, 0x8C, 0xBC], [0xF0, 0x90, 0x28, 0xBC], [0xF0, 0x28, 0x8C, 0x28], [0xC0, 0xAF], [0xC0, 0x80],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0x80],
    ];

    /// <summary>What holds for any event, tried on one; cuts and splices at places drawn from the seed.</summary>
    public static IEnumerable<BadBody> Of(JsonObject body, Random random)
    {
        var good = body.ToJsonString();
        foreach (var cut in Tokens(good).OrderBy(_ => random.Next()).Take(40)) yield return BadBody.Of("cut off", good[..cut], "");
        foreach (var tail in (string[])["}", "]", ",", "{}", "[]", "null", "canaryqzx", "\"canaryqzx\"", "//canaryqzx", "/*canaryqzx*/", "\0", "\uFEFF", ";", good])
            yield return BadBody.Of("something behind it", good + tail, "");
        foreach (var head in (string[])["}", "]", ",", "{", "\0", "\uFEFF\uFEFF", ")]}',\n", "/*canaryqzx*/", "<!-- canaryqzx -->", "canaryqzx=", "\u00A0"])
            yield return BadBody.Of("something before it", head + good, "");
        var places = Place.Of(body).ToList();
        // Nothing in the place of a list's only element is an empty list.
        var members = places.FindAll(place => place.Without is not null);
        foreach (var value in NoValues) yield return BadBody.Of("no JSON", Any(value.Length == 0 ? members : places, random).With(value), "");
        foreach (var depth in (int[])[17, 100, 10_000])
        {
            foreach (var (open, close) in ((string, string)[])[("[", "]"), ("{\"a\":", "}")])
            {
                var nested = Repeat(open, depth) + "1" + Repeat(close, depth);
                yield return BadBody.Of("nested deep", Any(places, random).With(nested), "");
                yield return BadBody.Of("nested deep in an unknown field", "{\"zzz\":" + nested + "," + good[1..], "");
                yield return BadBody.Of("nested deep and cut off", Any(places, random).With(Repeat(open, depth)), "");
            }
        }
        foreach (var bytes in NoText)
        {
            var text = Any(places, random).With("\"canaryqzx@\"");
            var at = Encoding.UTF8.GetByteCount(text[..text.IndexOf('@', StringComparison.Ordinal)]);
            var whole = Encoding.UTF8.GetBytes(text);
            yield return new BadBody("no UTF-8", [.. whole[..at], .. bytes, .. whole[(at + 1)..]], "");
        }
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            yield return new BadBody(encoding.WebName, encoding.GetBytes(good), "");
            yield return new BadBody(encoding.WebName + " with a mark", [.. encoding.GetPreamble(), .. encoding.GetBytes(good)], "");
        }
        foreach (var other in (string[])["7", "null", "true", "\"canaryqzx\"", "-1e999", ""]) yield return BadBody.Of("no event", other, "");
    }

    // Where one token ends and the next begins, the end of the text left out.
    private static List<int> Tokens(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        List<int> places = [];
        while (reader.Read())
        {
            places.Add((int)reader.TokenStartIndex + 1);
            places.Add((int)reader.BytesConsumed);
        }
        return [.. places.Distinct().Where(place => place < json.Length)];
    }

    private static Place Any(List<Place> places, Random random) => places[random.Next(places.Count)];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
