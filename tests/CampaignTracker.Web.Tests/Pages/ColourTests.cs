using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Web.Components.Picture;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>The tokens of the stylesheet keep WCAG 2.2 AA: 4.5:1 for text, 3:1 for shapes.</summary>
public sealed partial class ColourTests
{
    private static Dictionary<string, string> Tokens(string scheme) =>
        Token().Matches(RootBlock().Matches(WebAssets.Text("tokens.css"))[scheme == "light" ? 0 : 1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_colour_that_carries_meaning_stands_out_from_what_it_lies_on(string scheme)
    {
        var tokens = Tokens(scheme);
        string[] tints = ["tint-n", "tint-w", "tint-s", "tint-u", "tint-r"];
        foreach (var ground in tints.Prepend("paper"))
            foreach (var text in new[] { "ink", "mut", "action" }) Ratio(tokens[text], tokens[ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {ground}");
        foreach (var (word, tint) in new[] { ("nothing", "tint-n"), ("worse", "tint-w"), ("some", "tint-s"), ("unknown", "tint-u"), ("delivered", "tint-r") })
        {
            Ratio(tokens[word], tokens["paper"]).ShouldBeGreaterThanOrEqualTo(5.5, $"{word} on paper");
            Ratio(tokens[word], tokens[tint]).ShouldBeGreaterThanOrEqualTo(5.4, $"{word} on its tint");
        }
        Ratio(tokens["neutral"], tokens["paper"]).ShouldBeGreaterThanOrEqualTo(4.5);
        foreach (var shape in new[] { "held", "free" }) Ratio(tokens[shape], tokens["paper"]).ShouldBeGreaterThanOrEqualTo(3, $"{shape} on paper");
        Ratio(tokens["ink"], tokens["cond"]).ShouldBeGreaterThanOrEqualTo(4.5);
        Ratio(tokens["paper"], tokens["action"]).ShouldBeGreaterThanOrEqualTo(4.5, "a button");
    }

    [Fact]
    public void A_picture_that_stands_alone_has_the_colours_of_the_light_stylesheet()
    {
        var tokens = Tokens("light");
        foreach (var (token, colour) in Palette.Light) colour.ToUpperInvariant().ShouldBe($"#{tokens[token]}".ToUpperInvariant(), token);
    }

    // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex RootBlock();

    [GeneratedRegex("--([a-z-]+): #([0-9a-fA-F]{6});")]
    private static partial Regex Token();
}
