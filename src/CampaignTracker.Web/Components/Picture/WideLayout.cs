using CampaignTracker.Edtf;
using static System.FormattableString;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The picture for a screen or a page: time runs to the right. Above the axis the gates, each a rung higher than the one before, so that
/// gates close in time never share a line; below it a line per condition, its marks on as many rails as keep them apart.
/// </summary>
public static class WideLayout
{
    public const double Width = 1120;

    private const double Left = 14, Right = Width - 14, Rung = 40, Head = 34, Radius = 9, LabelSize = 13;
    private const double BandTop = 22, BandHeight = 18, RailHeight = 26, Target = 24, LeastYear = 6;

    public static Drawing Of(PictureContent content)
    {
        var scale = TimeScale.Even(content.From, content.To, Left, Right);
        List<Shape> shapes = [];
        List<Link> links = [];

        var room = content.Room ?? content;
        var axis = Head + Math.Max(1, Math.Max(room.Gates.Count, content.Gates.Count)) * Rung + 14;
        var (tops, bottom) = TopsOf(room, content, scale, axis + 34);

        Axis(shapes, scale, content, axis, bottom);
        shapes.Add(new Label(Left, 18, content.Title, "t-lane"));
        Ladder(shapes, links, content, scale, axis, bottom);

        foreach (var line in content.Lines) Condition(shapes, links, content, line, RailsOf(line, scale), scale, tops[line.Demand]);
        shapes.Add(new Line(scale.At(content.Day), 26, scale.At(content.Day), bottom, "p-day"));
        return new Drawing(Width, Math.Ceiling(bottom), shapes, links);
    }

    /// <summary>Where each condition begins, by its demand, and where the last one ends.</summary>
    private static (Dictionary<string, double> Tops, double Bottom) TopsOf(
        PictureContent room, PictureContent content, TimeScale scale, double top)
    {
        Dictionary<string, double> tops = new(StringComparer.Ordinal);
        foreach (var line in room.Lines.Concat(content.Lines))
        {
            if (!tops.TryAdd(line.Demand, top)) continue;
            var rails = RailsOf(line, scale);
            top += BandTop + BandHeight + 6 + (rails.Count == 0 ? 0 : rails.Max() + 1) * RailHeight + 14;
        }
        return (tops, top + 4);
    }

    private static void Axis(List<Shape> shapes, TimeScale scale, PictureContent content, double axis, double bottom)
    {
        var day = scale.At(content.Day);
        if (day < scale.End) shapes.Add(new Box(day, 26, scale.End - day, bottom - 26, "p-after"));
        var years = scale.Years.ToList();
        var grid = new System.Text.StringBuilder();
        int Every(double room) =>
            Array.Find([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], every => every * (Right - Left) / years.Count >= room);
        var (lines, names) = (Every(LeastYear), Every(40));
        foreach (var year in years.Where(year => year % lines == 0))
        {
            var x = scale.At(new DateOnly(year, 1, 1));
            grid.Append(Invariant($"M{x:0.#} 26V{bottom:0.#}"));
            if (year % names == 0) shapes.Add(new Label(x + 5, axis + 15, $"{year}", "t-year"));
        }
        shapes.Add(new Trace(grid.ToString(), "p-year"));
        shapes.Add(new Line(scale.Start, axis, scale.End, axis, "p-axis"));
        var wide = Label.WidthOf(content.DayName, 12);
        shapes.Add(new Label(Math.Clamp(day, Left + wide / 2, Right - wide / 2), 18, content.DayName, "t-day", "middle"));
    }

