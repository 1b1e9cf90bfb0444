using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class WordTests
{
    [Fact]
    public void Nothing_judged_is_not_assessable() => Deal.Linked().Gate(Milestone.Signed, "2015-12-21").Judged().Word.ShouldBe(Word.NotAssessable);

    [Fact]
    public void Only_stalled_on_other_grounds_is_not_assessable() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21", new Ground(Words: "Elections")).Judged().Word.ShouldBe(Word.NotAssessable);

    [Fact]
    public void Rewarded_and_withheld_is_Yes() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-01-01", new Ground(Demand: Deal.Release)).Released("2015-03-01").Gate(Milestone.Signed, "2015-12-21")
            .Judged().Word.ShouldBe(Word.Yes);

    [Fact]
    public void Stalled_on_other_grounds_and_then_rewarded_is_Yes() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-01-01").Released("2015-03-01").Gate(Milestone.Signed, "2015-12-21").Judged().Word.ShouldBe(Word.Yes);

    [Fact]
    public void Advanced_unmet_alone_is_No() => Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21").Judged().Word.ShouldBe(Word.No);

    [Fact]
    public void Withheld_and_then_advanced_unmet_is_Mixed() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-01-01", new Ground(Demand: Deal.Release)).Gate(Milestone.Signed, "2015-12-21").Judged().Word.ShouldBe(Word.Mixed);

    [Fact]
    public void A_gate_that_is_open_does_not_open_the_word_where_the_others_settle_it() =>
        Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Gate(Milestone.Initialled, "2014-12-21")
            .Released("2015-03-01").Gate(Milestone.Signed, "2015-06-21").Released("2016-05", person: "case-2").Gate(Milestone.ProvisionallyApplied, "2016-05-20")
            .Judged().Word.ShouldBe(Word.Mixed);
}
