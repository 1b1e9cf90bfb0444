using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>
/// Random histories of few days, in which much happens on one: partial dates of everything that has a day, times, <c>follows</c>, batches, contested
/// matters, merges, recordings of one fact, house arrest, three kinds of benefit, reviewers of every side. Made from a seed.
/// </summary>
internal sealed class SmallHistories
{
    public const string Campaign = "eu-kz";
    public const string Deal = "deal";
    private const int Days = 9;

    private static readonly string[] Cases = ["case-1", "case-2"];
    private static readonly string[] Demands = ["demand-1", "demand-2", "demand-3"];

    private readonly Random random;
    private readonly List<RecordedEvent> log = [];
    private int batch;
    private int position;
    private string recorder = "alma";

    private SmallHistories(int seed)
    {
        random = new Random(seed);
        Open();
        for (var left = random.Next(5, 12); left > 0; left--) Happen();
        Amend();
    }

    /// <summary>The log of a history.</summary>
    public static IReadOnlyList<RecordedEvent> Of(int seed) => new SmallHistories(seed).log;

    /// <summary>Some V that cuts such a history, or none.</summary>
    public static EdtfDate? AnyV(int seed) => new Random(~seed).Next(4) > 0 ? null : Day(new Random(seed).Next(Days));

    private static EdtfDate Day(int day) => EdtfDate.Of(new DateOnly(2014, 5, 1).AddDays(day));

    /// <summary>A history to be read: what of each event bears on an answer.</summary>
    public static string Told(IReadOnlyList<RecordedEvent> log) => string.Join('\n', log.Select(recorded =>
    {
        var e = recorded.Event;
        var fields = EventCatalogue.Of(e).Fields.Where(field => !Idle.Contains(field.Name) && !field.SaysNothing(field.Value(e)))
            .Select(field => $"{field.Name}={JsonSerializer.Serialize(field.Value(e), field.Type, EventJson.Options)}");
        string?[] parts =
        [
            $"{recorded.Id.ToString()[^2..]} batch {recorded.RecordedAt:MMdd-HHmm} line {recorded.Position} by {recorded.RecordedBy}: {e.GetType().Name} on {e.Subject} {e.Occurred}",
            e.Effective is { } effective ? $"effective {effective}" : null, e.At is { } at ? $"at {at}" : null,
            e.Follows is { Count: > 0 } follows ? $"follows {string.Join(' ', follows.Select(id => id.ToString()[^2..]))}" : null,
            e.Confidence == Confidence.Confirmed ? null : e.Confidence.ToString(), .. fields,
        ];
        return string.Join(' ', parts.OfType<string>());
    }));

    // They are the same in each.
    private static readonly HashSet<string> Idle = ["name", "question", "parties", "wording", "operativeVerb", "force", "criterion", "text", "what", "matter", "reason"];

    private void Open()
    {
        var holds = Enum.GetValues<Milestone>().Where(milestone => milestone != Milestone.ConsentGiven).ToList();
        Add(Campaign, new CampaignOpened("EU-KZ", "EU", "KZ", "?", 2) { Occurred = Early });
        Add(Deal, new AgreementDefined("Deal", ["EU", "KZ"], [new GateHolder("Council", holds), new GateHolder("European Parliament", [Milestone.ConsentGiven], ["EP"])],
            Kind: (BenefitKind)random.Next(3), ReformingBodies: Often(2) ? [new GateHolder("Ministry of Justice", [], ["MoJ"])] : null) { Occurred = Early });
        foreach (var person in Cases)
        {
            Add(person, new CaseOpened("A. B.") { Occurred = Early });
            if (Often(4)) Add(person, Any<CampaignEvent>(new Arrested { Occurred = Early }, new Arrested { Occurred = Early }, new ReleaseAchieved(ReleaseManner.Parole) { Occurred = Early }));
        }
        Add("ban-1", new RestrictionOpened("A ban") { Occurred = Early });
        for (var left = random.Next(1, 3); left > 0; left--) Link();
        foreach (var demand in Demands.Take(random.Next(1, 4)))
        {
            var about = Any("case-1", "case-1", "case-2", "ban-1", null);
            Measure? measure = Any<Measure?>(null, null, Measure.Reviewer, about is null ? null : about == "ban-1" ? Measure.Restriction : Measure.Liberty);
            Add(demand, new DemandIssued("Do it", "EP", [Any("Kazakhstan", "MoJ", "Council")], "urges", Force.Urge, "Done", about, MeasuredBy: measure) { Occurred = EarlyOrAny });
            if (Often(10)) Attach(demand);
        }
        for (var left = random.Next(1, 4); left > 0; left--) Gate();
    }

