using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>
/// A campaign with a random history of at least 200 events: partial dates, corrections and retractions of whatever came before (of corrections,
/// too), competing claims and their settlement, merges, gates and conditions. Made from a seed, cheaply, so that thousands can be tried.
/// </summary>
public sealed class RandomHistory
{
    public const int Least = 200;

    private static int made;

    private static readonly EdtfDate[] Dates = [.. Enumerable.Range(0, 400).Select(i => Date(new Random(i)))];
    private static readonly Milestone[] Milestones = [Milestone.MandateGiven, Milestone.NegotiationsOpened, Milestone.Initialled, Milestone.Signed, Milestone.ConsentGiven, Milestone.Suspended];
    private static readonly Source[] Sources = [new("RFE/RL")];

    private readonly Random random;
    private readonly List<RecordedEvent> log = [];
    private readonly List<Guid> linkages = [], gates = [], contests = [];
    private int batch;
    private int position;

    private RandomHistory(int seed, int events, int most)
    {
        Seed = seed;
        random = new Random(seed);
        Open();
        var size = events + random.Next(most - events + 1);
        while (log.Count < size) Happen();
        if (events >= Least) Interlocked.Increment(ref made);
    }

    /// <summary>How many histories were made in this run.</summary>
    public static int Made => made;

    public int Seed { get; }

    public IReadOnlyList<RecordedEvent> Log => log;

    public override string ToString() => $"history of seed {Seed.ToString(CultureInfo.InvariantCulture)}, {log.Count} events";

    /// <summary>Histories of 200 to 230 events.</summary>
    public static Gen<RandomHistory> Any { get; } = Gen.Int[0, int.MaxValue - 1].Select(seed => Of(seed));

    public static RandomHistory Of(int seed, int least = Least, int most = Least + 30) => new(seed, least, most);

    /// <summary>Some V that cuts the history, or none.</summary>
    public static EdtfDate? AnyDate(Random from) => from.Next(5) == 0 ? null : Dates[from.Next(Dates.Length)];

    /// <summary>Some K after which at least the opening is known.</summary>
    public long AnyKnowledge(Random from) => from.Next(20, log.Count + 1);

    public Viewpoint AnyViewpoint(Random from) => Viewpoints.Of(AnyDate(from), AnyKnowledge(from));

    /// <summary>Records one more event on a subject.</summary>
    public RecordedEvent Add(string subject, CampaignEvent e)
    {
        if (random.Next(3) > 0) (batch, position) = (log.Count, 0);
        else position++;
        var recorded = new RecordedEvent(
            Id(log.Count), log.Count + 1, log.Count + 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(batch), "alma", position,
            e with { Campaign = "eu-kz", Subject = subject, Sources = Sources, Confidence = random.Next(8) == 0 ? Confidence.Probable : Confidence.Confirmed });
        log.Add(recorded);
        return recorded;
    }

