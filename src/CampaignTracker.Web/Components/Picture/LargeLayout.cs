using CampaignTracker.Domain.Agreements;
using static CampaignTracker.Web.Components.Picture.Paths;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The wide picture of a large campaign, drawn with less: phases and numbers in the place of names, one block and one word for steps of one
/// verdict in a row, one row for conditions of one history, a sign only where something changed.
/// </summary>
internal static class LargeLayout
{
    /// <summary>
    /// The bound of what is drawn: so many rows, then their number. With it a picture of 60 steps and 100 conditions, each of another
    /// history, stays below 400 kB.
    /// </summary>
    public const int MostRows = 40;

    public const double Width = 1300;

    private const double Names = 128, LaneFrom = 142, LeastPitch = 24, MostPitch = 92;
    private const double Lane = 82, FirstRow = 146, Band = 18, StepRadius = 9.5, ConditionRadius = 7.5, Target = 24;

    /// <summary>Conditions that share a row.</summary>
    private sealed record Row(IReadOnlyList<PictureLine> Lines)
    {
        public PictureLine Line => Lines[0];
    }

    public static Drawing Of(PictureContent content)
    {
        var room = content.Room;
        var pitch = Math.Clamp((Width - LaneFrom) / Math.Max(1, room.Steps.Count), LeastPitch, MostPitch);
        var columns = room.Steps.Select((step, i) => (step.Event, At: LaneFrom + (i + 0.5) * pitch))
            .ToDictionary(pair => pair.Event, pair => pair.At);
        var width = Math.Max(Width, LaneFrom + pitch * room.Steps.Count);
        var scale = ScaleOf(room, columns, width);
        var (rows, left) = RowsOf(room);
        var places = Centres(rows);
        var count = places.End + (left > 0 ? 28 : 0);
        List<Piece> pieces = [];

        var runs = RunsOf(content, columns, pitch);
        foreach (var (step, x, wide) in runs)
            if (Signs.TintOf(step.Verdict) is { } tint) pieces.Add(new Box(new(x - wide / 2, 46, wide, count - 32), new(tint), 3));
        foreach (var step in content.Steps) pieces.Add(Line(columns[step.Event], 134, columns[step.Event], count - 10, "line"));
        Phases(pieces, content, columns, pitch);
        var day = scale.At(content.Day);
        pieces.Add(new Label(0, Lane - 4, content.Words.Benefit, 13, true, "ink"));
        pieces.Add(new Label(0, Lane + 11, TextWidth.Fit(content.Agreement, 12, Names), 12, false, "mut"));
        pieces.Add(Line(LaneFrom, Lane, day, Lane, "ink", 2));
        foreach (var (step, x, wide) in runs)
        {
            var word = TextWidth.WrapEvenly(step.Word, 12, wide, 2) ?? TextWidth.WrapEvenly(step.ShortWord, 11, wide, 2) ?? [];
            for (var i = 0; i < word.Count; i++)
                pieces.Add(new Label(
                    x, 112 + 14 * i, word[i], TextWidth.Of(word[i], 12) <= wide ? 12 : 11, true, Signs.ColourOf(step.Verdict),
                        Anchor.Middle));
        }
        foreach (var step in content.Steps)
        {
            var x = columns[step.Event];
            List<Shape> shapes = [.. Signs.Of(step.Verdict, x, Lane, StepRadius)];
            if (step.Number is { } number) shapes.Insert(0, new Label(x, 38, $"{number}", 12, false, "mut", Anchor.Middle));
            pieces.Add(new Link(LinkTarget.Step, $"{step.Event}", step.Title, new(x - pitch / 2, 46, pitch, 52), shapes));
        }

        var breaks = scale.Breaks(WideLayout.ShownDays(room)).Where(at => at < day).ToList();
        var bands = new Bands(scale, content.Day, down: false, Band);
        for (var i = 0; i < rows.Count; i++)
        {
            var y = places.Centres[i];
            if (i == 0 || rows[i].Line.Group != rows[i - 1].Line.Group) Group(pieces, rows[i].Line.Group, room, y);
            if (content.Lines.FirstOrDefault(line => line.Demand == rows[i].Line.Demand) is { } line)
                Draw(pieces, content, rows[i], line, bands, breaks, scale, columns, y);
        }
        if (left > 0) pieces.Add(new Label(0, count - 24, content.Words.Text["Picture.MoreInTheList", left], 12, true, "mut"));
        Counts(pieces, content, columns, pitch, count);
        WideLayout.Axis(pieces, scale, content, breaks, LaneFrom, count + 28);
        return new Drawing(width, Legend.Wide(pieces, room, LaneFrom, Width, count + 72) + 12, pieces);
    }

