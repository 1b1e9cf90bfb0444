using CampaignTracker.Edtf;
using static CampaignTracker.Web.Components.Picture.Paths;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The picture for a screen or a page: a column per step, evenly spaced; a band per condition; at each crossing what was so. Look down a
/// column.
/// </summary>
public static class WideLayout
{
    public const double Width = 1024;

    private const double Names = 108, LaneFrom = 118, End = 1024, Early = 144, FirstStep = 388, MostPitch = 92, StepsRoom = 592;
    private const double Lane = 88, FirstBand = 156, RowPitch = 68, Target = 24;

    private static readonly double[] FlagPlaces = [219, 302];

    public static Drawing Of(PictureContent content)
    {
        if (content.IsLarge) return LargeLayout.Of(content);
        var room = content.Room;
        List<Piece> pieces = [];
        var columns = ColumnsOf(room);
        var scale = ScaleOf(room, columns);
        var pitch = PitchOf(room.Steps.Count);
        var bottom = FirstBand + RowPitch * room.Lines.Count - 2;
        double Row(int line) => FirstBand + RowPitch * line;

        var block = pitch - 3;
        foreach (var step in content.Steps)
        {
            var x = columns[step.Event];
            if (Signs.TintOf(step.Verdict) is { } tint)
                pieces.Add(new Box(new(x - block / 2, 0, block, bottom + 9), new(tint), 3));
        }
        foreach (var flag in content.Flags)
            pieces.Add(Line(columns[flag.Event], 98, columns[flag.Event], bottom - 16, "mut", 1, "2 3"));
        foreach (var step in content.Steps)
            pieces.Add(Line(columns[step.Event], 132, columns[step.Event], bottom - 18, Signs.ColourOf(step.Verdict), 1.4));

        Agreement(pieces, content, columns, scale, pitch);
        var day = scale.At(content.Day);
        var breaks = scale.Breaks(ShownDays(room)).Where(at => at < day).ToList();
        var bands = new Bands(scale, content.Day, down: false);
        var changes = new List<Piece>();
        for (var i = 0; i < room.Lines.Count; i++)
        {
            if (content.Lines.FirstOrDefault(line => line.Demand == room.Lines[i].Demand) is not { } line) continue;
            pieces.Add(NameOf(line, Row(i)));
            pieces.AddRange(bands.Draw(line.Bands, Row(i)));
            pieces.AddRange(bands.Cut(breaks, Row(i)));
            changes.AddRange(ChangesOf(line, scale, Row(i)));
            foreach (var step in content.Steps)
                if (step.States.TryGetValue(line.Demand, out var state))
                    changes.AddRange(Signs.Of(state.Sign, columns[step.Event], Row(i)));
        }
        pieces.AddRange(changes);
        if (content.Steps.Any(step => step.Count is not null))
        {
            Counted(pieces, content.Words.Delivered, bottom, Names);
            foreach (var step in content.Steps)
                if (step.Count is { } count) pieces.Add(new Label(columns[step.Event], bottom, count, 13, true, "ink", Anchor.Middle));
        }
        Axis(pieces, scale, content, breaks, LaneFrom, bottom + 22);
        var end = Legend.Wide(pieces, room, LaneFrom, End, bottom + 62);
        return new Drawing(Width, end + 12, pieces);
    }

    private static double PitchOf(int steps) => steps < 2 ? MostPitch : Math.Floor(Math.Min(MostPitch, StepsRoom / (steps - 1)));

    /// <summary>Where each flag and each step stands.</summary>
    private static Dictionary<Guid, double> ColumnsOf(PictureContent room)
    {
        Dictionary<Guid, double> columns = [];
        for (var i = 0; i < room.Flags.Count; i++) columns[room.Flags[i].Event] = FlagPlaces[room.Flags.Count == 1 ? 1 : i];
        var pitch = PitchOf(room.Steps.Count);
        for (var i = 0; i < room.Steps.Count; i++) columns[room.Steps[i].Event] = FirstStep + i * pitch;
        return columns;
    }

