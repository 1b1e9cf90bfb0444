using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using static System.FormattableString;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>Writes a drawing as SVG: looks in attributes, every text encoded.</summary>
/// <param name="colour">What a token of a colour is written as.</param>
public sealed class Svg(Func<string, string> colour)
{
    /// <summary>For a page: colours follow its stylesheet.</summary>
    public static Svg Page { get; } = new(token => $"var(--{token})");

    /// <summary>The inside of the svg element.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="address">The address that a link leads to; null for a drawing without links.</param>
    public string Write(Drawing drawing, Func<Link, string>? address = null)
    {
        var svg = new StringBuilder(32_768);
        var hidden = false;
        foreach (var piece in drawing.Pieces)
        {
            // Whoever listens hears the links, which say it all.
            if (address is not null && hidden == piece is Link)
            {
                hidden = piece is not Link;
                svg.Append(hidden ? "<g aria-hidden=\"true\">" : "</g>");
            }
            if (piece is Shape shape) Append(svg, shape);
            else Append(svg, (Link)piece, address);
        }
        if (hidden) svg.Append("</g>");
        return svg.ToString();
    }

    /// <summary>Shapes alone.</summary>
    public string Write(IEnumerable<Shape> shapes)
    {
        var svg = new StringBuilder();
        foreach (var shape in shapes) Append(svg, shape);
        return svg.ToString();
    }

    // What XML cannot hold, even escaped, would keep the whole picture from being drawn.
    internal static string Encode(string text) => HtmlEncoder.Default.Encode(
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes()
            .Select(rune => IsOfXml(rune) ? rune : Rune.ReplacementChar)));

    private static bool IsOfXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private void Append(StringBuilder svg, Link link, Func<Link, string>? address)
    {
        if (address is not null)
        {
            // Whoever speaks to the browser says what is seen; the name goes on to what it means.
            var seen = string.Join(' ', link.Shapes.OfType<Label>().Select(label => label.Text));
            var (name, hit) = (Encode(seen.Length == 0 ? link.Name : $"{seen}. {link.Name}"), link.Hit);
            svg.Append(Invariant($"<a href=\"{Encode(address(link))}\" class=\"p-mark\" data-to=\"{link.To}\" aria-label=\"{name}\">"));
            svg.Append(Invariant(
                $"<rect class=\"hit\" x=\"{hit.X:0.#}\" y=\"{hit.Y:0.#}\" width=\"{hit.Width:0.#}\" height=\"{hit.Height:0.#}\" rx=\"3\"/>"));
        }
        foreach (var shape in link.Shapes)
        {
            Append(svg, shape);
            if (shape is Label) svg.Append(' ');
        }
        if (address is not null) svg.Append("</a>");
    }

    private void Append(StringBuilder svg, Shape shape)
    {
        switch (shape)
        {
            case Box { Area: var area } box:
                svg.Append(Invariant(
                    $"<rect x=\"{area.X:0.#}\" y=\"{area.Y:0.#}\" width=\"{area.Width:0.#}\" height=\"{area.Height:0.#}\""));
                if (box.Corner > 0) svg.Append(Invariant($" rx=\"{box.Corner:0.#}\""));
                break;
            case Disc disc:
                svg.Append(Invariant($"<circle cx=\"{disc.X:0.#}\" cy=\"{disc.Y:0.#}\" r=\"{disc.Radius:0.##}\""));
                break;
            case Trace trace:
                svg.Append(Invariant($"<path d=\"{trace.Path}\""));
                break;
            case Label label:
                Append(svg, label);
                return;
            case Group group:
                svg.Append(Invariant($"<g transform=\"translate({group.X:0.#} {group.Y:0.#})\">"));
                foreach (var part in group.Shapes) Append(svg, part);
                svg.Append("</g>");
                return;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape.GetType().Name, "cannot be written");
        }
        Append(svg, shape.Paint);
        svg.Append("/>");
    }

    private void Append(StringBuilder svg, Paint paint)
    {
        svg.Append(paint.Fill is { } fill ? $" fill=\"{colour(fill)}\"" : " fill=\"none\"");
        if (paint.Stroke is not { } stroke) return;
        svg.Append(Invariant($" stroke=\"{colour(stroke)}\""));
        if (paint.Width != 1) svg.Append(Invariant($" stroke-width=\"{paint.Width:0.##}\""));
        if (paint.Dash is { } dash) svg.Append(Invariant($" stroke-dasharray=\"{dash}\""));
        if (paint.Round) svg.Append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }

    private void Append(StringBuilder svg, Label label)
    {
        svg.Append(Invariant($"<text x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\" font-size=\"{label.Size:0.#}\" fill=\"{colour(label.Colour)}\""));
        if (label.Bold) svg.Append(" font-weight=\"600\"");
        if (label.Anchor != Anchor.Start) svg.Append(label.Anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        svg.Append('>').Append(Encode(label.Text)).Append("</text>");
    }
}