    private Guid Id(int n)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[15] = (byte)n;
        return new Guid(bytes);
    }

    private void Open()
    {
        Add("eu-kz", new CampaignOpened("EU-Kazakhstan", "EU", "KZ", "Is progress conditioned on reform?") { Occurred = Day(2009) });
        for (var i = 0; i < 4; i++) Add($"case-{i}", new CaseOpened($"Person {i}") { Occurred = Day(2009) });
        for (var i = 0; i < 2; i++) Add($"ban-{i}", new RestrictionOpened($"Ban {i}") { Occurred = Day(2009) });
        for (var i = 0; i < 5; i++)
        {
            string? about = i < 3 ? $"case-{i}" : i == 3 ? "ban-0" : null;
            Add($"demand-{i}", new DemandIssued($"Demand {i}", "EP", ["KZ"], "urges", Force.Urge, "seen", about, AnswerDue: i == 0 ? Any1() : null) { Occurred = Any1() });
        }
        Add("hrd", new DialogueSeriesOpened("Human rights dialogue", 12) { Occurred = Day(2009) });
        for (var i = 0; i < 2; i++)
        {
            Add($"deal-{i}", new AgreementDefined($"Deal {i}", ["EU", "KZ"],
                [new GateHolder("Council", [Milestone.MandateGiven, Milestone.Signed]), new GateHolder("EP", [Milestone.ConsentGiven])]) { Occurred = Day(2009) });
            linkages.Add(Add($"deal-{i}", new LinkageDeclared("EP", LinkageStrength.Political, "must depend", "reform") { Occurred = Any1() }).Id);
            for (var d = i; d < 5; d += 2) Add($"deal-{i}", new ConditionAttached($"demand-{d}", Requirement.Necessary) { Occurred = Any1() });
        }
    }

    private void Happen()
    {
        var (on, theCase, ban, demand, deal) = (Any1(), $"case-{random.Next(4)}", $"ban-{random.Next(2)}", $"demand-{random.Next(5)}", $"deal-{random.Next(2)}");
        switch (random.Next(40))
        {
            case < 10: Add(theCase, InCase() with { Occurred = on, Effective = random.Next(6) == 0 ? Any1() : null }); break;
            case < 14: Add(ban, OnBan() with { Occurred = on }); break;
            case < 18: Add(demand, OnDemand() with { Occurred = on }); break;
            case < 20: Add("hrd", random.Next(2) == 0 ? new DialogueHeld() { Occurred = on } : new DialogueExpected(Any1()) { Occurred = on }); break;
            case < 24: gates.Add(Add(deal, AtGate() with { Occurred = on }).Id); break;
            case 24: linkages.Add(Add(deal, new LinkageDeclared("Council", LinkageStrength.Committed, "w", "reform") { Occurred = on }).Id); break;
            case 25: Add(deal, new ConditionAttached(demand, random.Next(4) == 0 ? Requirement.Contributing : Requirement.Necessary) { Occurred = on }); break;
            case 26 when random.Next(3) == 0: Add(deal, new ConditionDetached(demand) { Occurred = on }); break;
            case 27 when random.Next(3) == 0: About(linkages, id => new LinkageWithdrawn(id, "EP") { Occurred = on }); break;
            case 28: About(gates, id => new JustificationGiven(id, "Council", [AGround()]) { Occurred = on }); break;
            case 29 when random.Next(2) == 0: contests.Add(Add(theCase, Contested(on)).Id); break;
            case 30: About(contests, id => new ClaimsReconciled(id, random.Next(2) == 0 ? "free" : "held", "a visit") { Occurred = Day(2026) }); break;
            case < 36: About(null, Correction); break;
            case < 39: About(null, id => new EventRetracted(id, "wrong") { Occurred = Day(2026) }); break;
            case 39 when random.Next(20) == 0: Add("case-3", new SubjectMerged("case-2") { Occurred = Day(2026) }); break;
        }
    }

    private CampaignEvent InCase() => random.Next(12) switch
    {
        < 2 => new Arrested { Occurred = Dates[0] },
        2 => new Rearrested { Occurred = Dates[0] },
        < 5 => new Convicted(random.Next(3) > 0, Lengthens: random.Next(4) == 0) { Occurred = Dates[0] },
        5 => new Charged("174") { Occurred = Dates[0] },
        < 9 => new ReleaseAchieved((ReleaseManner)random.Next(13)) { Occurred = Dates[0] },
        9 => new ParoleDecided(random.Next(2) == 0, NextPossible: Any1()) { Occurred = Dates[0] },
        10 => new Transferred((RegimeStep)random.Next(3)) { Occurred = Dates[0] },
        _ => random.Next(9) switch
        {
            0 => new DiedInCustody { Occurred = Dates[0] },
            1 => new TrialOpened { Occurred = Dates[0] },
            < 4 => new HearingHeld { Occurred = Dates[0] },
            4 => new PrisonVisited("EU Delegation", random.Next(2) == 0) { Occurred = Dates[0] },
            _ => new HearingPostponed(Until: Any1()) { Occurred = Dates[0] },
        },
    };

    private CampaignEvent OnBan() => random.Next(5) switch
    {
        0 => new BanRequested { Occurred = Dates[0] },
        1 => new BanImposed { Occurred = Dates[0] },
        2 => new BanEased { Occurred = Dates[0] },
        3 => new BanSuspended { Occurred = Dates[0] },
        _ => new BanLifted { Occurred = Dates[0] },
    };

    private CampaignEvent OnDemand() => random.Next(9) switch
    {
        < 3 => new FulfilmentAssessed((Fulfilment)random.Next(4), "R") { Occurred = Dates[0] },
        3 => new StepTaken("a bill", (Movement)random.Next(2)) { Occurred = Dates[0] },
        4 => new DemandAnswered("KZ", (Answer)random.Next(5)) { Occurred = Dates[0] },
        5 => new CommitmentGiven("KZ", "soon", Any1()) { Occurred = Dates[0] },
        6 => new DemandRestated("EP") { Occurred = Dates[0] },
        7 => new FulfilmentClaimed("KZ", "done") { Occurred = Dates[0] },
        _ => random.Next(4) == 0 ? new DemandWithdrawn("EP") { Occurred = Dates[0] } : new DemandRestated("EP") { Occurred = Dates[0] },
    };

    private CampaignEvent AtGate() => random.Next(6) == 0
        ? new MilestonePostponed(Milestones[random.Next(Milestones.Length)], Until: Any1(), Grounds: random.Next(2) == 0 ? [AGround()] : null) { Occurred = Dates[0] }
        : new MilestoneReached(Milestones[random.Next(Milestones.Length)], random.Next(5) == 0 ? ["KZ"] : null, random.Next(4) == 0 ? [AGround()] : null) { Occurred = Dates[0] };

    private Ground AGround() => random.Next(3) switch
    {
        0 => new Ground(Demand: $"demand-{random.Next(5)}"),
        1 => new Ground(IssueArea: "reform"),
        _ => new Ground(Words: "WTO accession"),
    };

    private static StatusContested Contested(EdtfDate on) =>
        new("custody", [new Claim("free", "A", ClaimedStatus.AtLiberty, ReleaseManner.Pardon), new Claim("held", "B", ClaimedStatus.Held)]) { Occurred = on };

    private EventCorrected Correction(Guid id)
    {
        var e = log.Find(other => other.Id == id)!.Event;
        (string, object?)[] changes = e switch
        {
            EventCorrected or EventRetracted or ClaimsReconciled => [("reason", "otherwise")],
            ReleaseAchieved => [("manner", ReleaseManner.Amnesty)],
            Convicted when random.Next(2) == 0 => [("custodial", random.Next(2) == 0)],
            MilestoneReached when random.Next(3) == 0 => [("milestone", Milestone.Signed)],
            DemandIssued when random.Next(3) == 0 => [("about", "case-3")],
            _ when random.Next(5) == 0 => [("confidence", Confidence.Probable)],
            _ => [("occurred", Any1())],
        };
        return new EventCorrected(id, Given.Changes(changes), "a better source") { Occurred = Day(2026) };
    }

    // Openings stay as they are: the door asks for more before it lets one be withdrawn.
    private void About(List<Guid>? which, Func<Guid, CampaignEvent> e)
    {
        if (which is { Count: 0 }) return;
        var chosen = which is null ? log[random.Next(1, log.Count)].Id : which[random.Next(which.Count)];
        var target = log.Find(other => other.Id == chosen)!;
        var about = e(target.Id);
        if (about is EventRetracted && EventCatalogue.Of(target.Event).Opens is not null && random.Next(10) > 0) return;
        Add(target.Event.Subject, about);
    }

    private EdtfDate Any1() => Dates[random.Next(Dates.Length)];

    private static EdtfDate Day(int year) => EdtfDate.Parse(year.ToString(CultureInfo.InvariantCulture) + "-01-01");

    private static EdtfDate Date(Random random)
    {
        var day = new DateOnly(2010, 1, 1).AddDays(random.Next(3_000));
        return EdtfDate.Parse(random.Next(12) switch
        {
            0 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            1 => random.Next(4) == 0 ? day.ToString("yyyy", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "~",
            2 => $"{day:yyyy-MM-dd}/{day.AddDays(2):yyyy-MM-dd}",
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }
}