    private static TimeScale ScaleOf(PictureContent room, Dictionary<Guid, double> columns, double width)
    {
        List<(DateOnly Day, double At)> anchors = [.. room.Steps.Select(step => (WideLayout.Middle(step.At), columns[step.Event]))];
        var first = anchors.Count == 0 ? room.Day : anchors[0].Day;
        var begun = room.Lines.SelectMany(line => line.Bands).Select(band => band.From.Earliest).Append(first).Min();
        anchors.Insert(0, (begun < first ? begun : DateOnly.FromDayNumber(Math.Max(0, first.DayNumber - 365)), LaneFrom));
        if (room.Day > anchors[^1].Day) anchors.Add((room.Day, width));
        return new(anchors);
    }

    /// <summary>Conditions of one kind and one history share a row, unless something is told on them.</summary>
    private static (List<Row> Rows, int Left) RowsOf(PictureContent room)
    {
        var all = room.Lines.GroupBy(line => line.Group).SelectMany(group => group
            .GroupBy(line => line.Changes.Count > 0 ? line.Demand : HistoryOf(room, line)).Select(alike => new Row([.. alike]))
            .OrderBy(row => row.Lines.Count > 1)).ToList();
        return (all.Count <= MostRows ? all : all[..MostRows], all.Skip(MostRows).Sum(row => row.Lines.Count));
    }

    private static string HistoryOf(PictureContent room, PictureLine line) => string.Join(
        ';',
        line.Bands.Select(band => $"{band.From} {band.To} {string.Join(',', band.Ranks)} {band.Confirmed}")
            .Concat(room.Steps.Select(step => $"{step.States.GetValueOrDefault(line.Demand)?.Sign}")));

