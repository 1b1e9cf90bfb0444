using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests.Events;

public class IssueCollectionTests
{
    private static ValidationIssue Refusal(int i) => ValidationIssue.Refuse($"sources[{i}]", "null");

    private static IssueCollection Of(params IEnumerable<ValidationIssue> issues)
    {
        IssueCollection list = [];
        list.AddRange(issues);
        return list;
    }

    private static string Last(IssueCollection list) => $"{list.ToList()[^1].Field}|{list.ToList()[^1].Message()}";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(2_000, 101)]
    public void At_most_a_hundred_are_told_and_one_that_counts_the_others(int given, int told) =>
        Of(Enumerable.Range(0, given).Select(Refusal)).ToList().Count.ShouldBe(told);

    [Fact]
    public void The_others_are_counted() => Last(Of(Enumerable.Range(0, 250).Select(Refusal))).ShouldBe("|and 150 more: mend these first");

    [Fact]
    public void Nobody_counts_beyond_ten_thousand()
    {
        var asked = 0;
        var list = Of(Enumerable.Range(0, int.MaxValue).Select(i => Refusal(asked = i + 1)));
        list.IsFull.ShouldBeTrue();
        asked.ShouldBe(10_000);
        Last(list).ShouldBe("|and more than 9900 more: mend these first");
    }

    [Fact]
    public void What_others_left_untold_is_counted()
    {
        var list = Of([.. Of(Enumerable.Range(0, 150).Select(Refusal)).ToList(), .. Of(Enumerable.Range(0, 130).Select(Refusal)).ToList()]);
        list.Count.ShouldBe(100);
        Last(list).ShouldBe("|and 180 more: mend these first");
    }

    [Fact]
    public void Every_warning_is_kept() =>
        Of(Enumerable.Range(0, 500).Select(i => ValidationIssue.Warn($"sources[{i}]", "weekend"))).ToList().Count.ShouldBe(500);
}
