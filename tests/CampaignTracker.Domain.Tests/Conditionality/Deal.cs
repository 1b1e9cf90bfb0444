using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>A deal that depends on reform, told in the words of the rules: <c>Deal.OnRelease().Released("2015-03-01").Gate(Signed, "2015-12-21")</c>.</summary>
internal static class Deal
{
    public const string Name = "deal";
    public const string Person = "case-1";
    public const string Release = "release-1";
    public const string Area = "human rights";

    /// <summary>An agreement of the Council, of which Parliament holds the consent; nothing links it to anything.</summary>
    public static Given Unlinked() => new Given().Event(Name, new AgreementDefined("Deal", ["EU", "KZ"],
    [
        new GateHolder("Council", [.. Enum.GetValues<Milestone>().Where(milestone => milestone != Milestone.ConsentGiven)], ["Council of the EU"]),
        new GateHolder("European Parliament", [Milestone.ConsentGiven], ["EP"]),
    ])
    { Occurred = On("2011-05-24") });

    /// <summary>The same, linked to reform by the Council in 2012.</summary>
    public static Given Linked() => Unlinked().Linkage("2012-03-14");

    /// <summary>The same, on condition that a person held since 2012 is released, as asked on 18 April 2013.</summary>
    public static Given OnRelease() => Linked().Held(Person, "2012-01-23").Asked(Release, Person).Attached(Release);

    public static Given Linkage(this Given given, string date, string by = "Council", LinkageStrength strength = LinkageStrength.Committed, params Milestone[] milestones) =>
        given.Event(Name, new LinkageDeclared(by, strength, "depends on reform", Area, milestones.Length == 0 ? null : milestones) { Occurred = On(date) });

    public static Given Held(this Given given, string person, string date) => given.ACase(person).Event(person, new Arrested { Occurred = On(date) });

    public static Given Asked(this Given given, string demand, string? about = null, string date = "2013-04-18") => given.Event(demand,
        new DemandIssued($"Do {demand}", "European Parliament", ["Kazakhstan"], "calls for", Force.Call, "It is done", about) { Occurred = On(date) });

    public static Given Attached(this Given given, string demand, Requirement requirement = Requirement.Necessary, string date = "2013-04-18") =>
        given.Event(Name, new ConditionAttached(demand, requirement) { Occurred = On(date) });

    public static Given Released(this Given given, string date, ReleaseManner manner = ReleaseManner.Pardon, string person = Person) =>
        given.Event(person, new ReleaseAchieved(manner) { Occurred = On(date) });

    public static Given Gate(this Given given, Milestone milestone, string date, params Ground[] grounds) =>
        given.Event(Name, new MilestoneReached(milestone, Grounds: grounds) { Occurred = On(date) });

    public static AgreementVerdict Judged(this IEnumerable<RecordedEvent> log, string? asOf = null) =>
        ConditionalityLedger.Of(CampaignState.Of(log, Viewpoints.Of(asOf is null ? null : On(asOf))), Rules.V1, Rules.Memo).Agreements.Single();

    public static AgreementVerdict Judged(this Given given, string? asOf = null) => given.Log.Judged(asOf);

    /// <summary>The verdict on the last gate.</summary>
    public static GateVerdict LastGate(this Given given) => given.Judged().Gates[^1];

    public static Verdict Verdict(this Given given) => given.LastGate().Verdict;

    public static IEnumerable<string> Annotations(this GateVerdict gate) => gate.Annotations.Select(annotation => annotation.Text);

    public static bool Says(this GateVerdict gate, AnnotationKind kind) => gate.Annotations.Any(annotation => annotation.Kind == kind);
}