    private static (List<double> Centres, double End) Centres(List<Row> rows)
    {
        List<double> centres = [];
        var y = FirstRow;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 0 || rows[i].Line.Group != rows[i - 1].Line.Group) y += 30;
            centres.Add(y);
            y += rows[i].Line.Changes.Count > 0 ? 42 : 28;
        }
        return (centres, y);
    }

    private static void Group(List<Piece> pieces, string group, PictureContent room, double y)
    {
        pieces.Add(Line(0, y - 34, Names, y - 34, "line"));
        pieces.Add(new Label(0, y - 18, $"{group} · {room.Lines.Count(line => line.Group == group)}", 12, true, "mut"));
    }

    /// <summary>Steps of one verdict in a row: the first of them, the middle of their block and its width.</summary>
    private static List<(PictureStep Step, double X, double Width)> RunsOf(
        PictureContent content, Dictionary<Guid, double> columns, double pitch)
    {
        List<(PictureStep Step, double X, double Width)> runs = [];
        for (int from = 0, to; from < content.Steps.Count; from = to)
        {
            to = from + 1;
            while (to < content.Steps.Count && content.Steps[to].Word == content.Steps[from].Word) to++;
            var (first, last) = (columns[content.Steps[from].Event], columns[content.Steps[to - 1].Event]);
            runs.Add((content.Steps[from], (first + last) / 2, last - first + pitch - 2));
        }
        return runs;
    }

    private static void Phases(List<Piece> pieces, PictureContent content, Dictionary<Guid, double> columns, double pitch)
    {
        for (int from = 0, to; from < content.Steps.Count; from = to)
        {
            to = from + 1;
            var phase = PhaseOf(content.Steps[from].Milestone);
            while (to < content.Steps.Count && PhaseOf(content.Steps[to].Milestone) == phase) to++;
            var (left, right) = (columns[content.Steps[from].Event] - pitch / 2 + 4, columns[content.Steps[to - 1].Event] + pitch / 2 - 4);
            string name = content.Words[$"Picture.Phase.{phase}"];
            if (TextWidth.Of(name, 13) > right - left) continue;
            pieces.Add(new Trace(Drawn($"M{left} 20v-5H{right}v5"), new(null, "mut", 1.2)));
            pieces.Add(new Label((left + right) / 2, 10, name, 13, true, "ink", Anchor.Middle));
        }
    }

    private static string PhaseOf(Milestone milestone) => milestone switch
    {
        <= Milestone.NegotiationsConcluded or Milestone.NegotiationsSuspended => "Talks",
        Milestone.Initialled => "Text",
        Milestone.Signed or Milestone.ProvisionallyApplied => "Signing",
        Milestone.ConsentGiven or Milestone.Ratified or Milestone.CouncilConcluded => "Ratification",
        _ => "InForce",
    };

    private static void Draw(
        List<Piece> pieces, PictureContent content, Row row, PictureLine line, Bands bands, IReadOnlyList<double> breaks, TimeScale scale,
        Dictionary<Guid, double> columns, double y)
    {
        if (row.Lines.Count == 1)
        {
            pieces.Add(new Link(
                LinkTarget.Condition, line.Demand, line.Name, new(-2, y - Target / 2, Names + 4, Target),
                [new Label(0, y + 4, TextWidth.Fit(line.Name, 13, Names), 13, true, "ink")]));
        }
        else
        {
            pieces.Add(new Label(0, y + 4, content.Words.Text["Picture.More", row.Lines.Count], 13, true, "ink"));
        }
        pieces.AddRange(bands.Draw(line.Bands, y));
        pieces.AddRange(bands.Cut(breaks, y));
        var free = 0.0;
        foreach (var change in line.Changes)
        {
            var x = WideLayout.PlaceOf(change, line, scale);
            if (change.OnBand) pieces.Add(Signs.Event(x, y));
            var half = Math.Max(Target, TextWidth.Of(change.What, 12)) / 2;
            var centre = Math.Min(x, scale.Places.Last() - half);
            if (centre - half < free) continue;
            free = centre + half + 4;
            pieces.Add(new Link(
                LinkTarget.Event, $"{change.Event}", change.Title, new(centre - half, y + 10, 2 * half, Target),
                [
                    Line(x, y + 9, x, y + 15, change.Colour, 1.6),
                    new Label(centre, y + 27, change.What, 12, true, change.Colour, Anchor.Middle),
                ]));
        }
        ConditionSign? before = null;
        var counted = content.Steps.Where(step => step.States.ContainsKey(line.Demand)).ToList();
        foreach (var step in counted)
        {
            var sign = step.States[line.Demand].Sign;
            // What was new at one step is delivered earlier at the next: that is no change.
            var isNews = sign != before && !(sign == ConditionSign.DeliveredEarlier && before == ConditionSign.DeliveredNow);
            if (isNews || step == counted[^1]) pieces.AddRange(Signs.Of(sign, columns[step.Event], y, ConditionRadius));
            before = sign;
        }
    }

    private static void Counts(List<Piece> pieces, PictureContent content, Dictionary<Guid, double> columns, double pitch, double y)
    {
        if (content.Steps.All(step => step.Count is null)) return;
        pieces.Add(new Label(0, y, TextWidth.Fit(content.Words.Delivered, 12, Names), 12, true, "ink"));
        foreach (var step in content.Steps.Where(step => step.Count is not null))
        {
            var least = step.States.Values.Count(state => state.Delivered == true);
            var most = step.States.Values.Count(state => state.Delivered != false);
            string[] says = [step.Count!, least == most ? $"{least}" : $"{least}–{most}"];
            if (says.FirstOrDefault(text => TextWidth.Of(text, 12) <= pitch - 2) is { } fits)
                pieces.Add(new Label(columns[step.Event], y, fits, 12, true, "ink", Anchor.Middle));
        }
    }
}
