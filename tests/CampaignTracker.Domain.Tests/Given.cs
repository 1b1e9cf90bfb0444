using System.Globalization;
using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests;

/// <summary>
/// A history in the making: <c>new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") })</c>.
/// Every event gets the campaign, its subject, a source where it has none, the next sequence and a readable id.
/// </summary>
public sealed class Given
{
    public const string Campaign = "eu-kazakhstan";
    public static readonly DateOnly Today = new(2026, 6, 1);

    private readonly List<RecordedEvent> log = [];
    private readonly Dictionary<string, int> versions = [];

    /// <summary>A history that begins with the campaign opened.</summary>
    public Given() => Event(Campaign, new CampaignOpened("EU-Kazakhstan", "EU", "KZ", "Is progress conditioned on reform?") { Occurred = On("2011") });

    /// <summary>The log so far, in the order of recording.</summary>
    public IReadOnlyList<RecordedEvent> Log => log;

    /// <summary>The event recorded last.</summary>
    public RecordedEvent Last => log[^1];

    /// <summary>A date.</summary>
    public static EdtfDate On(string text) => EdtfDate.Parse(text);

    /// <summary>The id of the n-th event of a history, from 1.</summary>
    public static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n.ToString("d12", CultureInfo.InvariantCulture)}");

    /// <summary>An event with campaign, subject, and a source where it has none.</summary>
    public static CampaignEvent Of(string subject, CampaignEvent e) => e with
    {
        Campaign = Campaign,
        Subject = subject,
        Sources = e.Sources.Count > 0 || e.Confidence == Confidence.Unverified ? e.Sources : [new Source("RFE/RL")],
    };

    /// <summary>Records events on a subject as one batch.</summary>
    public Given Event(string subject, params CampaignEvent[] events) => Record("alma", subject, events);

    /// <summary>Records events on a subject as one batch of somebody's.</summary>
    public Given Record(string recorder, string subject, params CampaignEvent[] events)
    {
        var batch = log.Count;
        foreach (var e in events)
        {
            var version = versions[subject] = versions.GetValueOrDefault(subject) + 1;
            var at = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(batch);
            log.Add(new RecordedEvent(Id(log.Count + 1), log.Count + 1, version, at, recorder, log.Count - batch, Of(subject, e)));
        }
        return this;
    }

    public Given ACase(string name, string person = "Vladimir Kozlov") => Event(name, new CaseOpened(person) { Occurred = On("2012") });

    public Given ARestriction(string name) => Event(name, new RestrictionOpened("Ban on the Alga! party") { Occurred = On("2012") });

    public Given ADialogue(string name) => Event(name, new DialogueSeriesOpened("Human rights dialogue", 12) { Occurred = On("2008") });

    public Given AResolution(string name) =>
        Event(name, new ResolutionAdopted("European Parliament", ResolutionKind.UrgencyResolution, "Human rights situation in Kazakhstan") { Occurred = On("2013-04-18") });

    public Given ADemand(string name, string? about = null) => Event(name,
        new DemandIssued("Release Vladimir Kozlov", "European Parliament", ["Kazakhstan"], "calls for", Force.Call, "He is free", about) { Occurred = On("2013-04-18") });

    public Given AnAgreement(string name) => Event(name,
        new AgreementDefined("EPCA", ["EU", "KZ"],
        [
            new GateHolder("Council", [Milestone.MandateGiven, Milestone.Signed, Milestone.CouncilConcluded]),
            new GateHolder("European Parliament", [Milestone.ConsentGiven], ["EP"]),
        ])
        { Occurred = On("2011-05-24") });

    /// <summary>Corrects an event: <c>Correct(Id(2), ("occurred", "2012-01-24"))</c>; a null empties a field.</summary>
    public Given Correct(Guid id, params (string Field, object? Value)[] changes) =>
        Event(SubjectOf(id), new EventCorrected(id, Changes(changes), "A better source") { Occurred = On("2026-01-01") });

    public Given Retract(Guid id) => Event(SubjectOf(id), new EventRetracted(id, "Recorded twice") { Occurred = On("2026-01-01") });

    /// <summary>The changes of a correction, each value as its JSON.</summary>
    public static Dictionary<string, JsonElement> Changes(params (string Field, object? Value)[] changes) =>
        changes.ToDictionary(change => change.Field, change => JsonSerializer.SerializeToElement(change.Value, EventJson.Options));

    /// <summary>What is known at K with a clearance.</summary>
    public Knowledge Known(long? upTo = null, Sensitivity clearance = Sensitivity.Restricted) => Knowledge.At(log, upTo, clearance);

    /// <summary>What is known of one event; fails where it cannot be seen.</summary>
    public Fact Fact(Guid id) => Known().Fact(id).ShouldNotBeNull();

    /// <summary>What a check may look at, as things stand.</summary>
    public IRecordLookup Lookup(Func<RecordingContext, RecordingContext>? with = null)
    {
        var (known, context) = (Known(), new RecordingContext(Today, "alma", SignedIn: true, MayLowerSensitivity: true, [1]));
        return new RecordLookup(with is null ? context : with(context), known.History, known.Fact, () => known.Histories);
    }

    /// <summary>What the checks find when somebody records an event.</summary>
    public IReadOnlyList<ValidationIssue> When(string subject, CampaignEvent e, Func<RecordingContext, RecordingContext>? with = null) =>
        EventRules.Check(Of(subject, e), Lookup(with));

    private string SubjectOf(Guid id) => log.Find(e => e.Id == id)!.Event.Subject;
}
