using System.Text.RegularExpressions;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Stylesheets name tokens: no colour, no size of type and no space of their own.</summary>
public sealed partial class StylesheetTests
{
    [Theory]
    [InlineData("app.css")]
    [InlineData("record.css")]
    public void A_stylesheet_has_no_colour_size_of_type_or_space_beyond_the_tokens(string file) => Strangers(WebAssets.Text(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("p { color: #123456; }", 1)]
    [InlineData("p { background: white; }", 1)]
    [InlineData("p { border: 1px solid rgb(0 0 0); }", 1)]
    [InlineData("p { font-size: 14px; }", 1)]
    [InlineData("p { font: 600 1rem/1.4 var(--sans); }", 1)]
    [InlineData("p { margin: 0 5px; gap: .3rem }", 2)]
    [InlineData("p { color: var(--ink); background: transparent; border: 1.5px solid currentColor; }", 0)]
    [InlineData("p { font: 600 var(--size-21)/1.25 var(--sans); font-size: inherit; }", 0)]
    [InlineData("p { margin: 0 auto calc(-1 * var(--space-8)); padding: 2px var(--space-16); gap: 0; min-height: 44px; }", 0)]
    public void What_is_no_token_is_found(string style, int times) => Strangers(style).Count().ShouldBe(times);

    [Fact]
    public void There_are_seven_sizes_and_seven_spaces()
    {
        var tokens = WebAssets.Text("tokens.css");
        Size().Matches(tokens).Select(match => match.Groups[1].Value).ShouldBe(["12", "13", "15", "17", "21", "40", "56"]);
        Space().Matches(tokens).Select(match => match.Groups[1].Value).ShouldBe(["4", "8", "12", "16", "24", "40", "64"]);
    }

    [Fact]
    public void Every_token_that_is_named_is_there()
    {
        var tokens = Defined().Matches(WebAssets.Text("tokens.css")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        // What a mark says of itself: the colour and the tint of its verdict.
        tokens.UnionWith(["c", "tint"]);
        Named().Matches(WebAssets.Text("app.css") + WebAssets.Text("record.css")).Select(match => match.Groups[1].Value).Distinct().Except(tokens).ShouldBeEmpty();
    }

    private static IEnumerable<string> Strangers(string css)
    {
        foreach (Match declaration in Declaration().Matches(Comment().Replace(css, "")))
        {
            var (name, value) = (declaration.Groups[1].Value, declaration.Groups[2].Value.Replace("!important", "", StringComparison.Ordinal).Trim());
            var right = name switch
            {
                "font-size" => OnlySize().IsMatch(value),
                "font" => value == "inherit" || value.Contains("100%/", StringComparison.Ordinal) || value.Contains("var(--size-", StringComparison.Ordinal),
                _ when name.StartsWith("margin", StringComparison.Ordinal) || name.StartsWith("padding", StringComparison.Ordinal) || name.EndsWith("gap", StringComparison.Ordinal) => OnlySpaces().IsMatch(value),
                _ => true,
            };
            if (!right || Colour().IsMatch(value)) yield return $"{name}: {value}";
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![-\w])(?:white|black|gr[ae]y|red|green|blue|yellow|orange|purple|silver)(?![-\w])", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^(?:var\(--size-\d+\)|inherit|75%)$")]
    private static partial Regex OnlySize();

    // A space is a token, one taken away or added to another, nothing, or as fine as a line.
    [GeneratedRegex(@"^(?:(?:0|auto|1px|1\.5px|2px|var\(--space-\d+\)|calc\((?:[-+* ]|\d(?!\d*(?:px|rem|em))|2px|var\(--space-\d+\)|env\([a-z-]+\))+\)|12mm)\s*)+$")]
    private static partial Regex OnlySpaces();

    [GeneratedRegex(@"--size-(\d+):")]
    private static partial Regex Size();

    [GeneratedRegex(@"--space-(\d+):")]
    private static partial Regex Space();

    [GeneratedRegex(@"--([a-z0-9-]+):")]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\(--([a-z0-9-]+)")]
    private static partial Regex Named();
}
