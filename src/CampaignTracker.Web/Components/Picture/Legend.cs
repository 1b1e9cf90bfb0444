using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>The legend: how the bands are read, and the signs at a step. Only what the picture shows is told.</summary>
internal static class Legend
{
    /// <summary>A sample and its words.</summary>
    public sealed record Entry(Func<double, double, IEnumerable<Shape>> Draw, string Says);

    public static IReadOnlyList<Entry> Bands(PictureContent content)
    {
        var words = content.Words;
        var people = words.AllPeople ? "Free" : "Any";
        var bands = content.Lines.SelectMany(line => line.Bands).ToList();
        bool Shows(Rank rank) => bands.Any(band => band.Ranks.Contains(rank));
        List<Entry> entries = [new((x, y) => [Part(x, y, 17.6, new("held"))], words[$"Picture.Legend.{people}.Open"])];
        if (Shows(Rank.PartlyMet)) entries.Add(new((x, y) => [Part(x, y, 12.8, new("held"))], words[$"Picture.Legend.{people}.Partly"]));
        if (Shows(Rank.MetConditionally))
            entries.Add(new((x, y) => [Part(x, y, 8, new("cond", "delivered"))], words[$"Picture.Legend.{people}.Conditionally"]));
        if (Shows(Rank.Met)) entries.Add(new((x, y) => [Part(x, y, 3.2, new("delivered"))], words[$"Picture.Legend.{people}.Met"]));
        if (bands.Any(band => band.Ranks.Count > 1))
        {
            entries.Add(new((x, y) =>
            [
                new Box(new(x, y - 8.8, 30, 8), new("held")), new Box(new(x + 0.5, y + 1, 29.5, 7.6), new("cond", "delivered")),
            ], words["Picture.Legend.Contested"]));
        }
        if (bands.Any(band => !band.Confirmed))
            entries.Add(new((x, y) => [Part(x, y, 8, new("cond", "delivered", 1.4, "4 2.5"))], words["Picture.Legend.NotConfirmed"]));
        if (bands.Any(band => band is { Ranks.Count: 1 } && !band.From.IsDay))
        {
            entries.Add(new((x, y) =>
            [
                new Box(new(x, y - 8.8, 9, 17.6), new("held")),
                new Trace(Paths.Drawn($"M{x + 8.6} {y - 8.8}L{x + 8.6} {y + 8.8}L{x + 22} {y + 4}L{x + 22} {y - 4}z"), new("held")),
                new Box(new(x + 22, y - 4, 8, 8), new("cond", "delivered")),
            ], words["Picture.Legend.DayNotKnown"]));
        }
        entries.Add(new((x, y) =>
        [
            Part(x, y, 17.6, new("held")),
            new Trace(Paths.Drawn($"M{x + 10} {y + 11}l6 -22M{x + 16} {y + 11}l6 -22"), new(null, "paper", 2.5)),
        ], words["Picture.Legend.CutShort"]));
        return entries;
    }

    public static IReadOnlyList<Entry> AtAStep(PictureContent content)
    {
        var shown = content.Steps.SelectMany(step => step.States.Values).Select(state => state.Sign).ToHashSet();
        return [.. Enum.GetValues<ConditionSign>().Where(shown.Contains)
            .Select(sign => new Entry((x, y) => Signs.Of(sign, x + 10, y, 8), content.Words[$"Picture.Sign.{sign}"]))];
    }

    /// <summary>Both rows for a wide picture, each broken where it is full; ends at the last row's middle.</summary>
    public static double Wide(List<Piece> pieces, PictureContent content, double left, double right, double top)
    {
        var y = Row(pieces, content.Words["Picture.Legend.Bands"], Bands(content), 36, left, right, top);
        var signs = AtAStep(content);
        return signs.Count == 0 ? y : Row(pieces, content.Words["Picture.Legend.AtAStep"], signs, 26, left, right, y + 24);
    }

    /// <summary>Both columns for a narrow picture; ends below the longer one.</summary>
    public static double Narrow(List<Piece> pieces, PictureContent content, double right, double top)
    {
        var (bands, signs) = (Bands(content), AtAStep(content));
        Column(pieces, content.Words["Picture.Legend.Bands"], bands, 0, 38, top, right);
        if (signs.Count > 0) Column(pieces, content.Words["Picture.Legend.AtAStep"], signs, right, 26, top, double.MaxValue);
        return top + 24 * Math.Max(bands.Count, signs.Count) + 10;
    }

    private static double Row(
        List<Piece> pieces, string title, IReadOnlyList<Entry> entries, double wide, double left, double right, double y)
    {
        pieces.Add(new Label(0, y + 4, TextWidth.Fit(title, 12, left - 4), 12, true, "ink"));
        var x = left;
        foreach (var entry in entries)
        {
            var width = wide + TextWidth.Of(entry.Says, 12, bold: false);
            if (x > left && x + width > right) (x, y) = (left, y + 22);
            pieces.AddRange(entry.Draw(x, y));
            pieces.Add(new Label(x + wide, y + 4, entry.Says, 12, false, "ink"));
            x += width + 24;
        }
        return y;
    }

    private static void Column(
        List<Piece> pieces, string title, IReadOnlyList<Entry> entries, double x, double wide, double y, double right)
    {
        pieces.Add(new Label(x, y, title, 12, true, "ink"));
        foreach (var entry in entries)
        {
            y += 24;
            pieces.AddRange(entry.Draw(x, y - 4));
            pieces.Add(new Label(x + wide, y, TextWidth.Fit(entry.Says, 12, right - x - wide - 4), 12, false, "ink"));
        }
    }

    private static Box Part(double x, double y, double height, Paint paint) => new(new(x, y - height / 2, 30, height), paint);
}
