using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>The conditions of the sample's agreement over time.</summary>
public sealed class ConditionLineTests
{
    private static IReadOnlyList<ConditionLine> Lines(string? asOf = null)
    {
        var state = CampaignState.Of(SampleFile.Recorded, Viewpoints.Of(asOf is null ? null : CampaignTracker.Edtf.EdtfDate.Parse(asOf)));
        return ConditionLine.Of(state, AgreementLadder.Of(state).Agreements.Single());
    }

    private static IEnumerable<string> Spans(ConditionLine line) =>
        line.Spans.Select(span => $"{span.From} {span.To?.Text ?? "…"} {string.Join(" or ", span.Possible)}");

    [Fact]
    public void A_line_tells_how_what_was_asked_stood_before_and_after_it_was_asked() =>
        Spans(Lines()[0]).ShouldBe(["2012-01-23 2016-08-19 Held", "2016-08-19 … FreeConditionally"]);

    [Fact]
    public void What_sources_disagree_on_stays_open_on_the_line() =>
        Spans(Lines()[1]).Last().ShouldBe("2017/2018 … Held or FreeConditionally");

    [Fact]
    public void Refusals_regressions_releases_and_the_asking_itself_are_marked_in_their_order()
    {
        var marks = Lines()[0].Marks;
        marks.Select(mark => mark.At).ShouldBeInOrder();
        marks.Select(mark => mark.Kind).ShouldBe(
        [
            LineMarkKind.Unmet, LineMarkKind.Unmet, LineMarkKind.Refusal, LineMarkKind.Refusal, LineMarkKind.Asked, LineMarkKind.Refusal,
            LineMarkKind.Toward, LineMarkKind.Refusal, LineMarkKind.Away, LineMarkKind.Refusal, LineMarkKind.Toward, LineMarkKind.Met,
        ]);
    }

    [Fact]
    public void A_rearrest_is_a_step_away_and_not_merely_an_arrest() =>
        Lines()[1].Marks.ShouldContain(mark => mark.Kind == LineMarkKind.Away && mark.Sentence.Contains("arrested again", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_marked_after_the_date_of_looking() =>
        Lines("2014-06").SelectMany(line => line.Marks).ShouldAllBe(mark => mark.At.Earliest <= new DateOnly(2014, 6, 30));
}