    private void Happen()
    {
        switch (random.Next(20))
        {
            case 0: Attach(Any(Demands)); break;
            case 1: Add(Deal, new ConditionDetached(Any(Demands)) { Occurred = Date }); break;
            case 2: Add(Any(Demands), Any<CampaignEvent>(new DemandWithdrawn("EP") { Occurred = Date }, new DemandLapsed("Over") { Occurred = Date })); break;
            case 3: Link(); break;
            case 4: if (AnyOf<LinkageDeclared>() is { } linkage) Add(Deal, new LinkageWithdrawn(linkage.Id, "Council") { Occurred = Date }); break;
            case 5: Gate(); break;
            case 6: if (AnyOf<MilestoneReached>() is { } gate) Add(Deal, new JustificationGiven(gate.Id, "Council", [AGround()]) { Occurred = Date }); break;
            case 7 or 8: Add("ban-1", ABan()); break;
            case 9 or 10: Add(Any(Demands), OnADemand()); break;
            default: Add(Any(Cases), OnACase()); break;
        }
        // Recorded twice, with more or less said of its place within the day.
        if (Often(15) || log.Count < 12) return;
        var again = Earlier;
        if (again.Event is not (CampaignOpened or AgreementDefined or CaseOpened or RestrictionOpened or DemandIssued))
            Add(again.Event.Subject, again.Event with { At = Often(2) ? null : again.Event.At, Follows = Often(2) ? null : again.Event.Follows });
    }

    private void Amend()
    {
        foreach (var contested in log.Where(e => e.Event is StatusContested).ToList())
        {
            if (!Often(3)) Add(contested.Event.Subject, new ClaimsReconciled(contested.Id, ((StatusContested)contested.Event).Claims[random.Next(2)].Value, "x") { Occurred = Date });
        }
        for (var left = random.Next(3); left > 0; left--)
        {
            var target = Earlier;
            if (target.Event is ClaimsReconciled or EventCorrected or EventRetracted) continue;
            switch (random.Next(5))
            {
                case 0: Add(target.Event.Subject, new EventRetracted(target.Id, "x") { Occurred = Date }); break;
                case 1 when target.Event.At is null: Correct(target, ("occurred", Date.Text)); break;
                case 2 when target.Event is not DemandIssued: Correct(target, ("follows", new[] { Earlier.Id })); break;
                case 3 when target.Event is { Occurred.IsDay: true, Effective: null }: Correct(target, ("at", Time.Text)); break;
                default: Correct(target, ("confidence", "Probable")); break;
            }
        }
        if (!Often(6)) Add("case-2", new SubjectMerged("case-1") { Occurred = Date });
        if (!Often(6) && log.Exists(e => e.Event.Subject == "demand-2" && e.Event is DemandIssued)) Add("demand-2", new SubjectMerged("demand-1") { Occurred = Date });
    }

    private void Link()
    {
        var strength = (LinkageStrength)random.Next(3);
        var by = Any("Council", "the council", "EP", "EU", "both parties", "IPHR", "Kazakhstan", null);
        Add(Deal, new LinkageDeclared(strength == LinkageStrength.Codified ? by : by ?? "Council", strength, "depends", Any("human rights", "rule of law"),
            Often(3) ? null : [Milestone.Signed, Milestone.Renewed, Milestone.Imposed]) { Occurred = EarlyOrAny });
    }

    private void Attach(string demand) => Add(Deal,
        new ConditionAttached(demand, Often(4) ? Requirement.Necessary : Requirement.Contributing, Enough: Often(2) ? Enough.MetConditionally : Enough.Met) { Occurred = EarlyOrAny });

