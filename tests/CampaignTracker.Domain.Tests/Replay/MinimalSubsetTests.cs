using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Tests.Replay;

public class MinimalSubsetTests
{
    [Fact]
    public void The_members_that_matter_are_found_among_many() =>
        MinimalSubset.Set([.. Enumerable.Range(0, 100)], some => some.Contains(7) && some.Contains(63)).ShouldBe([7, 63]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Where_nothing_more_can_be_tried_everything_is_kept(int members) =>
        MinimalSubset.Set([.. Enumerable.Range(0, members)], _ => null).Count.ShouldBe(members);
}
