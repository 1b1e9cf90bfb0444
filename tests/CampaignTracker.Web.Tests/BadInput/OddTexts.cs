using System.Text;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Texts that are odd and yet texts: each must be kept as it is.</summary>
internal static class OddTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        // Template-like, query-like, markup-like, path-like, number-like.
        "{subject}", "{text}", "{name}", "{{", "}}", "{", "}", "{}", "{0}", "{subject", "subject}", "[x]", "[", "]", "[]", "[ by {by}]", "][", "[[a]]", "%s", "%n%n%n", "%d", "${x}", "#{x}", "{{x}}", "<%= x %>", "@x", "$1", "\\1", "$$", "`x`", "~x~", "**x**", "_x_", "# x", "> x", "- x", "| a | b |",
        "'", "\"", "''", "\"\"", "'\"'", "\\", "\\\\", "\\\"", "\\n", "\\u0041", "\\u0000", "\\x00", "/", "//", "</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "<![CDATA[x]]>", "&amp;", "&lt;b&gt;", "&#0;", "&nbsp;", "<b>x</b>", "javascript:alert(1)",
        "'; drop table mt_events; --", "1' or '1'='1", "$$; select 1; $$", "E'\\000'", "%' escape '", "COPY x FROM stdin", "\\.", "\\N", "null", "NULL", "undefined", "true", "NaN", "-0", "1e999", "0x7f", "007", "1/2", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "../../etc/passwd", "C:\\con", "~/.x", "a;b,c\td",
        "[\"a\"]", "{\"personal\":\"x\"}", "{\"a\":1}", "--", "/* x */", "// x", "a\nb", "a\r\nb", "a\tb", "a\rb", " leading", "trailing ", "\u00A0x\u00A0", "a  b",
        // Direction: overrides, embeddings, isolates, marks.
        "\u202Egnp.exe", "a\u202Db\u202Cc", "\u202Ax\u202C", "\u202Bx\u202C", "\u2066x\u2069", "\u2067x\u2069", "\u2068x\u2069", "\u200Ex\u200F", "\u061Cx", "שלום world مرحبا", "مرحبا بالعالم", "עִבְרִית", "\u202E\u202E\u202Ex", "x\u2069\u2069",
        // Composed and decomposed are two texts; so are half width and full, and the two letters that look the same.
        "é", "e\u0301", "Å", "A\u030A", "\u212B", "ﬁ", "fi", "한", "\u1112\u1161\u11AB", "Ｋ", "K", "\u212A", "а", "a", "ĳ", "ij", "ß", "ẞ", "İ", "i\u0307", "ı", "Σς", "ǅ",
        "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324", "a" + new string('\u0301', 300), "\u0301x", "x\u20DD", "\u0E01\u0E33\u0E33\u0E33", "ক্ষ", "தமிழ்", "ༀ",
        // Invisible and special.
        "a\u200Bb", "a\u200Cb", "a\u200Db", "a\u2060b", "\uFEFFx", "x\uFEFF", "a\u00ADb", "a\u034Fb", "a\u180Eb", "a\u2028b", "a\u2029b", "a\u0085b", "\uFFFC", "\uFFFD", "\uFDCF", "\uFDF0", "\uE000", "\uF8FF", "\u3164", "\u115F", "\u2800", "x\uFE0F", "x\uFE0E",
        "a\u0001b", "a\u0007b", "a\bb", "a\vb", "a\fb", "a\u001Bb[31mred", "a\u001Fb", "a\u007Fb", "a\u0080b", "a\u009Fb",
        // Emoji, joined, toned, flagged, tagged.
        "😀", "👩‍👩‍👧‍👦", "👩🏽‍🚀", "🏳️‍🌈", "🏴‍☠️", "🇰🇿", "🇪🇺🇰🇿", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "❤️", "❤", "1️⃣", "🧑‍⚖️", "👍🏿", "🏿",
        // People and places.
        "Роза Түлетаева", "Қазақстан Республикасы", "Владимир Козлов", "哈萨克斯坦", "カザフスタン", "카자흐스탄", "ประเทศคาซัคสถาน", "Ქართული", "Հայերեն", "አማርኛ", "ꦗꦮ", "𐍈𐌰𐍃", "𝒜𝓁𝑔𝒶!", "𠜎𠜱", "O’Brien", "O'Brien", "D\u2019Arc", "Nuñez", "Łódź", "Nguyễn", "Bjørn", "Þór", "Jr.", "X Æ A-12",
        .. Planes(), new string('x', 2_000), string.Concat(Enumerable.Repeat("😀", 1_000)), new string('ж', 2_000), new string('{', 500), new string('[', 500), new string('\\', 500), new string('"', 500),
    ];

    // The first two and the last of each plane; the two after it are no characters, and refused.
    private static IEnumerable<string> Planes() => Enumerable.Range(1, 16).Select(plane => string.Concat(
        new[] { plane << 16, (plane << 16) + 1, (plane << 16) + 0xFFFD }.Select(char.ConvertFromUtf32)));

    /// <summary>As JSON, with everything but ASCII escaped or with as little as possible.</summary>
    public static string Json(string text, bool escaped)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c < ' ' || (escaped && c > '~')) json.Append("\\u").Append(((int)c).ToString("X4", null));
            else json.Append(c);
        }
        return json.Append('"').ToString();
    }
}
