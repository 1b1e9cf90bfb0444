using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using static System.FormattableString;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>Writes a drawing as SVG: geometry in attributes, looks by class, every text encoded.</summary>
public static class Svg
{
    /// <summary>The inside of the svg element.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="prefix">Begins the ids of its patterns: two drawings may stand in one page.</param>
    /// <param name="link">The address of an event.</param>
    public static string Write(Drawing drawing, string prefix, Func<Guid, string> link)
    {
        var svg = new StringBuilder(16_384);
        Patterns(svg, prefix);
        foreach (var shape in drawing.Backdrop) Append(svg, shape, prefix);
        foreach (var mark in drawing.Links)
        {
            svg.Append(Invariant(
                $"<a href=\"{Encode(link(mark.Event))}\" class=\"p-mark {mark.Class}\"><title>{Encode(mark.Title)}</title>"));
            Append(svg, mark.Hit, prefix);
            foreach (var piece in mark.Pieces) Append(svg, piece, prefix);
            svg.Append(Invariant($"<g transform=\"translate({mark.X:0.#} {mark.Y:0.#})\">{mark.Symbol}</g></a>"));
        }
        return svg.ToString();
    }

    // What XML cannot hold, even escaped, would keep the whole picture from being drawn.
    internal static string Encode(string text) => HtmlEncoder.Default.Encode(
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes()
            .Select(rune => IsOfXml(rune) ? rune : Rune.ReplacementChar)));

    private static bool IsOfXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static void Append(StringBuilder svg, Shape shape, string prefix) => svg.Append(shape switch
    {
        Line line =>
            Invariant(
                $"<line x1=\"{line.X1:0.#}\" y1=\"{line.Y1:0.#}\" x2=\"{line.X2:0.#}\" y2=\"{line.Y2:0.#}\" class=\"{line.Class}\"/>"),
        Box box =>
        Invariant(
            $"<rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" class=\"{box.Class}\"{Fill(box.Class, prefix)}/>"),
        Label label =>
        Invariant(
            $"<text x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\" class=\"{label.Class}\"{(label.Anchor == "start" ? "" : $" text-anchor=\"{label.Anchor}\"")}>{Encode(label.Text)}</text>"),
        Trace trace => $"<path d=\"{trace.Path}\" class=\"{trace.Class}\"/>",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.GetType().Name, "cannot be written"),
    });

    // A pattern's address cannot be said in a stylesheet that serves several pictures.
    private static string Fill(string cssClass, string prefix) =>
        cssClass is "b-contested" or "b-fuzzy" or "b-part" ? $" fill=\"url(#{prefix}-{cssClass})\"" : "";

    private static void Patterns(StringBuilder svg, string prefix)
    {
        svg.Append("<defs>");
        svg.Append(Invariant(
            $"<pattern id=\"{prefix}-b-contested\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" class=\"h-back\"/><rect width=\"3\" height=\"7\" class=\"h-open\"/></pattern>"));
        svg.Append(Invariant(
            $"<pattern id=\"{prefix}-b-fuzzy\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\" class=\"h-back\"/><circle cx=\"2\" cy=\"2\" r=\"1.1\" class=\"h-unmet\"/></pattern>"));
        svg.Append(Invariant(
            $"<pattern id=\"{prefix}-b-part\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" class=\"h-back\"/><rect width=\"6\" height=\"3\" class=\"h-unmet\"/></pattern>"));
        svg.Append("</defs>");
    }
}
