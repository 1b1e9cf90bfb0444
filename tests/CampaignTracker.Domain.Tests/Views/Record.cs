using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>Records facts one by one, and shows the state that they give.</summary>
public sealed class Record
{
    private readonly List<RecordedEvent> events = [];

    public static Record ACampaign() => new Record().And(new CampaignOpened("EU-Kazakhstan", "EU", "KZ", "Is progress conditioned on reform?") { Occurred = Date("2011-05-24"), Subject = "eu-kz" });

    public static Record ACase(string name = "Roza Tuletaeva") => ACampaign().And(new CaseOpened(name) { Occurred = Date("2012-01-01"), Subject = "case-1" });

    public static Record ADemand() => ACase().And(new DemandIssued("Release Roza Tuletaeva", "European Parliament", ["Kazakh authorities"], "calls for", Force.Call, "At liberty", "case-1")
    { Occurred = Date("2013-04-18"), Subject = "demand-1" });

    public static Record AnAnnualDialogue() => ACampaign().And(new DialogueSeriesOpened("Human rights dialogue", 12) { Occurred = Date("2008"), Subject = "hrd" });

    public Guid LastId => events[^1].Id;

    public Record And(CampaignEvent e)
    {
        var n = events.Count + 1;
        events.Add(new RecordedEvent(
            new Guid($"00000000-0000-7000-8000-{n:d12}"), n, n, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(n), $"recorder {n}", 0,
            e with { Campaign = "eu-kz" }));
        return this;
    }

    public Record And(string date, string subject, Func<EdtfDate, CampaignEvent> e) => And(e(Date(date)) with { Subject = subject });

    public CampaignState Seen(string? asOf = null, Sensitivity clearance = Sensitivity.Restricted) =>
        CampaignState.Of(events, Viewpoints.Of(asOf is null ? null : Date(asOf), clearance: clearance));

    public static EdtfDate Date(string text) => EdtfDate.Parse(text);
}
