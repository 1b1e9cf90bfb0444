using static CampaignTracker.Web.Components.Picture.Paths;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The picture for a phone: the wide one turned. A row per step, a band per condition that runs down. Look along a row.
/// </summary>
public static class NarrowLayout
{
    public const double Width = 342;

    /// <summary>As many conditions as stand beside the words.</summary>
    public const int MostLines = 4;

    private const double Lane = 15, Text = 33, Last = 316, Few = 56, Many = 46, Target = 24;
    private const double FlagHeight = 40, ChangeHeight = 37, StepHeight = 62, Block = 56;

    /// <summary>The picture with some of its conditions.</summary>
    /// <param name="from">The first of them.</param>
    public static Drawing Of(PictureContent content, int from = 0)
    {
        var room = content.Room;
        List<PictureLine> lines = [.. room.Lines.Skip(from).Take(MostLines)];
        List<Piece> pieces = [];
        var rows = RowsOf(room, lines);
        var (scale, tops, end) = Places(room, rows, lines.Count > 0);
        double Column(int line) => Last - (lines.Count - 1 - line) * (lines.Count == MostLines ? Many : Few);
        var left = Column(0) - Bands.Height / 2 - 3;

        foreach (var step in content.Steps)
            if (Signs.TintOf(step.Verdict) is { } tint) pieces.Add(new Box(new(0, tops[step.Event], Width, Block), new(tint), 4));
        if (lines.Count > 0)
        {
            foreach (var flag in content.Flags)
                pieces.Add(Line(Column(0), tops[flag.Event] + 18, Last, tops[flag.Event] + 18, "mut", 1, "2 3"));
            foreach (var step in content.Steps)
                pieces.Add(Line(Column(0), tops[step.Event] + Block / 2, Last, tops[step.Event] + Block / 2,
                    Signs.ColourOf(step.Verdict), 1.4));
        }
        var day = scale.At(content.Day);
        var promised = content.Flags.Count > 0 ? tops[content.Flags[0].Event] + 18
            : content.Steps.Count > 0 ? tops[content.Steps[0].Event] + Block / 2 : day;
        if (content.Before.Count > 0 || content.Flags.Count > 0) pieces.Add(Line(Lane, 6, Lane, promised, "neutral", 2, "2 4"));
        if (day > promised) pieces.Add(Line(Lane, promised, Lane, day, "ink", 2));
        Names(pieces, lines, Column);

        var breaks = scale.Breaks(WideLayout.ShownDays(room)).Where(at => at < day).ToList();
        var bands = new Bands(scale, content.Day, down: true);
        var named = IsNamed(lines);
        List<Piece> words = [], signs = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (content.Lines.FirstOrDefault(other => other.Demand == lines[i].Demand) is not { } line) continue;
            foreach (var change in line.Changes.Where(change => tops.ContainsKey(change.Event)))
            {
                var at = WideLayout.PlaceOf(change, line, scale);
                var says = ChangeOf(change, line, i, tops[change.Event], left, named);
                var reach = Math.Min(left - 14, says.Shapes.OfType<Label>().First().Area.Right + 3);
                pieces.Add(new Trace(
                    Drawn($"M{reach} {tops[change.Event] + 9}H{left - 10}L{left - 2} {at}H{Column(i) - 12}"),
                    new(null, change.Colour, 1.2)));
                if (change.OnBand) signs.Add(Signs.Event(Column(i), at));
                words.Add(says);
            }
            pieces.AddRange(bands.Draw(line.Bands, Column(i)));
            pieces.AddRange(bands.Cut(breaks, Column(i)));
            foreach (var step in content.Steps)
                if (step.States.TryGetValue(line.Demand, out var state))
                    signs.AddRange(Signs.Of(state.Sign, Column(i), tops[step.Event] + Block / 2));
        }
        Early(pieces, content);
        // The keyboard goes down the page.
        var links = content.Flags.Select(flag => FlagOf(flag, tops[flag.Event], left))
            .Concat(content.Steps.Select(step => StepOf(step, tops[step.Event], left))).Concat(words.OfType<Link>())
            .OrderBy(link => link.Hit.Y);
        pieces.AddRange(links);
        pieces.AddRange(signs);
        pieces.Add(Line(Lane - 5, day, Lane + 5, day, "ink", 2));
        // Within a row the row itself says when.
        if (tops.Values.All(top => day < top - 8 || day > top + Block + 4))
            pieces.Add(new Label(Text, day + 4, $"{content.Day:MMM yyyy}", 12, true, "ink"));
        return new Drawing(Width, Legend.Narrow(pieces, room, 166, end + 32), pieces);
    }

    /// <summary>The letter of a condition whose name has no room above its band.</summary>
    public static string Letter(int column) => $"{(char)('A' + column)}";

    /// <summary>True where the names stand above the bands; else letters do.</summary>
    public static bool IsNamed(IReadOnlyList<PictureLine> lines) => lines.Count < MostLines && PlacesOf(lines) is not null;

    private static string Surname(PictureLine line) => line.Name.Split(' ')[^1];

    // From the right: each name over its band, or as far right as the next lets it be.
    private static List<double>? PlacesOf(IReadOnlyList<PictureLine> lines)
    {
        List<double> places = [];
        var right = Width;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var half = TextWidth.Of(Surname(lines[i]), 12) / 2;
            var place = Math.Min(Last - (lines.Count - 1 - i) * Few, right - half);
            if (half > 40 || place < Last - (lines.Count - 1 - i) * Few - 22) return null;
            places.Insert(0, place);
            right = place - half - 5;
        }
        return places;
    }

    private static void Names(List<Piece> pieces, List<PictureLine> lines, Func<int, double> column)
    {
        var places = IsNamed(lines) ? PlacesOf(lines) : null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, x) = places is null ? (Letter(i), column(i)) : (Surname(lines[i]), places[i]);
            var half = Math.Max(Target, TextWidth.Of(text, 12)) / 2;
            pieces.Add(new Link(
                LinkTarget.Condition, lines[i].Demand, lines[i].Name, new(x - half, 17, 2 * half, Target),
                [new Label(x, 34, text, 12, true, "ink", Anchor.Middle)]));
        }
    }

    /// <summary>Flags, steps and what is told between them, from the top.</summary>
    private static List<(Guid Event, double Height, DateOnly? Day)> RowsOf(PictureContent room, List<PictureLine> lines)
    {
        var anchors = room.Flags.Select(flag => (flag.Event, Height: FlagHeight, Day: flag.At.Earliest))
            .Concat(room.Steps.Select(step => (step.Event, Height: StepHeight, Day: WideLayout.Middle(step.At))));
        List<(Guid Event, double Height, DateOnly? Day)> rows = [];
        var told = lines.SelectMany(line => line.Changes).DistinctBy(change => change.Event).OrderBy(change => change.At).ToList();
        foreach (var anchor in anchors)
        {
            while (told.Count > 0 && told[0].At.Earliest < anchor.Day)
            {
                rows.Add((told[0].Event, ChangeHeight, null));
                told.RemoveAt(0);
            }
            rows.Add((anchor.Event, anchor.Height, anchor.Day));
        }
        foreach (var change in told) rows.Add((change.Event, ChangeHeight, null));
        return rows;
    }

    private static (TimeScale Scale, Dictionary<Guid, double> Tops, double End) Places(
        PictureContent room, List<(Guid Event, double Height, DateOnly? Day)> rows, bool named)
    {
        Dictionary<Guid, double> tops = [];
        List<(DateOnly Day, double At)> anchors = [];
        var y = room.Before.Count > 0 || named ? 44.0 : 8;
        var first = rows.Find(row => row.Day is not null).Day ?? room.Day;
        var begun = room.Lines.SelectMany(line => line.Bands).Select(band => band.From.Earliest).Append(first).Min();
        if (begun < first) anchors.Add((begun, y));
        foreach (var (id, height, day) in rows)
        {
            if (height == StepHeight && tops.Count > 0) y += 2;
            tops[id] = y;
            if (day is { } at) anchors.Add((at, y + (height == StepHeight ? Block / 2 : 18)));
            y += height;
        }
        var end = y + 20;
        if (anchors.Count == 0 || room.Day > anchors[^1].Day) anchors.Add((room.Day, end));
        else end = y;
        if (anchors.Count == 1) anchors.Insert(0, (begun, y));
        return (new(anchors), tops, end);
    }

    private static void Early(List<Piece> pieces, PictureContent content)
    {
        if (content.Before.Count == 0) return;
        pieces.AddRange(Signs.Of(Domain.Agreements.Verdict.NotLinked, Lane, 15));
        if (content.Before.Count > 1) pieces.AddRange(Signs.Of(Domain.Agreements.Verdict.NotLinked, Lane, 27));
        var (first, last) = (content.Before[0].At.Earliest.Year, content.Before[^1].At.Latest.Year);
        var says = $"{content.Words.Text["Picture.Before.Count", content.Before.Count]}, {(first == last ? $"{first}" : $"{first}–{last}")}";
        pieces.Add(new Label(Text, 18, says, 13, true, "mut"));
        pieces.Add(new Label(Text, 33, content.Before[0].Word, 12, true, "neutral"));
    }

    private static Link FlagOf(PictureFlag flag, double top, double right)
    {
        var name = flag.Names.FirstOrDefault(name => TextWidth.Of(name, 13) <= right - Text) ?? flag.Names[^1];
        return new(
            LinkTarget.Event, $"{flag.Event}", flag.Title, new(0, top, right, FlagHeight - 2),
            [
                new Trace(Drawn($"M{Lane - 4} {top + 26}v-17h12l-4 4.5l4 4.5h-12"), new("ink", "ink", 1.4, null, true)),
                new Label(Text, top + 16, TextWidth.Fit(name, 13, right - Text), 13, true, "ink"),
                new Label(Text, top + 31, TextWidth.Fit(flag.Date, 12, right - Text), 12, false, "mut"),
            ]);
    }

    private static Link ChangeOf(PictureChange change, PictureLine line, int column, double top, double right, bool named)
    {
        var what = $"{(named ? Surname(line) : Letter(column))}: {change.What}";
        // The line that leads to its band says whose it is.
        if (TextWidth.Of(what, 12) > right - Text - 14) what = TextWidth.Fit(change.What, 12, right - Text - 14);
        return new(
            LinkTarget.Event, $"{change.Event}", change.Title, new(Text - 4, top, right - Text - 10, ChangeHeight - 4),
            [
                new Label(Text, top + 13, what, 12, true, change.Colour),
                new Label(Text, top + 27, TextWidth.Fit(change.Date, 12, right - Text - 14), 12, false, "ink"),
            ]);
    }

    private static Link StepOf(PictureStep step, double top, double right)
    {
        List<Shape> shapes = [.. Signs.Of(step.Verdict, Lane, top + Block / 2, 11)];
        var width = right - Text;
        var name = step.Number is { } number ? $"{number}  {step.Name}" : step.Name;
        var date = step.Count is null ? step.Date : $"{step.Date} · {step.Count}";
        shapes.Add(new Label(Text, top + 16, TextWidth.Fit(name, 13, width), 13, true, "ink"));
        shapes.Add(new Label(Text, top + 32, TextWidth.Of(date, 12, bold: false) <= width ? date : TextWidth.Fit(step.Date, 12, width),
            12, false, "mut"));
        shapes.Add(new Label(
            Text, top + 48, TextWidth.Of(step.Word, 12) <= width ? step.Word : TextWidth.Fit(step.ShortWord, 12, width), 12, true,
            Signs.ColourOf(step.Verdict)));
        return new(LinkTarget.Step, $"{step.Event}", step.Title, new(0, top, Math.Max(right, 120), Block), shapes);
    }
}
