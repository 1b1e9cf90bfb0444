using System.Text;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests.Sample;

public sealed class CarriedOverTests
{
    public static TheoryData<string> Names { get; } = [.. CarriedOver.All.Select(campaign => campaign.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_line_reads_and_writes_back_to_the_same_bytes(string name)
    {
        EventBatchReader.ReadLines(Of(name).Bytes).Issues.ShouldBeEmpty();
        Encoding.UTF8.GetString([.. Of(name).Lines.SelectMany(line => line.ToUtf8Line())]).ShouldBe(Encoding.UTF8.GetString(Of(name).Bytes));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_refused(string name) =>
        Of(name).Issues().Where(told => told.Issue.Severity == Severity.Refusal).Select(told => $"{told.Event.Occurred} {told.Event.Subject}: {told.Issue.Field} {told.Issue.Message()}").ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void No_persons_name_is_in_a_short_name(string name)
    {
        var names = Of(name).Lines.Select(line => line.Event).OfType<CaseOpened>().SelectMany(opened => opened.Name.Value.ToLowerInvariant().Split(' ')).ToList();
        names.ShouldNotBeEmpty();
        foreach (var subject in Of(name).Lines.Select(line => line.Event.Subject).Distinct()) names.ShouldAllBe(person => !subject.Contains(person), subject);
    }

    private static CarriedOver Of(string name) => CarriedOver.All.Single(campaign => campaign.Name == name);
}
