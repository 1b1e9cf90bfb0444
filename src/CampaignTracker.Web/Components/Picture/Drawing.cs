using System.Globalization;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>A picture with every piece in its place, in pixels; x to the right, y down.</summary>
/// <param name="Pieces">From the back to the front, links among them in the order in which a keyboard reaches them.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Piece> Pieces)
{
    /// <summary>The pieces, those of links among them.</summary>
    public IEnumerable<Shape> Shapes => Pieces.SelectMany(piece => piece is Link link ? link.Shapes : [(Shape)piece]);

    /// <summary>What can be pressed.</summary>
    public IEnumerable<Link> Links => Pieces.OfType<Link>();

    /// <summary>The texts.</summary>
    public IEnumerable<Label> Labels => Shapes.OfType<Label>();
}

/// <summary>A part of a drawing.</summary>
public abstract record Piece;

/// <summary>Something that leads somewhere.</summary>
/// <param name="To">What it leads to.</param>
/// <param name="Id">The event, or the demand by its short name.</param>
/// <param name="Name">What it says to those who listen.</param>
/// <param name="Hit">Where it can be pressed: at least 24 by 24.</param>
public sealed record Link(LinkTarget To, string Id, string Name, Area Hit, IReadOnlyList<Shape> Shapes) : Piece;

/// <summary>What a link of the picture leads to.</summary>
public enum LinkTarget
{
    /// <summary>Why a step has its verdict.</summary>
    Step,
    Event,
    /// <summary>A demand that is a condition.</summary>
    Condition,
}

/// <summary>A piece that is drawn.</summary>
/// <param name="Paint">How.</param>
public abstract record Shape(Paint Paint) : Piece;

/// <summary>How a shape is drawn. Colours are names of tokens; null for none.</summary>
/// <param name="Width">Of the stroke.</param>
/// <param name="Dash">The lengths of dashes and gaps; null for none.</param>
/// <param name="Round">True for round ends and corners.</param>
public sealed record Paint(string? Fill = null, string? Stroke = null, double Width = 1, string? Dash = null, bool Round = false);

/// <summary>A rectangle without looks.</summary>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>True when the two share more than an edge.</summary>
    public bool Overlaps(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

/// <summary>A rectangle.</summary>
/// <param name="Corner">The radius of its corners.</param>
public sealed record Box(Area Area, Paint Paint, double Corner = 0) : Shape(Paint);

/// <summary>A circle.</summary>
public sealed record Disc(double X, double Y, double Radius, Paint Paint) : Shape(Paint);

/// <summary>A path, in the words of SVG.</summary>
public sealed record Trace(string Path, Paint Paint) : Shape(Paint);

/// <summary>A line of text; y is its baseline.</summary>
/// <param name="Anchor">Which part of it stands at x.</param>
public sealed record Label(double X, double Y, string Text, double Size, bool Bold, string Colour, Anchor Anchor = Anchor.Start)
    : Shape(new Paint(Colour))
{
    /// <summary>Where it lies, widths reckoned generously.</summary>
    public Area Area
    {
        get
        {
            var width = TextWidth.Of(Text, Size, Bold);
            var left = Anchor switch { Anchor.Start => X, Anchor.Middle => X - width / 2, _ => X - width };
            return new(left, Y - 0.76 * Size, width, Size);
        }
    }
}

/// <summary>Which part of a text stands at its place.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Shapes that are moved together.</summary>
public sealed record Group(double X, double Y, IReadOnlyList<Shape> Shapes) : Shape(new Paint());

/// <summary>Paths, their numbers with at most one decimal.</summary>
internal static class Paths
{
    public static string Drawn(FormattableString path) => string.Format(
        CultureInfo.InvariantCulture, path.Format,
        [.. path.GetArguments().Select(argument => argument is double number ? Math.Round(number, 1) : argument)]);

    public static Trace Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string? dash = null) =>
        new(Drawn($"M{x1} {y1}L{x2} {y2}"), new Paint(null, colour, width, dash));
}