    private static void Ladder(List<Shape> shapes, List<Link> links, PictureContent content, TimeScale scale, double axis, double bottom)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < content.Gates.Count; i++)
        {
            var gate = content.Gates[i];
            var (x, y) = (scale.Middle(gate.At), axis - 14 - Rung * (i + 0.5));
            path.Append(Invariant($"{(i == 0 ? 'M' : 'H')}{x:0.#}{(i == 0 ? " " : "V")}{y:0.#}"));
            shapes.Add(new Line(x, y + Radius + 2, x, bottom, "p-guide"));

            var width = Math.Max(Label.WidthOf($"{gate.Name}  {gate.Date}", LabelSize), Label.WidthOf(gate.Says, 12)) + 8;
            // To the left above the ladder there is nothing; where there is no room, to the right below the rung.
            var left = x - Radius - 8 - width >= Left;
            var (textX, textY, anchor) = left ? (x - Radius - 8, y - 2, "end") : (x + Radius + 8, y + 13, "start");
            List<Shape> pieces =
            [
                .. Whisker(gate.At, scale, y),
                new Label(textX, textY, gate.Name, "t-gate", anchor),
                new Label(textX, textY + 14, $"{gate.Date} · {gate.Says}", "t-says", anchor),
            ];
            width = Math.Max(Label.WidthOf(gate.Name, LabelSize), Label.WidthOf($"{gate.Date} · {gate.Says}", 12)) + 8;
            var hit = left
                ? new Box(textX - width + 4, y - 16, width + Radius + 16, 32, "hit")
                : new Box(x - Radius - 4, y - 12, width + Radius * 2 + 12, 42, "hit");
            links.Add(new Link(
                gate.Event, gate.At, gate.Title, hit, x, y, Symbols.Of(gate.Verdict), Symbols.ClassOf(gate.Verdict), pieces));
        }
        if (content.Gates.Count > 1) shapes.Add(new Trace(path.ToString(), "p-ladder"));
    }

    private static void Condition(
        List<Shape> shapes, List<Link> links, PictureContent content, PictureLine line, List<int> rails, TimeScale scale, double top)
    {
        shapes.Add(new Label(Left, top + 14, line.Title, "t-line"));
        var y = top + BandTop;
        foreach (var segment in Segments.Of(line.Bands, content.Day))
        {
            var (from, to) = (scale.At(segment.From), scale.At(segment.To));
            var box = new Box(from, y, Math.Max(1, to - from), BandHeight, segment.Class);
            shapes.Add(box);
            if (segment.Says is { } says && Label.WidthOf(says, 12) + 10 < box.Width)
                shapes.Add(new Label(from + 6, y + 13, says, $"t-band {segment.Class}-t"));
        }
        for (var i = 0; i < line.Marks.Count; i++)
        {
            var mark = line.Marks[i];
            var (x, railY) = (MarkX(mark, scale), y + BandHeight + 6 + rails[i] * RailHeight + RailHeight / 2);
            List<Shape> pieces = [new Line(scale.Middle(mark.At), y + BandHeight, x, railY - 9, "p-tie"),
                .. Whisker(mark.At, scale, railY)];
            links.Add(new Link(
                mark.Event, mark.At, mark.Title, new Box(x - Target / 2, railY - Target / 2, Target, Target, "hit"), x, railY,
                Symbols.Of(mark.Kind), Symbols.ClassOf(mark.Kind), pieces));
        }
    }

    /// <summary>The rail of each mark: the first on which nothing is too near.</summary>
    private static List<int> RailsOf(PictureLine line, TimeScale scale)
    {
        List<double> ends = [];
        List<int> rails = [];
        foreach (var x in line.Marks.Select(mark => MarkX(mark, scale)))
        {
            var rail = ends.FindIndex(end => end <= x - Target / 2);
            if (rail < 0)
            {
                rail = ends.Count;
                ends.Add(0);
            }
            ends[rail] = x + Target / 2 + 1;
            rails.Add(rail);
        }
        return rails;
    }

    private static double MarkX(PictureMark mark, TimeScale scale) =>
        Math.Clamp(scale.Middle(mark.At), Left + Target / 2, Right - Target / 2);

    /// <summary>A partial date's stretch, where it is long enough to be seen.</summary>
    private static IEnumerable<Shape> Whisker(EdtfDate at, TimeScale scale, double y)
    {
        var (from, to) = (scale.At(at.Earliest), scale.At(at.Latest));
        if (to - from < 2) yield break;
        yield return new Box(from, y - 2.5, to - from, 5, at.Approximate || at.Uncertain ? "p-whisker p-about" : "p-whisker");
    }
}
