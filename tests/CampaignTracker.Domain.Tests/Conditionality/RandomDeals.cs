using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>Random histories of a deal: three conditions, gates, partial dates, contested claims, retractions; few days, so that much collides.</summary>
internal static class RandomDeals
{
    private static readonly Gen<string> Dates = Gen.Frequency(
        (6, Gen.Select(Gen.Int[2013, 2015], Gen.Int[1, 12], OneOf(1, 10, 20)).Select((year, month, day) => $"{year}-{month:d2}-{day:d2}")),
        (2, Gen.Select(Gen.Int[2013, 2015], Gen.Int[1, 12]).Select((year, month) => $"{year}-{month:d2}")),
        (1, Gen.Int[2013, 2015].Select(year => $"{year}")));

    private static readonly Gen<string> Cases = OneOf("case-1", "case-2");

    private static readonly Gen<(string Subject, Func<EdtfDate, CampaignEvent> Event)> CaseFacts = Gen.Select(Cases, OneOf<Func<EdtfDate, CampaignEvent>>(
        date => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = date },
        date => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = date },
        date => new Rearrested { Occurred = date },
        date => new Charged("Article 1") { Occurred = date },
        date => new Transferred(RegimeStep.Away) { Occurred = date },
        date => new Transferred(RegimeStep.Toward) { Occurred = date },
        date => new ParoleDecided(Granted: false) { Occurred = date, Confidence = Confidence.Probable },
        date => new DiedInCustody { Occurred = date },
        date => Contested(date)));

    private static readonly Gen<(string Subject, Func<EdtfDate, CampaignEvent> Event)> DemandFacts = Gen.Select(OneOf("release-1", "release-2", "law"), OneOf<Func<EdtfDate, CampaignEvent>>(
        date => new FulfilmentAssessed(Fulfilment.PartlyMet, "Reviewer") { Occurred = date },
        date => new FulfilmentAssessed(Fulfilment.Met, "Reviewer") { Occurred = date },
        date => new StepTaken("A bill", Movement.Away) { Occurred = date },
        date => new StepTaken("A bill", Movement.Toward) { Occurred = date },
        date => new DemandLapsed("Overtaken") { Occurred = date }));

    private static readonly Gen<(string Subject, Func<EdtfDate, CampaignEvent> Event)> DealFacts = Gen.Const(Deal.Name).Select(OneOf<Func<EdtfDate, CampaignEvent>>(
        date => new MilestoneReached(Milestone.Initialled) { Occurred = date },
        date => new MilestoneReached(Milestone.Signed, Grounds: [new Ground(Words: "WTO accession")]) { Occurred = date },
        date => new MilestoneReached(Milestone.ConsentGiven) { Occurred = date },
        date => new MilestonePostponed(Milestone.Ratified, Grounds: [new Ground(Demand: "release-1")]) { Occurred = date },
        date => new ConditionDetached("release-2") { Occurred = date },
        date => new ConditionAttached("release-2", Requirement.Necessary) { Occurred = date },
        date => new LinkageDeclared("EP", LinkageStrength.Committed, "depends", Deal.Area) { Occurred = date }));

    /// <summary>A history: its log, in the order of recording.</summary>
    public static Gen<IReadOnlyList<RecordedEvent>> Logs { get; } = Gen
        .Select(
            Gen.Frequency((4, CaseFacts), (1, DemandFacts), (3, DealFacts)).Select(Dates, (fact, date) => (fact.Subject, Event: fact.Event(EdtfDate.Parse(date)))).Array[4, 12],
            Gen.Int[0, 30].Array[0, 2])
        .Select(IReadOnlyList<RecordedEvent> (facts, retracted) =>
        {
            var deal = Deal.Unlinked().Linkage("2012-03-14")
                .Held("case-1", "2012-01-23").Asked("release-1", "case-1").Attached("release-1")
                .Held("case-2", "2012-01-23").Asked("release-2", "case-2", "2013-06").Attached("release-2", date: "2013-06")
                .Asked("law").Attached("law", Requirement.Contributing)
                .Gate(Milestone.Initialled, "2014-03-10").Gate(Milestone.Signed, "2015-03");
            foreach (var (subject, e) in facts) deal.Event(subject, e);
            foreach (var n in retracted.Where(n => n > 0 && n <= deal.Log.Count).Distinct()) deal.Retract(Given.Id(n));
            return deal.Log;
        });

    /// <summary>The same with a place in it.</summary>
    public static Gen<(IReadOnlyList<RecordedEvent> Log, int At)> LogsAndPlaces { get; } =
        Logs.SelectMany(log => Gen.Int[1, log.Count].Select(at => (log, at)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static StatusContested Contested(EdtfDate date) =>
        new("custody", [new Claim("in custody", "One", ClaimedStatus.Held), new Claim("at liberty", "Another", ClaimedStatus.AtLiberty)]) { Occurred = date };

    /// <summary>A log and one more event on it.</summary>
    public static IReadOnlyList<RecordedEvent> And(this IReadOnlyList<RecordedEvent> log, CampaignEvent e) =>
        [.. log, new RecordedEvent(Given.Id(log.Count + 1), log.Count + 1, log.Count + 1, log[^1].RecordedAt.AddHours(1), "alma", 0, e)];
}
