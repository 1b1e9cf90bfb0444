using System.Reflection;
using System.Text.RegularExpressions;
using CampaignTracker.Testing;
using CampaignTracker.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Browser.Tests;

/// <summary>The pages that are looked at, each kind of page from where it has something to show, and what is said where there is nothing.</summary>
internal static partial class EveryPage
{
    /// <summary>Addresses on the sample, and on the sample as it was learned bit by bit.</summary>
    public static IReadOnlyList<string> Addresses(RetoldSample retold) =>
    [
        "/", "/record", "/record/campaign_opened", "/how-this-is-judged", "/how-to-read-this", "/ru/eu-kazakhstan", "/kk/eu-kazakhstan/timeline", "/eu-kazakhstan", "/eu-kazakhstan?asOf=2015-12-21&knownAt=80", "/eu-kazakhstan?asOf=nonsense", "/eu-kazakhstan/nothing",
        .. new[]
        {
            "timeline", "timeline?text=Kozlov&from=nonsense", "demands", "cases", "cases/prisoners?asOf=2014", "restrictions", "dialogues", "resolutions", "agreements",
            "sources", "sources?without=link&text=ODF", "sources/101955bddb", "timeline?without=link",
            "record", "record?subject=case-2", "record/release_achieved?subject=case-2", "record/status_contested", "record/agreement_defined",
            "record/event_corrected?event=019ab000-7000-7000-8000-000800000004", "assessments?asOf=1999",
            "contested", "replay?asOf=2015-12-21", "compare", "compare?fromAsOf=2015-12-21&toAsOf=2020-03-01", "expectations?asOf=2013-06-30", "why/release-case-2",
            "why/019ab000-7000-7000-8000-007100000055", "case-2", "release-case-1", "alga-ban", "resolution-2013-04-18", "epca", "subjects/hrd",
            "events/019ab000-7000-7000-8000-000800000004", "how-this-is-judged", "how-this-is-judged?ruleSet=2",
        }.Select(page => $"/eu-kazakhstan/{page}"),
        .. new[] { "replay?asOf=2017", "assessments", $"assessments/{retold.Assessment}", "contested", $"compare?fromKnownAt={retold.Assessed}&toAsOf=2020", "timeline?text=Mangystau" }
            .Select(page => $"/{RetoldSample.Campaign}/{page}"),
    ];

    [GeneratedRegex("^/(ru|kk)/")]
    private static partial Regex Language();

    /// <summary>The templates of all pages.</summary>
    public static IEnumerable<string> Routes => typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

    /// <summary>The template that an address leads to: of those that fit, the one with the most words of its own.</summary>
    public static string? RouteOf(string address)
    {
        var parts = Language().Replace(address.Split('?')[0], "/").Split('/');
        return Routes.Where(route => route.Split('/') is var template && template.Length == parts.Length
                && template.Zip(parts).All(pair => pair.First == pair.Second
                    || pair.First.EndsWith(":guid}", StringComparison.Ordinal) && Guid.TryParse(pair.Second, out _) || pair.First.StartsWith('{') && !pair.First.Contains(':', StringComparison.Ordinal)))
            .MaxBy(route => route.Split('/').Count(part => !part.StartsWith('{')) * 2 + (route.Contains(":guid", StringComparison.Ordinal) ? 1 : 0));
    }
}