    private void Gate()
    {
        IReadOnlyList<Ground>? grounds = random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => AGround())];
        IReadOnlyList<string>? by = Any<IReadOnlyList<string>?>(null, null, ["Council"], ["EU", "KZ"], ["KZ"], ["The Council "]);
        var milestone = Any(Milestone.Signed, Milestone.Initialled, Milestone.ConsentGiven, Milestone.Renewed, Milestone.Imposed, Milestone.Suspended,
            Milestone.Eased, Milestone.Lifted, Milestone.NegotiationsSuspended, Milestone.Restored);
        Add(Deal, Often(8)
            ? new MilestoneReached(milestone, by, grounds, Extent: Often(4) ? Extent.Whole : Extent.Part) { Occurred = Date }
            : new MilestonePostponed(milestone, by, Grounds: grounds) { Occurred = Date });
    }

    private Ground AGround() => random.Next(4) switch
    {
        0 => new Ground(IssueArea: Any("human rights", " Human Rights")),
        1 => new Ground(Words: "trade"),
        _ => new Ground(Demand: Any(Demands)),
    };

    private CampaignEvent OnACase() => random.Next(20) switch
    {
        0 or 1 => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = Date },
        2 or 3 => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = Date },
        4 or 5 or 6 => new HouseArrestOrdered { Occurred = Date },
        7 => new Arrested { Occurred = Date },
        8 => new Rearrested { Occurred = Date },
        9 => new ReleaseRevoked { Occurred = Date },
        10 => new Charged("1") { Occurred = Date },
        11 or 12 => new Convicted(random.Next(2) == 0, Lengthens: random.Next(2) == 0) { Occurred = Date },
        13 or 14 => new AppealDecided(Any(AppealOutcome.Dismissed, AppealOutcome.Lengthened, AppealOutcome.Shortened, AppealOutcome.Quashed, AppealOutcome.Acquitted)) { Occurred = Date },
        15 => new Transferred((RegimeStep)random.Next(3)) { Occurred = Date },
        16 => new ParoleDecided(random.Next(2) == 0) { Occurred = Date },
        17 => Often(3) ? new Rehabilitated { Occurred = Date } : new DiedInCustody { Occurred = Date },
        _ => new StatusContested("custody", [new Claim("held", "One", ClaimedStatus.Held), new Claim("free", "KZ", ClaimedStatus.AtLiberty, Often(2) ? null : ReleaseManner.Pardon)]) { Occurred = Date },
    };

    private CampaignEvent ABan() => random.Next(7) switch
    {
        0 => new BanRequested { Occurred = Date },
        1 => new BanImposed { Occurred = Date },
        2 => new BanEased { Occurred = Date },
        3 => new BanSuspended { Occurred = Date },
        4 => new BanLifted { Occurred = Date },
        5 => new StepTaken("A bill", (Movement)random.Next(2)) { Occurred = Date },
        _ => new StatusContested("ban", [new Claim("in force", "One", ClaimedStatus.InForce), new Claim("lifted", "KZ", ClaimedStatus.Lifted)]) { Occurred = Date },
    };

    private CampaignEvent OnADemand() => random.Next(6) switch
    {
        0 => new StepTaken("A bill", (Movement)random.Next(2)) { Occurred = Date },
        1 => new StatusContested("progress", [new Claim("none", "Human Rights Watch", ClaimedStatus.NotMet), new Claim("all", Any("Kazakhstan", "OSCE"), ClaimedStatus.Met)]) { Occurred = Date },
        _ => new FulfilmentAssessed(
            (Fulfilment)random.Next(4), Any("Human Rights Watch", "OSCE", "the moj", "Kazakhstan", "EP", "Council", "EU"), [Earlier.Id],
            ReviewerSide: Any<ReviewerSide?>(null, null, null, ReviewerSide.None, ReviewerSide.PromisingSide, ReviewerSide.ReformingSide)) { Occurred = Date },
    };

    private void Correct(RecordedEvent target, params (string, object?)[] changes) =>
        Add(target.Event.Subject, new EventCorrected(target.Id, Given.Changes(changes), "x") { Occurred = Early });

    private void Add(string subject, CampaignEvent e)
    {
        // Half of them in the batch of the one before.
        if (log.Count < 9 || random.Next(2) == 0) (batch, position, recorder) = (log.Count, 0, Any("alma", "aigul"));
        else position++;
        if (log.Count >= 9 && e is not (EventCorrected or EventRetracted or ClaimsReconciled or SubjectMerged) && e.Follows is null && e.At is null)
        {
            if (!Often(6) && e is not (DemandIssued or ConditionAttached or ConditionDetached)) e = e with { Effective = Date };
            else if (!Often(4) && e.Occurred.IsDay) e = e with { At = Time };
            if (!Often(4)) e = e with { Follows = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Earlier.Id).Distinct()] };
            if (!Often(8)) e = e with { Confidence = Confidence.Probable };
        }
        log.Add(new RecordedEvent(
            Given.Id(log.Count + 1), log.Count + 1, log.Count + 1, new DateTimeOffset(2014, 5, 3, 0, 0, 0, TimeSpan.Zero).AddMinutes(batch * 200), recorder, position,
            e with { Campaign = Campaign, Subject = subject, Sources = [new Source("RFE/RL")] }));
    }

    private RecordedEvent Earlier => log[random.Next(Math.Min(8, log.Count - 1), log.Count)];

    private RecordedEvent? AnyOf<T>() where T : CampaignEvent => log.FindAll(e => e.Event is T) is { Count: > 0 } some ? some[random.Next(some.Count)] : null;

    private static EdtfDate Early => EdtfDate.Parse("2014-04-01");

    private EdtfDate EarlyOrAny => Often(3) ? Early : Date;

    // Mostly a day; often a few; seldom a month.
    private EdtfDate Date
    {
        get
        {
            var day = random.Next(Days);
            return random.Next(12) switch
            {
                < 9 => Day(day),
                < 11 => EdtfDate.Parse($"{Day(day)}/{Day(Math.Min(Days, day + random.Next(1, 4)))}"),
                _ => EdtfDate.Parse(Any("2014-05", "2014-05-04~", "2014-05-05?")),
            };
        }
    }

    private TimeOfDay Time => TimeOfDay.TryParse(Any("10:00", "12:00", "10:00+05:00", "09:00-01:00", "12:00+05:00"), out var time) ? time.Value : default;

    /// <summary>True all but once in so many times.</summary>
    private bool Often(int times) => random.Next(times) > 0;

    private T Any<T>(params T[] values) => values[random.Next(values.Length)];
}
