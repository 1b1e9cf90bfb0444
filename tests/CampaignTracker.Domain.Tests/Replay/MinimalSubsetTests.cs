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

    [Fact]
    public void Whatever_undoes_what_it_holds_of_what_is_found_and_of_nothing_with_one_member_less()
    {
        const int Members = 4;
        List<int> all = [.. Enumerable.Range(0, Members)];
        // Every question that four members can answer in every way: in which of their sixteen sets it holds, all of them always.
        for (var answers = 1 << ((1 << Members) - 1); answers < 1 << (1 << Members); answers++)
        {
            bool Holds(IEnumerable<int> some) => (answers >> some.Sum(member => 1 << member) & 1) == 1;

            var found = MinimalSubset.Set(all, some => Holds(some));
            Holds(found).ShouldBeTrue($"{answers:x}: {string.Join(' ', found)}");
            if (found.Count == 1) continue;
            found.ForEach(member => Holds(found.Where(other => other != member)).ShouldBeFalse($"{answers:x}: {string.Join(' ', found)}"));
        }
    }

    [Fact]
    public void What_was_found_when_nothing_more_could_be_tried_is_kept()
    {
        var left = 12;
        var found = MinimalSubset.Set([.. Enumerable.Range(0, 100)], some => left-- > 0 ? some.Contains(7) && some.Contains(63) : null);
        found.ShouldContain(7);
        found.ShouldContain(63);
        found.Count.ShouldBeLessThan(100);
    }
}
