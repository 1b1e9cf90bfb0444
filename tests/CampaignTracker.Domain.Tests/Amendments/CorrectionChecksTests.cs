using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Amendments;

/// <summary>A correction passes the checks of a new event. The case is event 2, the arrest event 3.</summary>
public class CorrectionChecksTests
{
    private static Given AnArrest => new Given().ACase("case-1").Event("case-1", new Arrested("KNB") { Occurred = On("2012-01-23"), Sensitivity = Sensitivity.Internal });

    private static IReadOnlyList<ValidationIssue> Correcting(params (string, object?)[] changes) => Correcting(AnArrest, Id(3), changes);

    private static IReadOnlyList<ValidationIssue> Correcting(Given history, Guid id, params (string, object?)[] changes) =>
        history.When("case-1", new EventCorrected(id, Changes(changes), "A better source") { Occurred = On("2026-01-01") });

    [Fact]
    public void A_field_may_be_corrected_or_emptied() => Correcting(("occurred", "2012-01-24"), ("by", null), ("note", "Seen by two")).ShouldBeAccepted();

    [Fact]
    public void A_correction_of_nothing_is_refused() => Correcting().ShouldRefuse("changes", "no_change");

    [Theory]
    [InlineData("type")]
    [InlineData("id")]
    [InlineData("campaign")]
    [InlineData("subject")]
    public void What_an_event_is_and_whose_cannot_be_corrected(string field) => Correcting((field, "case-2")).ShouldRefuse($"changes.{field}", "fixed_field");

    [Fact]
    public void A_field_that_the_event_does_not_have_is_refused() => Correcting(("manner", "Parole")).ShouldRefuse("changes.manner", "unknown_field");

    [Fact]
    public void A_required_field_cannot_be_emptied() => Correcting(("occurred", null)).ShouldRefuse("changes.occurred", "missing_field");

    [Fact]
    public void The_checks_of_a_new_event_hold()
    {
        Correcting(("occurred", "2030")).ShouldRefuse("changes.occurred", "future");
        Correcting(("sources", null)).ShouldRefuse("changes.sources", "no_source");
        Correcting(("sources", new[] { new Source("AFP", Url: "afp") })).ShouldRefuse("changes.sources[0].url", "no_url");
    }

    [Fact]
    public void What_an_event_came_after_may_be_corrected()
    {
        Correcting(("follows", new[] { Id(2) }), ("at", "09:15")).ShouldBeAccepted();
        Correcting(("follows", new[] { Id(99) })).ShouldRefuse("changes.follows", "unknown_event");
        Correcting(("at", "quarter past nine")).ShouldRefuse("changes.at", "wrong_value").Message().ShouldContain("14:30+05:00");
        Correcting(AnArrest.Correct(Id(3), ("at", "09:15")), Id(3), ("occurred", "2012-01")).ShouldRefuse("changes.at", "time_of_no_day");
    }

    [Fact]
    public void To_lower_the_sensitivity_takes_the_right_to()
    {
        var lower = new EventCorrected(Id(3), Changes(("sensitivity", "Public")), "x") { Occurred = On("2026-01-01") };
        AnArrest.When("case-1", lower, context => context with { MayLowerSensitivity = false }).ShouldRefuse("changes.sensitivity", "lowers_sensitivity");
        AnArrest.When("case-1", lower).ShouldBeAccepted();
    }

    [Fact]
    public void An_opening_may_be_corrected_and_is_no_duplicate_of_itself() => Correcting(AnArrest, Id(2), ("note", "Opened in Brussels")).ShouldBeAccepted();

    [Fact]
    public void A_correction_of_a_correction_passes_the_checks_of_the_event()
    {
        var history = AnArrest.Correct(Id(3), ("place", "Almaty"));
        Correcting(history, Id(4), ("changes", Changes(("place", "Astana")))).ShouldBeAccepted();
        Correcting(history, Id(4), ("changes", Changes(("occurred", "2030")))).ShouldRefuse("changes.changes.occurred", "future");
        Correcting(history, Id(4), ("corrects", Id(99))).ShouldRefuse("changes.corrects", "unknown_event");
    }

    [Fact]
    public void To_retract_twice_is_warned_about() =>
        AnArrest.Retract(Id(3)).When("case-1", new EventRetracted(Id(3), "x") { Occurred = On("2026-01-01") }).ShouldWarn("retracts", "already_retracted");

    [Fact]
    public void Only_two_subjects_of_one_kind_are_merged()
    {
        var history = AnArrest.ACase("case-2").ARestriction("ban-1");
        IReadOnlyList<ValidationIssue> Merging(string subject, string into) => history.When(subject, new SubjectMerged(into) { Occurred = On("2026") });
        Merging("case-1", "case-2").ShouldBeAccepted();
        Merging("case-1", "case-1").ShouldRefuse("into", "same_subject");
        Merging("case-1", "ban-1").ShouldRefuse("into", "other_kind");
        Merging("case-1", "case-9").ShouldRefuse("into", "unopened_subject");
    }

    [Fact]
    public void Claims_are_two_or_more_and_of_the_subjects_kind()
    {
        IReadOnlyList<ValidationIssue> Contesting(params Claim[] claims) => AnArrest.When("case-1", new StatusContested("custody", claims) { Occurred = On("2017") });
        Claim held = new("held", "AFP", ClaimedStatus.Held);
        Contesting(held, new Claim("free", "RFE/RL", ClaimedStatus.AtLiberty)).ShouldBeAccepted();
        Contesting(held).ShouldRefuse("claims", "one_claim");
        Contesting(held, held with { By = "RFE/RL" }).ShouldRefuse("claims[1].value", "same_claim");
        Contesting(held, new Claim("free", "RFE/RL")).ShouldRefuse("claims[1].status", "status_missing");
        Contesting(held, new Claim("eased", "RFE/RL", ClaimedStatus.Eased)).ShouldRefuse("claims[1].status", "status_of_other_kind");
        Contesting(held with { Manner = ReleaseManner.Parole }, new Claim("x", "y", ClaimedStatus.Held)).ShouldRefuse("claims[0].manner", "manner_without_liberty");
    }

    [Fact]
    public void A_reconciliation_chooses_one_of_the_claims()
    {
        var history = AnArrest.Event("case-1", new StatusContested("custody", [new Claim("held", "AFP"), new Claim("free", "RFE/RL")]) { Occurred = On("2017") });
        IReadOnlyList<ValidationIssue> Settling(Guid id, string chosen) => history.When("case-1", new ClaimsReconciled(id, chosen, "Seen") { Occurred = On("2018") });
        Settling(Id(4), "free").ShouldBeAccepted();
        Settling(Id(4), "dead").ShouldRefuse("chosen", "no_such_claim").Message().ShouldContain("“held”, “free”");
        Settling(Id(3), "free").ShouldRefuse("contested", "not_contested");
    }
}