    private static TimeScale ScaleOf(PictureContent room, Dictionary<Guid, double> columns)
    {
        List<(DateOnly Day, double At)> anchors =
        [
            .. room.Flags.Select(flag => (flag.At.Earliest, columns[flag.Event])),
            .. room.Steps.Select(step => (Middle(step.At), columns[step.Event])),
        ];
        var first = anchors.Count == 0 ? room.Day : anchors[0].Day;
        var begun = room.Lines.SelectMany(line => line.Bands).Select(band => band.From.Earliest).Append(first).Min();
        var (early, at) = room.Before.Count > 0 ? (Middle(room.Before[^1].At), Early) : (Year(begun < first ? begun : first), LaneFrom);
        if (early < first) anchors.Insert(0, (early, at));
        if (anchors.Count == 0 || room.Day > anchors[^1].Day) anchors.Add((room.Day, End));
        return new(anchors);
    }

    // A year before, where the calendar has one.
    private static DateOnly Year(DateOnly day) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - 365));

    internal static DateOnly Middle(EdtfDate date) => DateOnly.FromDayNumber((date.Earliest.DayNumber + date.Latest.DayNumber) / 2);

    /// <summary>The days on which something that is shown happened.</summary>
    internal static IEnumerable<DateOnly> ShownDays(PictureContent content) =>
        content.Lines.SelectMany(line => line.Bands.Select(band => band.From).Concat(line.Changes.Select(change => change.At)))
            .SelectMany(date => new[] { date.Earliest, date.Latest });

    private static void Agreement(
        List<Piece> pieces, PictureContent content, Dictionary<Guid, double> columns, TimeScale scale, double pitch)
    {
        pieces.Add(new Label(0, Lane - 1, content.Words.Benefit, 13, true, "ink"));
        var under = TextWidth.Wrap(content.Agreement, 12, Names, 2) ?? [TextWidth.Fit(content.Agreement, 12, Names)];
        for (var i = 0; i < under.Count; i++) pieces.Add(new Label(0, Lane + 14 + 14 * i, under[i], 12, false, "mut"));

        var day = scale.At(content.Day);
        var promised = content.Flags.Count > 0 ? columns[content.Flags[0].Event] : content.Steps.Count > 0 ? FirstStep : day;
        if (content.Before.Count > 0 || content.Flags.Count > 0) pieces.Add(Line(LaneFrom, Lane, promised, Lane, "neutral", 2, "2 4"));
        if (day > promised) pieces.Add(Line(promised, Lane, day, Lane, "ink", 2));
        BeforeOf(pieces, content);
        foreach (var flag in content.Flags) pieces.Add(FlagOf(flag, columns[flag.Event]));
        for (var i = 0; i < content.Steps.Count; i++)
        {
            var (step, x) = (content.Steps[i], columns[content.Steps[i].Event]);
            if (i > 0) Months(pieces, content.Steps[i - 1], step, content.Words, (columns[content.Steps[i - 1].Event] + x) / 2, pitch);
            pieces.Add(StepOf(step, x, pitch));
        }
    }

    private static void BeforeOf(List<Piece> pieces, PictureContent content)
    {
        if (content.Before.Count == 0) return;
        var (first, last) = (content.Before[0].At.Earliest.Year, content.Before[^1].At.Latest.Year);
        var years = first == last ? $"{first}" : $"{first}–{last}";
        pieces.Add(new Label(Early, 30, content.Words.Text["Picture.Before.Count", content.Before.Count], 12, true, "mut", Anchor.Middle));
        pieces.Add(new Label(Early, 45, years, 12, true, "mut", Anchor.Middle));
        var rings = Math.Min(content.Before.Count, 3);
        for (var i = 0; i < rings; i++)
            pieces.AddRange(Signs.Of(Domain.Agreements.Verdict.NotLinked, Early + 16 * (i - (rings - 1) / 2.0), Lane));
        Lines(pieces, TextWidth.WrapEvenly(content.Before[0].Word, 12, 76, 2) ?? [content.Before[0].ShortWord], Early, 116, 14, 12, true,
            "neutral");
    }

    private static Link FlagOf(PictureFlag flag, double x)
    {
        List<Piece> pieces = [];
        var name = flag.Names.Select(name => TextWidth.WrapEvenly(name, 13, 80, 3)).FirstOrDefault(lines => lines is not null) ?? [];
        Lines(pieces, name, x, 45 - 15 * (name.Count - 1), 15, 13, true, "ink");
        if (TextWidth.Of(flag.Date, 12, bold: false) <= 82) pieces.Add(new Label(x, 62, flag.Date, 12, false, "mut", Anchor.Middle));
        pieces.Add(new Trace(Drawn($"M{x} {Lane + 9}v-19h13l-4 5l4 5h-13"), new("ink", "ink", 1.4, null, true)));
        return new(LinkTarget.Event, $"{flag.Event}", flag.Title, new(x - 41, 0, 82, 98), [.. pieces.Cast<Shape>()]);
    }

    private static Link StepOf(PictureStep step, double x, double pitch)
    {
        List<Piece> pieces = [];
        var (block, room) = (pitch - 3, pitch - 6);
        if (step.Number is { } number) pieces.Add(new Label(x, 14, $"{number}", 12, false, "mut", Anchor.Middle));
        if (TextWidth.WrapEvenly(step.Name, 13, room, 2) is { } large) Lines(pieces, large, x, 30, 15, 13, true, "ink");
        else if (TextWidth.WrapEvenly(step.Name, 12, room, 2) is { } two) Lines(pieces, two, x, 30, 15, 12, true, "ink");
        else if (TextWidth.WrapEvenly(step.Name, 12, room, 3) is { } three) Lines(pieces, three, x, 26, 12, 12, true, "ink");
        var date = new[] { step.Date, step.ShortDate }.FirstOrDefault(date => TextWidth.Of(date, 12, bold: false) <= pitch - 2)
            ?? $"{step.At.Earliest.Year}";
        pieces.Add(new Label(x, 62, date, 12, false, "mut", Anchor.Middle));
        pieces.AddRange(Signs.Of(step.Verdict, x, Lane));
        Lines(
            pieces, TextWidth.WrapEvenly(step.Word, 12, block, 2) ?? TextWidth.WrapEvenly(step.ShortWord, 12, block, 2) ?? [],
            x, 116, 14, 12, true, Signs.ColourOf(step.Verdict));
        return new(LinkTarget.Step, $"{step.Event}", step.Title, new(x - block / 2, 0, block, 134), [.. pieces.Cast<Shape>()]);
    }

    private static void Months(List<Piece> pieces, PictureStep before, PictureStep after, PictureWords words, double x, double pitch)
    {
        var months = (int)Math.Round((Middle(after.At).DayNumber - Middle(before.At).DayNumber) / 30.44);
        if (months == 0) return;
        string says = months == 1 ? words["Picture.Month"] : words.Text["Picture.Months", months];
        if (TextWidth.Of(says, 12, bold: false) <= pitch - 2 * Signs.StepRadius + 2)
            pieces.Add(new Label(x, Lane - 5, says, 12, false, "mut", Anchor.Middle));
    }

    private static Link NameOf(PictureLine line, double y)
    {
        var name = TextWidth.Wrap(line.Name, 13, Names + 6, 2) ?? TextWidth.Wrap(line.Name, 12, Names + 6, 3)
            ?? [TextWidth.Fit(line.Name, 12, Names)];
        var role = line.Role is null || name.Count > 3 ? []
            : TextWidth.Wrap(line.Role, 12, Names, 4 - name.Count) ?? [TextWidth.Fit(line.Role, 12, Names)];
        var lines = name.Count + role.Count;
        y += lines switch { 1 => 4, 2 => 0, 3 => -4, _ => -11 };
        List<Shape> shapes = [];
        for (var i = 0; i < lines; i++)
        {
            var isName = i < name.Count;
            shapes.Add(new Label(0, y + 15 * i, isName ? name[i] : role[i - name.Count], isName ? 13 : 12, isName, isName ? "ink" : "mut"));
        }
        return new(LinkTarget.Condition, line.Demand, line.Name, new(-2, y - 16, Names + 6, Math.Max(Target, 15 * lines + 8)), shapes);
    }

    /// <summary>The events of a band: a tick below it and two lines, within the gap between the two columns around it.</summary>
    private static IEnumerable<Piece> ChangesOf(PictureLine line, TimeScale scale, double y)
    {
        foreach (var gap in line.Changes.GroupBy(change => scale.Gap(scale.Middle(change.At))))
        {
            foreach (var change in gap.Where(change => change.OnBand)) yield return Signs.Event(scale.Middle(change.At), y);
            var told = gap.Last();
            var x = PlaceOf(told, line, scale);
            var (from, to) = gap.Key;
            List<Shape> shapes = [Line(x, y + 12, x, y + 20, told.Colour, 1.8)];
            var what = gap.Count() > 1 ? $"{told.What} +{gap.Count() - 1}" : told.What;
            var room = to - from - 8;
            var date = new[] { told.Date, told.ShortDate }.FirstOrDefault(date => TextWidth.Of(date, 12, bold: false) <= room);
            List<string> lines = TextWidth.Of(what, 12) <= room ? [what] : [.. TextWidth.WrapEvenly(what, 12, room, 2) ?? []];
            if (lines.Count == 1 && date is not null) lines.Add(date);
            if (lines.Count > 0)
            {
                var half = lines.Max(text => TextWidth.Of(text, 12, text != date)) / 2;
                var centre = Math.Clamp(x, Math.Min(from + 4 + half, to - 4 - half), Math.Max(from + 4 + half, to - 4 - half));
                for (var i = 0; i < lines.Count; i++)
                {
                    var isDate = i > 0 && lines[i] == date;
                    shapes.Add(new Label(centre, y + 32 + 14 * i, lines[i], 12, !isDate, isDate ? "ink" : told.Colour, Anchor.Middle));
                }
                var wide = Math.Max(Target, 2 * half);
                yield return new Link(LinkTarget.Event, $"{told.Event}", told.Title, new(centre - wide / 2, y + 20, wide, 30), shapes);
            }
            else
            {
                yield return new Link(LinkTarget.Event, $"{told.Event}", told.Title, new(x - Target / 2, y + 12, Target, Target), shapes);
            }
        }
    }

    // Where sources begin to disagree is where the bands part: on the first day.
    internal static double PlaceOf(PictureChange change, PictureLine line, TimeScale scale) =>
        change.Colour == "unknown" && !change.OnBand ? scale.At(change.At.Earliest) : scale.Middle(change.At);

    internal static void Axis(
        List<Piece> pieces, TimeScale scale, PictureContent content, IReadOnlyList<double> breaks, double from, double y)
    {
        var day = scale.At(content.Day);
        var name = $"{content.Day:MMM yyyy}";
        var free = day - TextWidth.Of(name, 12) - 6;
        pieces.Add(Line(from, y, day, y, "mut"));
        foreach (var at in breaks)
        {
            pieces.Add(new Trace(Drawn($"M{at - 5} {y + 5}l6 -10h4l-6 10z"), new("paper")));
            pieces.Add(new Trace(Drawn($"M{at - 5} {y + 5}l6 -10M{at - 1} {y + 5}l6 -10"), new(null, "mut", 1.2)));
        }
        var taken = from - 20;
        foreach (var (year, x) in Years(scale, content.Day))
        {
            if (x < from || x - 16 < taken || x + 16 > free || breaks.Any(at => Math.Abs(at - x) < 22)) continue;
            pieces.Add(Line(x, y, x, y + 5, "mut"));
            pieces.Add(new Label(x, y + 17, $"{year}", 12, false, "mut", Anchor.Middle));
            taken = x + 18;
        }
        pieces.Add(Line(day, y - 4, day, y + 5, "ink", 1.4));
        pieces.Add(new Label(Math.Max(day, from + TextWidth.Of(name, 12)), y + 17, name, 12, true, "ink", Anchor.End));
    }

    /// <summary>The first days of years that are at most a reader's lifetime apart from the day, and their places.</summary>
    internal static IEnumerable<(int Year, double At)> Years(TimeScale scale, DateOnly day)
    {
        var places = scale.Places.ToList();
        for (var year = Math.Max(1, day.Year - 150); year <= day.Year; year++)
        {
            var at = scale.At(new DateOnly(year, 1, 1));
            if (at > places[0] && at < places[^1]) yield return (year, at);
        }
    }

    private static void Counted(List<Piece> pieces, string text, double y, double width)
    {
        var lines = TextWidth.Wrap(text, 12, width, 2) ?? [TextWidth.Fit(text, 12, width)];
        for (var i = 0; i < lines.Count; i++) pieces.Add(new Label(0, y + 14 * i, lines[i], 12, true, "ink"));
    }

    private static void Lines(
        List<Piece> pieces, IReadOnlyList<string> lines, double x, double y, double step, double size, bool bold, string colour)
    {
        for (var i = 0; i < lines.Count; i++) pieces.Add(new Label(x, y + step * i, lines[i], size, bold, colour, Anchor.Middle));
    }
}
