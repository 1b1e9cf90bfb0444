namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// How wide a text is drawn, so that the server can place it: by the widths of Inter, which is at least as wide as the other faces that are
/// named after it.
/// </summary>
public static class TextWidth
{
    private const int Latin = 0x20, LatinEnd = 0x180, Cyrillic = 0x400, CyrillicEnd = 0x500, Other = 130, Wide = 210;

    // In two-hundredths of the size of the type.
    private static ReadOnlySpan<byte> Widths =>
    [
        // U+0020
        51, 65, 105, 129, 131, 201, 133, 66, 75, 75, 108, 135, 64, 94, 64, 76, 132, 85, 125, 128, 134, 123, 128, 116,
        129, 128, 64, 66, 135, 135, 135, 109, 200, 146, 132, 148, 145, 122, 118, 150, 150, 56, 116, 141, 114, 185, 152, 154,
        130, 155, 131, 131, 133, 148, 146, 205, 144, 143, 131, 75, 76, 75, 97, 94, 71, 115, 125, 117, 125, 119, 78, 126,
        123, 53, 53, 114, 53, 181, 123, 122, 125, 125, 80, 110, 71, 123, 118, 168, 114, 118, 114, 91, 72, 91, 135, 130,
        130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130, 130,
        130, 130, 130, 130, 130, 130, 130, 130, 51, 65, 117, 126, 150, 113, 64, 114, 123, 183, 93, 127, 135, 130, 133, 91,
        92, 135, 91, 93, 71, 123, 121, 64, 67, 65, 98, 127, 167, 174, 182, 109, 146, 146, 146, 146, 146, 146, 203, 148,
        122, 122, 122, 122, 56, 56, 56, 56, 151, 152, 154, 154, 154, 154, 154, 135, 154, 148, 148, 148, 148, 143, 132, 129,
        115, 115, 115, 115, 115, 115, 183, 117, 119, 119, 119, 119, 53, 53, 53, 53, 119, 123, 122, 122, 122, 122, 122, 135,
        122, 123, 123, 123, 123, 118, 125, 118, 146, 115, 146, 115, 146, 115, 148, 117, 148, 117, 148, 117, 148, 117, 145, 148,
        151, 125, 122, 119, 122, 119, 122, 119, 122, 119, 122, 119, 150, 126, 150, 126, 150, 126, 150, 126, 150, 123, 160, 123,
        56, 53, 56, 53, 56, 53, 56, 53, 56, 53, 172, 105, 116, 53, 141, 114, 114, 114, 53, 114, 53, 114, 76, 115,
        84, 121, 53, 152, 123, 152, 123, 152, 123, 130, 152, 123, 154, 122, 154, 122, 154, 122, 203, 199, 131, 80, 131, 80,
        131, 80, 131, 110, 131, 110, 131, 110, 131, 110, 133, 71, 133, 84, 133, 71, 148, 123, 148, 123, 148, 123, 148, 123,
        148, 123, 148, 123, 205, 168, 143, 118, 143, 131, 114, 131, 114, 131, 114, 67,
        // U+0400
        122, 122, 171, 117, 148, 131, 56, 56, 116, 224, 226, 179, 141, 152, 135, 146, 146, 130, 132, 117, 171, 122, 207, 128,
        152, 152, 141, 150, 185, 150, 154, 150, 130, 148, 133, 135, 167, 144, 151, 142, 196, 201, 166, 182, 132, 148, 207, 131,
        115, 121, 115, 90, 130, 119, 170, 103, 123, 123, 114, 119, 160, 123, 122, 121, 125, 117, 100, 118, 150, 114, 128, 119,
        170, 175, 134, 157, 116, 117, 172, 114, 119, 119, 123, 90, 117, 110, 53, 53, 53, 188, 184, 123, 114, 123, 118, 121,
        191, 172, 141, 127, 198, 163, 146, 117, 195, 163, 175, 146, 235, 201, 113, 108, 178, 163, 154, 122, 148, 122, 148, 122,
        255, 236, 130, 130, 130, 130, 130, 130, 144, 116, 132, 0, 0, 0, 0, 0, 0, 0, 152, 123, 141, 127, 131, 123,
        117, 90, 117, 90, 133, 113, 213, 175, 128, 103, 149, 120, 141, 124, 130, 130, 175, 132, 154, 127, 200, 140, 225, 187,
        206, 164, 148, 117, 133, 100, 143, 118, 143, 118, 150, 120, 188, 139, 146, 124, 142, 119, 142, 123, 175, 149, 175, 149,
        56, 207, 170, 139, 123, 150, 119, 150, 123, 150, 123, 146, 124, 185, 160, 53, 146, 115, 146, 115, 203, 183, 122, 119,
        150, 119, 150, 119, 207, 170, 128, 103, 128, 128, 152, 123, 152, 123, 154, 122, 154, 122, 154, 122, 148, 117, 135, 118,
        135, 118, 135, 118, 142, 119, 117, 90, 182, 157, 123, 90, 153, 107, 144, 114,
    ];

    // How wide the weight 400 is against 600.
    private const double Lighter = 0.965;

    /// <summary>The width of a text in a size, both in pixels, at weight 600; at weight 400 where it is not bold.</summary>
    public static double Of(string text, double size, bool bold = true)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune.Value);
        return width * size / 200 * (bold ? 1 : Lighter);
    }

    /// <summary>
    /// Breaks a text at its blanks into at most so many lines of at most a width; null where it does not fit. The first lines are filled.
    /// </summary>
    public static IReadOnlyList<string>? Wrap(string text, double size, double width, int lines)
    {
        List<string> broken = [];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (broken.Count > 0 && Of($"{broken[^1]} {word}", size) <= width) broken[^1] += $" {word}";
            else broken.Add(word);
            if (broken.Count > lines || Of(broken[^1], size) > width) return null;
        }
        return broken;
    }

    /// <summary>As <see cref="Wrap"/>, the lines as even as can be: for what stands in the middle of a column.</summary>
    public static IReadOnlyList<string>? WrapEvenly(string text, double size, double width, int lines)
    {
        var even = Wrap(text, size, width, lines);
        for (var narrower = width - 2; even is { Count: > 1 }; narrower -= 2)
        {
            if (Wrap(text, size, narrower, even.Count) is not { } wrapped) break;
            even = wrapped;
        }
        return even;
    }

    /// <summary>The beginning of a text that fits a width, with an ellipsis where something is left out.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        var runes = text.EnumerateRunes().ToList();
        for (var kept = runes.Count - 1; kept > 0; kept--)
        {
            var beginning = $"{string.Concat(runes.Take(kept)).TrimEnd()}…";
            if (Of(beginning, size) <= width) return beginning;
        }
        return "…";
    }

    private static int Of(int rune) => rune switch
    {
        >= Latin and < LatinEnd => Widths[rune - Latin],
        >= Cyrillic and < CyrillicEnd => Widths[LatinEnd - Latin + rune - Cyrillic],
        >= 0x1100 and not (>= 0x1E00 and < 0x3000) => Wide,
        _ => Other,
    };
}
