using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Conditionality;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Sample;

/// <summary>The ten traps of the real record, each on the sample: what a tracker for another purpose would get wrong.</summary>
public sealed class TrapsOfTheRecordTests
{
    private static CampaignState At(string? asOf = null) => CampaignState.Of(SampleFile.Recorded, Viewpoints.Of(asOf is null ? null : EdtfDate.Parse(asOf)));

    private static T Event<T>(string subject, string occurred) where T : CampaignEvent =>
        SampleFile.Recorded.Select(recorded => recorded.Event).OfType<T>().Single(e => e.Subject == subject && e.Occurred.Text == occurred);

    private static Custody? Liberty(string person, string asOf)
    {
        var state = At(asOf);
        return StatusFold.CustodyOf(state, state.History(person)!).Possible.Single();
    }

    private static ResolutionAdopted Text(string date) => Event<ResolutionAdopted>($"resolution-{date}", date);

    [Fact]
    public void Trap_1_an_event_has_up_to_four_dates()
    {
        var text = Text("2013-04-18");
        (text.Published!.Earliest.DayNumber - text.Occurred.Earliest.DayNumber).ShouldBe(1_023);

        var parole = Event<ParoleDecided>("case-1", "2016-08-04");
        parole.MovesAt().Text.ShouldBe("2016-08-19");
        Liberty("case-1", "2016-08-18").ShouldBe(Custody.Held);
        Liberty("case-1", "2016-08-19").ShouldBe(Custody.FreeConditionally);
    }

    [Fact]
    public void Trap_2_a_partial_date_is_kept_as_it_was_written_and_is_no_day()
    {
        var release = Event<ReleaseAchieved>("case-3", "2014-11~");
        (release.Occurred.Earliest, release.Occurred.Latest).ShouldBe((new DateOnly(2014, 11, 1), new DateOnly(2014, 11, 30)));
        Event<MilestoneReached>("epca", "2011-06").Milestone.ShouldBe(Milestone.NegotiationsOpened);
    }

    [Fact]
    public void Trap_3_sources_that_disagree_are_kept_side_by_side()
    {
        var claims = ContestedQueue.Of(At(), Rules.V1, Rules.Memo).Matters.ToDictionary(matter => matter.Matter, matter => matter.Claims.Select(claim => claim.Value).ToList());
        claims["number of the round"].ShouldBe(["3", "4"]);
        claims["deaths in Zhanaozen"].ShouldBe(["11", "16", "64"]);
        Event<Rearrested>("case-2", "2012-10-31").ShouldSatisfyAllConditions(
            e => e.Confidence.ShouldBe(Confidence.Disputed), e => e.Sources.Count.ShouldBe(3));
    }

    [Fact]
    public void Trap_4_a_procedure_of_the_kind_RSP_is_not_always_urgent_and_its_rule_stays_as_cited()
    {
        var (windingUp, urgency) = (Text("2012-03-15"), Text("2013-04-18"));
        new[] { windingUp, urgency }.ShouldAllBe(text => text.Identifiers!.Any(identifier => identifier.Value.EndsWith("(RSP)", StringComparison.Ordinal)));
        (windingUp.Kind, urgency.Kind).ShouldBe((ResolutionKind.ResolutionWindingUpStatement, ResolutionKind.UrgencyResolution));
        new[] { Text("2012-03-15"), urgency, Text("2019-03-14"), Text("2021-02-11") }.Select(text => text.RuleAsCited)
            .ShouldBe(["Rule 110(2)", "Rules 122(5) and 110(4)", "Rule 135", "Rule 144"]);
    }

    [Fact]
    public void Trap_5_silence_is_data() =>
        DialogueLog.Of(At()).Series.Single(series => series.Name == "hrd").Gaps[0]
            .ShouldSatisfyAllConditions(gap => gap.From.Text.ShouldBe("2011-11"), gap => gap.To!.Text.ShouldBe("2013-11"), gap => gap.Missed.ShouldBe(1));

    [Fact]
    public void Trap_6_regression_is_normal()
    {
        Liberty("case-2", "2012-08-28").ShouldBe(Custody.Free);
        Liberty("case-2", "2012-12-07").ShouldBe(Custody.Held);
        Event<Convicted>("case-2", "2012-12-07").Effects().ShouldContain(new TakesStep(Direction.Away, StepKind.Sentence));
    }

    [Fact]
    public void Trap_7_an_officials_claim_proves_nothing()
    {
        var given = new Given().ADemand("law").Event("law", new FulfilmentClaimed("Ministry", "Already implemented") { Occurred = Given.On("2014") });
        var state = CampaignState.Of(given.Log, Viewpoints.Now);
        StatusFold.RankOf(state, state.History("law")!).Possible.ShouldBe([Rank.Open]);
    }

    [Theory]
    [InlineData("Tuletaeva")]
    [InlineData("Tuletayeva")]
    [InlineData("Тулетаева")]
    [InlineData("Төлетаева")]
    public void Trap_8_one_name_is_found_in_every_script_and_transliteration(string written) =>
        new TimelineFilter(Text: written).Matches(Timeline.Of(At())).Select(entry => entry.Type).ShouldContain("release_achieved");

    [Fact]
    public void Trap_9_two_texts_of_one_day_are_two_and_a_meeting_may_last_two_days()
    {
        Event<MilestoneReached>("epca", "2017-12-12").Milestone.ShouldBe(Milestone.ConsentGiven);
        Text("2017-12-12").Kind.ShouldBe(ResolutionKind.AccompanyingResolution);
        Event<DialogueHeld>("hrd", "2020-11-26/2020-11-27").Occurred.IsDay.ShouldBeFalse();
    }

    [Fact]
    public void Trap_10_what_is_recorded_late_was_not_known_earlier()
    {
        CampaignState.Of(SampleFile.Recorded, Viewpoints.Of(knowledge: 9)).History("case-1")!.Facts.Count.ShouldBe(1);

        var deal = Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21");
        deal.LastGate().Annotations().ShouldContain("ChosenInHindsight");
    }
}
