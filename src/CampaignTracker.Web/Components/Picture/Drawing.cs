using CampaignTracker.Edtf;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>A picture with every piece in its place, in units of the view box; x to the right, y down.</summary>
/// <param name="Backdrop">What lies behind the marks and is no link.</param>
/// <param name="Links">The marks, in the order in which a keyboard reaches them.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Backdrop, IReadOnlyList<Link> Links);

/// <summary>A piece of a drawing; its class says how it looks.</summary>
public abstract record Shape(string Class);

public sealed record Line(double X1, double Y1, double X2, double Y2, string Class) : Shape(Class);

public sealed record Box(double X, double Y, double Width, double Height, string Class) : Shape(Class)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>True when the two share more than an edge.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

/// <param name="Anchor">start, middle or end.</param>
public sealed record Label(double X, double Y, string Text, string Class, string Anchor = "start") : Shape(Class)
{
    /// <summary>The mean width of a letter against the height of its type, for the faces that are used; measured generously.</summary>
    public static double WidthOf(string text, double size) => text.Length * size * 0.56;
}

public sealed record Trace(string Path, string Class) : Shape(Class);

/// <summary>A mark that leads to its event.</summary>
/// <param name="Title">What it says to those who point at it, or listen.</param>
/// <param name="Hit">Where it can be hit: at least 24 by 24.</param>
/// <param name="X">Where its symbol is.</param>
/// <param name="Symbol">The symbol around the origin.</param>
/// <param name="Pieces">Its labels, and what ties it to its date.</param>
public sealed record Link(
    Guid Event, EdtfDate At, string Title, Box Hit, double X, double Y, string Symbol, string Class, IReadOnlyList<Shape> Pieces);
