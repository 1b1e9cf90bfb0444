using System.Globalization;
using SkiaSharp;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>Paints a drawing as PNG, each pixel of it twice as fine, with the faces that the program carries.</summary>
public static class Png
{
    /// <summary>How many pixels a pixel of the drawing becomes.</summary>
    public const int Scale = 2;

    private static readonly Lazy<SKTypeface> Regular = new(() => Face("Inter-400.ttf")), Bold = new(() => Face("Inter-600.ttf"));

    /// <summary>The picture as a PNG file.</summary>
    public static byte[] Of(Drawing drawing)
    {
        using var bitmap = new SKBitmap((int)Math.Ceiling(drawing.Width) * Scale, (int)Math.Ceiling(drawing.Height) * Scale);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Scale);
        foreach (var shape in drawing.Shapes) Draw(canvas, shape);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Group group:
                canvas.Save();
                canvas.Translate((float)group.X, (float)group.Y);
                foreach (var part in group.Shapes) Draw(canvas, part);
                canvas.Restore();
                break;
            case Label label:
                Write(canvas, label);
                break;
            case Box { Area: var area, Corner: var corner }:
                var box = SKRect.Create((float)area.X, (float)area.Y, (float)area.Width, (float)area.Height);
                Fill(shape.Paint, paint => canvas.DrawRoundRect(box, (float)corner, (float)corner, paint));
                break;
            case Disc disc:
                Fill(shape.Paint, paint => canvas.DrawCircle((float)disc.X, (float)disc.Y, (float)disc.Radius, paint));
                break;
            case Trace trace:
                using (var path = SKPath.ParseSvgPathData(trace.Path)) Fill(shape.Paint, paint => canvas.DrawPath(path, paint));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape.GetType().Name, "cannot be painted");
        }
    }

    private static void Fill(Paint paint, Action<SKPaint> draw)
    {
        if (paint.Fill is { } fill)
        {
            using var inside = new SKPaint { Color = ColourOf(fill), IsAntialias = true };
            draw(inside);
        }
        if (paint.Stroke is not { } stroke) return;
        using var edge = new SKPaint { Color = ColourOf(stroke), IsAntialias = true, IsStroke = true, StrokeWidth = (float)paint.Width };
        if (paint.Round) (edge.StrokeCap, edge.StrokeJoin) = (SKStrokeCap.Round, SKStrokeJoin.Round);
        using var dash = paint.Dash is { } lengths
            ? SKPathEffect.CreateDash([.. lengths.Split(' ').Select(length => float.Parse(length, CultureInfo.InvariantCulture))], 0)
                : null;
        edge.PathEffect = dash;
        draw(edge);
    }

    private static void Write(SKCanvas canvas, Label label)
    {
        using var paint = new SKPaint { Color = ColourOf(label.Colour), IsAntialias = true };
        var runs = Runs(label).ToList();
        var x = (float)label.X;
        var width = runs.Sum(run => run.Font.MeasureText(run.Text));
        if (label.Anchor != Anchor.Start) x -= label.Anchor == Anchor.Middle ? width / 2 : width;
        foreach (var (text, font) in runs)
        {
            canvas.DrawText(text, x, (float)label.Y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(text);
            font.Dispose();
        }
    }

    // What our faces do not have, one of the machine's may.
    private static IEnumerable<(string Text, SKFont Font)> Runs(Label label)
    {
        var own = (label.Bold ? Bold : Regular).Value;
        using var glyphs = FontOf(own);
        var (from, face) = (0, own);
        for (var at = 0; at < label.Text.Length;)
        {
            var rune = System.Text.Rune.TryGetRuneAt(label.Text, at, out var whole) ? whole : System.Text.Rune.ReplacementChar;
            var wanted = glyphs.ContainsGlyph(rune.Value) ? own : SKFontManager.Default.MatchCharacter(rune.Value) ?? own;
            if (wanted != face && at > from)
            {
                yield return (label.Text[from..at], FontOf(face));
                from = at;
            }
            face = wanted;
            at += Math.Max(1, rune.Utf16SequenceLength);
        }
        yield return (label.Text[from..], FontOf(face));

        SKFont FontOf(SKTypeface typeface) => new(typeface, (float)label.Size) { Subpixel = true, Hinting = SKFontHinting.None };
    }

    private static SKColor ColourOf(string token) => SKColor.Parse(Palette.Light[token]);

    private static SKTypeface Face(string file)
    {
        using var font = typeof(Png).Assembly.GetManifestResourceStream($"Fonts/{file}")
            ?? throw new InvalidOperationException($"Fonts/{file} is not in the program.");
        return SKTypeface.FromStream(font);
    }
}
