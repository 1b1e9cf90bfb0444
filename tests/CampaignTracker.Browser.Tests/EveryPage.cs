namespace CampaignTracker.Browser.Tests;

/// <summary>The pages that are looked at, one of each kind.</summary>
internal static class EveryPage
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/", "/record/campaign_opened", "/eu-kazakhstan", "/eu-kazakhstan?asOf=2015-12-21&knownAt=80", "/eu-kazakhstan?asOf=nonsense", "/eu-kazakhstan/nothing",
        .. new[]
        {
            "timeline", "timeline?text=Kozlov&from=nonsense", "demands", "cases", "cases/prisoners?asOf=2014", "restrictions", "dialogues", "resolutions", "agreements",
            "record", "record?subject=case-2", "record/release_achieved?subject=case-2", "record/status_contested", "record/agreement_defined",
            "record/event_corrected?event=019ab000-7000-7000-8000-000800000004",
            "contested", "replay?asOf=2015-12-21", "compare", "compare?fromAsOf=2015-12-21&toAsOf=2020-03-01", "expectations?asOf=2013-06-30", "why/release-case-2",
            "why/019ab000-7000-7000-8000-007100000055", "case-2", "release-case-1", "alga-ban", "resolution-2013-04-18", "events/019ab000-7000-7000-8000-000800000004",
        }.Select(page => $"/eu-kazakhstan/{page}"),
        .. new[] { "replay?asOf=2017", "assessments", "contested", "compare?fromKnownAt=2026-01-01&toAsOf=2020", "timeline?text=Mangystau" }.Select(page => $"/retold/{page}"),
    ];
}
