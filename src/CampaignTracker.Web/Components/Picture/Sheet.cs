using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using static System.FormattableString;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The picture on a sheet of its own, for a report or an article: its title, how it is read, the wide picture, what it does not say,
/// and where it comes from. It asks nobody for anything: colours are written out, and nothing in it leads anywhere.
/// </summary>
/// <param name="Title">The finding.</param>
/// <param name="Description">The steps in words.</param>
public sealed record Sheet(string Title, string Description, Drawing Drawing)
{
    private const double Margin = 24;

    private static readonly Svg Literal = new(token => Palette.Light[token]);

    public static Sheet Of(PageContext context, AgreementAnswer answer)
    {
        var content = answer.Content;
        var words = content.Words;
        var picture = WideLayout.Of(content);
        List<Piece> pieces = [];
        var y = Text(pieces, content.Finding, 21, 26, true, "ink", picture.Width, Margin + 19);
        var question = context.State.Opened?.Question ?? context.Title;
        y = Text(pieces, question.Contains(content.Agreement, StringComparison.Ordinal) ? question : $"{content.Agreement}. {question}",
            13, 18, false, "mut", picture.Width, y - 2);
        y = Text(pieces, HowItIsRead(content), 13, 18, false, "mut", picture.Width, y);
        var top = y + 8;
        pieces.Add(new Group(Margin, top, [.. picture.Shapes]));
        y = top + picture.Height + 20;
        string word = words.Text["Share.Word", words[$"Word.{answer.Verdict.Word}"]];
        y = Text(pieces, $"{word} {words["Picture.Foot"]}", 12, 18, false, "mut", picture.Width, y);
        y = Text(pieces, SourceOf(context, words), 12, 18, false, "mut", picture.Width, y);
        var (width, height) = (picture.Width + 2 * Margin, Math.Ceiling(y + 6));
        pieces.Insert(0, new Box(new(0, 0, width, height), new("paper")));
        return new(content.Finding, Describe(content), new(width, height, pieces));
    }

    /// <summary>Where a picture comes from, so that it can be drawn again.</summary>
    public static string SourceOf(PageContext context, PictureWords words) => words.Text[
        "Picture.Source", context.Title, context.Rules.Version, context.Log.At is { } at
            ? DateWords.Of(DateOnly.FromDateTime(at.UtcDateTime)) : "", DateWords.Of(context.Day)];

    /// <summary>The steps in words, for those who do not see them.</summary>
    public static string Describe(PictureContent content) => string.Join(". ", content.Steps.Select(step => step.Title).Append(""));

    /// <summary>As a file, or, without its first line, as a part of a page.</summary>
    public string Svg(bool alone)
    {
        // A page may hold several, and other things that are called by one letter.
        const string title = "campaign-tracker-title", description = "campaign-tracker-description";
        var head = alone ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
        return Invariant($"{head}<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Drawing.Width} {Drawing.Height}\" width=\"{Drawing.Width}\" height=\"{Drawing.Height}\" font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" role=\"img\" aria-labelledby=\"{title} {description}\">")
            + $"<title id=\"{title}\">{Picture.Svg.Encode(Title)}</title><desc id=\"{description}\">{Picture.Svg.Encode(Description)}</desc>"
            + Literal.Write(Drawing) + "</svg>\n";
    }

    /// <summary>How the wide picture is read.</summary>
    public static string HowItIsRead(PictureContent content)
    {
        var words = content.Words;
        var how = $"{words["Picture.How.Wide"]} {words[words.AllPeople ? "Picture.How.Free" : "Picture.How.Any"]}";
        return content.IsLarge ? $"{how} {words["Picture.How.Large"]}" : how;
    }

    private static double Text(List<Piece> pieces, string text, double size, double step, bool bold, string colour, double width, double y)
    {
        foreach (var line in TextWidth.Wrap(text, size, width, 6) ?? [TextWidth.Fit(text, size, width)])
        {
            pieces.Add(new Label(Margin, y, line, size, bold, colour));
            y += step;
        }
        return y;
    }
}
