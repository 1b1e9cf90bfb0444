using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Benchmarks;

/// <summary>
/// A campaign whose worlds are many: a hundred gates over 25 years, and of each year but one a contested claim and a fact dated by the year,
/// of one person or of as many as there are years.
/// </summary>
internal static class ContestedCampaign
{
    public static IReadOnlyList<RecordedEvent> Of(int people)
    {
        List<RecordedEvent> log = [];
        void Add(string subject, CampaignEvent e) => log.Add(new RecordedEvent(
            new Guid(log.Count + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), log.Count + 1, log.Count + 1,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(log.Count), "benchmark", 0,
            e with { Campaign = "contested", Subject = subject, Sources = [new Source("Report")] }));

        Add("contested", new CampaignOpened("Contested", "EU", "KZ", "Is progress conditioned on reform?", RuleSet: 2) { Occurred = On("2000") });
        Add("deal", new AgreementDefined("Deal", ["EU", "KZ"], [new GateHolder("Council", [Milestone.Renewed])]) { Occurred = On("2000") });
        Add("deal", new LinkageDeclared("EU", LinkageStrength.Committed, "depends on", "human rights") { Occurred = On("2000") });
        for (var n = 1; n <= people; n++)
        {
            Add($"case-{n}", new CaseOpened($"Person {n}") { Occurred = On("1999") });
            Add($"case-{n}", new Arrested { Occurred = On("1999-01-03") });
            Add($"demand-{n}", new DemandIssued("Free", "EP", ["KZ"], "calls for", Force.Call, About: $"case-{n}") { Occurred = On("2000-01-02") });
            Add("deal", new ConditionAttached($"demand-{n}", Requirement.Necessary) { Occurred = On("2000-01-03") });
        }
        for (var n = 0; n < 24; n++)
        {
            var (person, year) = ($"case-{n % people + 1}", 2001 + n);
            Add(person, new StatusContested("custody", [new Claim("held", "A", ClaimedStatus.Held), new Claim("free", "B", ClaimedStatus.AtLiberty)])
            {
                Occurred = On($"{year}-03-0{n % 9 + 1}"),
            });
            Add(person, n % 2 == 0
                ? new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On($"{year}") }
                : new Rearrested { Occurred = On($"{year}") });
        }
        for (var n = 0; n < 100; n++)
            Add("deal", new MilestoneReached(Milestone.Renewed, ["Council"]) { Occurred = On($"{2001 + n / 4}-0{n % 4 * 2 + 2}-15") });
        return log;
    }

    private static EdtfDate On(string date) => EdtfDate.Parse(date);
}
