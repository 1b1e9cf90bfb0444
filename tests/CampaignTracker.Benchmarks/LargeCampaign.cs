using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Edtf;

namespace CampaignTracker.Benchmarks;

/// <summary>
/// A campaign as dense as a campaign gets: people arrested, convicted, refused and released over fifteen years, a demand about each, every third a
/// condition of one of the agreements, bans, and gates. Every seventh event is learned late, some are partial, contested, corrected or retracted.
/// </summary>
internal sealed class LargeCampaign
{
    private const int Days = 15 * 365;
    private static readonly DateOnly First = new(2010, 1, 1);
    private static readonly Milestone[] Gates =
    [
        Milestone.MandateGiven, Milestone.NegotiationsOpened, Milestone.NegotiationsConcluded, Milestone.Initialled,
        Milestone.Signed, Milestone.ProvisionallyApplied, Milestone.ConsentGiven, Milestone.EnteredIntoForce,
    ];

    private readonly Random random;
    private readonly string name;
    private readonly List<(double At, Guid Id, CampaignEvent Event)> happened = [];

    private LargeCampaign(string name, int events, int seed)
    {
        (this.name, random) = (name, new Random(seed));
        Add(-4, name, new CampaignOpened("EU-Kazakhstan", "EU", "KZ", "Is progress conditioned on reform?") { Occurred = Day(0) });
        // About 50 events a case with its demand; one agreement and one ban for every 1,000 events.
        var (people, agreements) = (Math.Max(1, events / 50), Math.Max(1, events / 1_000));
        for (var i = 0; i < agreements; i++) Agreement(i);
        for (var i = 0; i < people; i++) Person(i, agreements);
        while (happened.Count < events) Later(random.Next(people), random.Next(agreements));
        Events = [.. happened.OrderBy(one => one.At).Take(events).Select(one => (one.Id, one.Event with { Campaign = name }))];
    }

    public IReadOnlyList<(Guid Id, CampaignEvent Event)> Events { get; }

    /// <summary>The events of a campaign in the order in which they are recorded; the same for the same seed.</summary>
    public static IReadOnlyList<(Guid Id, CampaignEvent Event)> Of(string name, int events, int seed = 1) => new LargeCampaign(name, events, seed).Events;

    private void Agreement(int i)
    {
        var deal = $"deal-{i}";
        Add(-3, deal, new AgreementDefined($"Agreement {i}", ["EU", "KZ"], [new GateHolder("Council", Gates[..6]), new GateHolder("EP", [Milestone.ConsentGiven])]) { Occurred = Day(0) });
        Add(-1, deal, new LinkageDeclared("EP", LinkageStrength.Political, "progress must depend on reform", "reform") { Occurred = Day(1) });
        for (var gate = 0; gate < Gates.Length; gate++)
        {
            var on = (gate + 1) * Days / (Gates.Length + 1) + random.Next(200);
            Add(on, deal, new MilestoneReached(Gates[gate]) { Occurred = gate % 4 == 3 ? EdtfDate.Parse(First.AddDays(on).ToString("yyyy-MM", CultureInfo.InvariantCulture)) : Day(on) });
        }
        Add(-3, $"ban-{i}", new RestrictionOpened($"Ban {i}") { Occurred = Day(0) });
    }

    private void Person(int i, int agreements)
    {
        Add(-3, $"case-{i}", new CaseOpened($"Person {i}") { Occurred = Day(0) });
        Add(-2, $"demand-{i}", new DemandIssued($"Release person {i}", "EP", ["KZ"], "urges", Force.Urge, "at liberty", $"case-{i}") { Occurred = Day(random.Next(300)) });
        if (i % 3 == 0) Add(-1, $"deal-{i / 3 % agreements}", new ConditionAttached($"demand-{i}", Requirement.Necessary) { Occurred = Day(300) });
    }

    private void Later(int person, int agreement)
    {
        var on = random.Next(Days);
        CampaignEvent e = random.Next(24) switch
        {
            0 => new Arrested { Occurred = Day(on) },
            1 => new Convicted(true, Lengthens: random.Next(3) == 0) { Occurred = Day(on) },
            2 => new ReleaseAchieved((ReleaseManner)random.Next(13)) { Occurred = Any(on) },
            3 => new Rearrested { Occurred = Any(on) },
            4 => new Transferred((RegimeStep)random.Next(3)) { Occurred = Any(on) },
            5 => new RegimeChangeRefused { Occurred = Day(on) },
            6 => new ParoleDecided(random.Next(4) == 0, NextPossible: Day(on + 180)) { Occurred = Day(on) },
            7 => new HearingPostponed(Until: Day(on + 30)) { Occurred = Day(on) },
            8 when random.Next(4) == 0 => new StatusContested("custody", [new Claim("free", "A", ClaimedStatus.AtLiberty), new Claim("held", "B", ClaimedStatus.Held)]) { Occurred = Day(on) },
            < 16 => new PrisonVisited("EU Delegation", random.Next(3) > 0, $"Visit on day {on}.") { Occurred = Day(on) },
            < 20 => new HearingHeld { Occurred = Day(on) },
            _ => new IllTreatmentReported(By: "Prison", Text: $"Report {on}.") { Occurred = Day(on) },
        };
        switch (random.Next(20))
        {
            case 0: Add(on, $"ban-{agreement}", random.Next(3) == 0 ? new BanLifted { Occurred = Day(on) } : new BanImposed { Occurred = Day(on) }); break;
            case 1: Add(on, $"demand-{person}", new DemandRestated("EP") { Occurred = Day(on) }); break;
            case 2:
                var (at, id, target) = happened[^1];
                if (target.Subject.StartsWith("case-", StringComparison.Ordinal) && target is not (CaseOpened or EventCorrected or EventRetracted))
                {
                    Add(at + 1 + random.Next(100), target.Subject, random.Next(3) == 0
                        ? new EventRetracted(id, "not so") { Occurred = Day(on) }
                        : new EventCorrected(id, new Dictionary<string, System.Text.Json.JsonElement> { ["occurred"] = System.Text.Json.JsonSerializer.SerializeToElement(First.AddDays(on).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) }, "a better source") { Occurred = Day(on) });
                }
                break;
            default: Add(on, $"case-{person}", e); break;
        }
    }

    private EdtfDate Any(int on) => random.Next(8) == 0 ? EdtfDate.Parse(First.AddDays(on).ToString("yyyy-MM", CultureInfo.InvariantCulture)) : Day(on);

    private static EdtfDate Day(int day) => EdtfDate.Parse(First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void Add(double at, string subject, CampaignEvent e)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        // Every seventh is learned up to four years late.
        if (at >= 0 && random.Next(7) == 0 && e is not (EventCorrected or EventRetracted)) at += random.Next(1_500);
        happened.Add((at, new Guid(bytes), e with { Subject = subject, Sources = [new Source("Report", Url: "https://example.org/report")] }));
    }
}
