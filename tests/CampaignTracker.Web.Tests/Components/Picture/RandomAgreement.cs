using System.Collections.Concurrent;
using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality.RuleSets.V2;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

/// <summary>An agreement with steps and conditions of every kind, and what happened to them: anything, the same for the same seed.</summary>
internal sealed class RandomAgreement
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    private const string Campaign = "campaign", Deal = "deal";
    private static readonly DateOnly First = new(2010, 1, 1);

    private readonly Random random;
    private readonly List<RecordedEvent> log = [];

    private RandomAgreement(int seed, int steps, int conditions, bool promised)
    {
        random = new(seed);
        Add(Campaign, new CampaignOpened("EU and Atlantis", "EU", "Atlantis", "Did it depend on reform?", 2) { Occurred = Day(0) });
        Add(Deal, new AgreementDefined(
            "Partnership Agreement", ["EU", "Atlantis"], [new GateHolder("Council", Enum.GetValues<Milestone>()), new GateHolder("European Parliament", [], ["Parliament", "EP"])])
        { Occurred = Day(0) });
        if (promised) Add(Deal, new LinkageDeclared("Council", LinkageStrength.Committed, "it depends on reform", "reform") { Occurred = Some(0, 900) });
        for (var i = 0; i < conditions; i++) Condition(i);
        var milestones = Enum.GetValues<Milestone>();
        for (var i = 0; i < steps; i++)
            Add(Deal, new MilestoneReached(milestones[random.Next(milestones.Length)], ["Council"]) { Occurred = Some(700, 5_600) });
        State = CampaignState.Of(log, new Viewpoint(EdtfDate.Of(Today), null, Sensitivity.Restricted));
        Agreement = AgreementLadder.Of(State).Agreements.Single();
        Verdict = ConditionalityLedger.Of(State, RuleSet2.Instance, Memo.New()).Agreements.Single();
    }

    public CampaignState State { get; }

    public Agreement Agreement { get; }

    public AgreementVerdict Verdict { get; }

    public PictureContent Content => field ??= PictureContent.Of(State, Today, Agreement, Verdict, Texts.English);

    // Judging takes longer than drawing.
    private static readonly ConcurrentDictionary<(int, int, int, bool), RandomAgreement> Known = new();

    public static RandomAgreement Of(int seed, int steps = 8, int conditions = 3, bool promised = true) =>
        Known.GetOrAdd((seed, steps, conditions, promised), key => new(seed, steps, conditions, promised));

    /// <summary>A picture of many steps and many conditions, each of another history, made from one with few.</summary>
    public static PictureContent Large(int steps, int conditions)
    {
        var few = Of(1, 8, 6).Content;
        List<PictureLine> lines = [.. Enumerable.Range(0, conditions).Select(i => few.Lines[i % few.Lines.Count] with
        {
            Demand = $"demand-{i}", Name = $"Given{i} Family{i}", Changes = [], Bands = [Stretch($"{2010 + i % 15}-01-{1 + i % 28:d2}", null), Stretch($"{2011 + i % 15}-03-01", i)],
        })];
        return few with
        {
            Lines = lines,
            Steps = [.. Enumerable.Range(0, steps).Select(i => few.Steps[i % few.Steps.Count] with
            {
                Event = Guid.NewGuid(), At = EdtfDate.Of(new DateOnly(2012, 1, 1).AddDays(80 * i)),
                States = lines.ToDictionary(line => line.Demand, line => new StateAtStep((ConditionSign)((i / 4 + line.Name.Length) % 6), "")),
            })],
        };
    }

    private static PictureBand Stretch(string from, int? i) =>
        new(EdtfDate.Parse(from), null, i is null ? [Rank.Open] : [(Rank)(i % 4)], i % 3 != 0);

    /// <summary>The same agreement as it stood on an earlier day.</summary>
    public PictureContent On(DateOnly day)
    {
        var state = CampaignState.Of(log, new Viewpoint(EdtfDate.Of(day), null, Sensitivity.Restricted));
        return PictureContent.Of(
            state, day, AgreementLadder.Of(state).Agreements.Single(), ConditionalityLedger.Of(state, RuleSet2.Instance, Memo.New()).Agreements.Single(), Texts.English);
    }

    private void Condition(int i)
    {
        var (about, demand, kind) = ($"about-{i}", $"demand-{i}", random.Next(3));
        if (kind == 0) Add(about, new CaseOpened($"Given{i} Family{i}", null, random.Next(2) == 0 ? (PersonalText)"editor of a newspaper in the north" : null) { Occurred = Day(0) });
        if (kind == 1) Add(about, new RestrictionOpened(i % 2 == 0 ? "Law on assemblies" : $"Ban on the party number {i}", null, (RestrictionKind)random.Next(5)) { Occurred = Day(0) });
        Add(demand, new DemandIssued(
            kind == 2 ? "Reform the courts so that judges are independent" : $"End what is done to {about}", "European Parliament", ["Atlantis"], "calls for", Force.Call,
            "It is so", kind == 2 ? null : about)
        { Occurred = Some(0, 1_500) });
        Add(Deal, new ConditionAttached(demand, random.Next(6) == 0 ? Requirement.Contributing : Requirement.Necessary, "analyst") { Occurred = Some(1_500, 1_600) });
        for (var n = random.Next(1, 6); n > 0; n--) Add(kind == 2 ? demand : about, kind switch { 0 => OfAPerson(), 1 => OfABan(), _ => OfReviewers() });
    }

    private CampaignEvent OfAPerson() => random.Next(7) switch
    {
        0 => new Arrested { Occurred = Some() },
        1 => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = Some(), Confidence = (Confidence)random.Next(3) },
        2 => new ReleaseAchieved(ReleaseManner.Acquittal) { Occurred = Some() },
        3 => new Rearrested { Occurred = Some() },
        4 => new HouseArrestOrdered { Occurred = Some() },
        5 => new Transferred(RegimeStep.Away, "strict regime") { Occurred = Some() },
        _ => new StatusContested("custody", [new("held", "one list", ClaimedStatus.Held), new("free", "another list", ClaimedStatus.AtLiberty)]) { Occurred = Some() },
    };

    private CampaignEvent OfABan() => random.Next(4) switch
    {
        0 => new BanImposed { Occurred = Some() },
        1 => new BanEased { Occurred = Some() },
        2 => new BanSuspended { Occurred = Some() },
        _ => new BanLifted { Occurred = Some() },
    };

    private FulfilmentAssessed OfReviewers() => new((Fulfilment)random.Next(4), "Reviewers") { Occurred = Some() };

    private void Add(string subject, CampaignEvent e)
    {
        var recorded = e with { Campaign = Campaign, Subject = subject, Sources = [new Source("a source")] };
        log.Add(new(
            Guid.Parse($"00000000-0000-7000-8000-{(log.Count + 1).ToString("d12", CultureInfo.InvariantCulture)}"), log.Count + 1, log.Count + 1,
            DateTimeOffset.UnixEpoch.AddMinutes(log.Count), "alma", 1, recorded));
    }

    private static EdtfDate Day(int day) => EdtfDate.Of(First.AddDays(day));

    private EdtfDate Some(int from = 100, int to = 5_800)
    {
        var day = First.AddDays(random.Next(from, to));
        return EdtfDate.Parse(random.Next(6) switch
        {
            0 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            1 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture) + "~",
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }
}
