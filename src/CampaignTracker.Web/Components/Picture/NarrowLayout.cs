using static System.FormattableString;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The picture for a phone: time runs down. Gates with their words on the left, a column per condition on the right; a year in which much
/// happened is longer than a quiet one, so that nothing has to lie on anything.
/// </summary>
public static class NarrowLayout
{
    public const double LeastWidth = 358;

    private const double GateX = 46, LabelX = 60, LabelWidth = 168, Column = 44, Band = 14, GateHeight = 52, Target = 24, Head = 30,
        QuietYear = 26, QuietYears = 2600, YearLabel = 20;

    public static Drawing Of(PictureContent content)
    {
        var columns = LabelX + LabelWidth;
        var room = content.Room ?? content;
        var width = Math.Max(LeastWidth, columns + Math.Max(room.Lines.Count, content.Lines.Count) * Column + 4);
        // However many years are quiet, together they have only so much room.
        var quiet = Math.Min(QuietYear, QuietYears / (content.To.Year - content.From.Year + 1));
        var scale = TimeScale.ByNeed(
            content.From, content.To, Head, year => Math.Max(quiet, Math.Max(Needs(room, year), Needs(content, year))));
        List<Shape> shapes = [];
        List<Link> links = [];

        var gates = PushDown(content.Gates.Select(gate => scale.Middle(gate.At)), GateHeight);
        var marks = content.Lines.Select(line => PushDown(line.Marks.Select(mark => scale.Middle(mark.At)), Target + 1)).ToList();
        var bottom = marks.Append(gates).SelectMany(places => places).Select(y => y + 30).Append(scale.End).Max();

        var day = scale.At(content.Day);
        if (day < bottom) shapes.Add(new Box(0, day, width, bottom - day, "p-after"));
        var grid = new System.Text.StringBuilder();
        var free = scale.Start;
        foreach (var year in scale.Years)
        {
            var y = scale.At(new DateOnly(year, 1, 1));
            if (y < free) continue;
            free = y + YearLabel;
            grid.Append(Invariant($"M0 {y:0.#}H{width:0.#}"));
            shapes.Add(new Label(2, y + 13, $"{year}", "t-year"));
        }
        shapes.Add(new Trace(grid.ToString(), "p-year"));
        for (var i = 0; i < content.Gates.Count; i++) Gate(shapes, links, content.Gates[i], gates[i], scale, columns, width);
        for (var i = 0; i < content.Lines.Count; i++) Condition(shapes, links, content, i, marks[i], scale, columns + i * Column);
        shapes.Add(new Line(0, day, width, day, "p-day"));
        // Nothing has happened after the day, but the words of a gate of that day still stand there.
        var named = Math.Max(day + 14, gates.Count == 0 ? 0 : gates[^1] + 39);
        shapes.Add(new Label(GateX - 10, named + 2 > bottom ? day - 5 : named, content.DayName, "t-day"));
        return new Drawing(width, Math.Ceiling(bottom + 4), shapes, links);
    }

    /// <summary>The letter of a condition's column.</summary>
    public static string Letter(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{column + 1}";

    private static double Needs(PictureContent content, int year) =>
        content.Lines.Select(line => line.Marks.Count(mark => mark.At.Earliest.Year == year) * (Target + 1))
            .Append(content.Gates.Count(gate => gate.At.Earliest.Year == year) * GateHeight).Max();

    private static void Gate(
        List<Shape> shapes, List<Link> links, PictureGate gate, double y, TimeScale scale, double columns, double width)
    {
        var at = scale.Middle(gate.At);
        shapes.Add(new Trace(Invariant($"M{width:0.#} {at:0.#}H{columns - 4:0.#}L{columns - 12:0.#} {y:0.#}"), "p-guide"));
        links.Add(new Link(
            gate.Event, gate.At, gate.Title, new Box(GateX - 14, y - 20, columns - GateX + 4, 48, "hit"), GateX, y,
            Symbols.Of(gate.Verdict), Symbols.ClassOf(gate.Verdict),
            [
                new Label(LabelX, y - 5, gate.Name, "t-gate"),
                new Label(LabelX, y + 9, gate.Date, "t-says"),
                new Label(LabelX, y + 23, gate.Says, "t-says"),
            ]));
    }

    private static void Condition(
        List<Shape> shapes, List<Link> links, PictureContent content, int column, List<double> places, TimeScale scale, double x)
    {
        var line = content.Lines[column];
        shapes.Add(new Label(x + Band / 2 + 2, 20, Letter(column), "t-lane", "middle"));
        foreach (var segment in Segments.Of(line.Bands, content.Day))
        {
            var (from, to) = (scale.At(segment.From), scale.At(segment.To));
            shapes.Add(new Box(x + 2, from, Band, Math.Max(1, to - from), segment.Class));
        }
        for (var i = 0; i < line.Marks.Count; i++)
        {
            var (mark, y) = (line.Marks[i], places[i]);
            var centre = x + Band + 4 + Target / 2;
            links.Add(new Link(
                mark.Event, mark.At, mark.Title, new Box(centre - Target / 2, y - Target / 2, Target, Target, "hit"), centre, y,
                Symbols.Of(mark.Kind), Symbols.ClassOf(mark.Kind),
                [new Line(x + Band + 2, scale.Middle(mark.At), centre - 8, y, "p-tie")]));
        }
    }

    /// <summary>Places in their order, each as near to where it belongs as the one before it lets it be.</summary>
    internal static List<double> PushDown(IEnumerable<double> wanted, double distance)
    {
        List<double> places = [];
        foreach (var y in wanted) places.Add(places.Count == 0 ? Math.Max(y, Head + distance / 2) : Math.Max(y, places[^1] + distance));
        return places;
    }
}
