using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public sealed class OfferedNameTests
{
    private static readonly HashSet<string> None = [];

    private static string Offered(SubjectKind kind, string? title, string occurred = "2013-04-18", IReadOnlySet<string>? taken = null) =>
        OfferedName.For(kind, title, Record.Date(occurred), Record.ACase("Roza Tuletaeva").And("2012", "case-7", date => new CaseOpened("Vladimir Kozlov") { Occurred = date }).Seen().Knowledge, taken ?? None);

    [Theory]
    [InlineData(SubjectKind.Case, "Aron Atabek", "case-8")]
    [InlineData(SubjectKind.Demand, "Release Aron Atabek", "demand-1")]
    [InlineData(SubjectKind.Resolution, "On Vladimir Kozlov", "resolution-2013-04-18")]
    [InlineData(SubjectKind.Restriction, "Ban on the Alga! party", "ban-alga-party")]
    [InlineData(SubjectKind.Restriction, "Travel ban on Kozlov", "travel-ban")]
    [InlineData(SubjectKind.Restriction, "Ban on Roza Tuletayeva's blog", "ban-blog")]
    [InlineData(SubjectKind.Agreement, "Accord renforcé", "accord-renforce")]
    [InlineData(SubjectKind.Dialogue, "Диалог", "dialogue-1")]
    [InlineData(SubjectKind.Dialogue, null, "dialogue-1")]
    [InlineData(SubjectKind.Dialogue, "Round\uFFFE table\uD800", "round-table")]
    [InlineData(SubjectKind.Dialogue, "\uFFFF", "dialogue-1")]
    public void A_name_is_free_readable_and_no_persons(SubjectKind kind, string? title, string name) => Offered(kind, title).ShouldBe(name);

    [Theory]
    [InlineData(SubjectKind.Case, "x", "case-8", "case-9")]
    [InlineData(SubjectKind.Resolution, "x", "resolution-2013-04-18", "resolution-2013-04-18-2")]
    [InlineData(SubjectKind.Agreement, "EPCA", "epca", "epca-2")]
    public void Where_it_is_taken_the_next_is_offered(SubjectKind kind, string title, string first, string next)
    {
        Offered(kind, title).ShouldBe(first);
        Offered(kind, title, taken: new HashSet<string> { first }).ShouldBe(next);
    }

    [Fact]
    public void A_long_title_gives_a_short_name() =>
        ShortName.IsOne(Offered(SubjectKind.Agreement, string.Join(' ', Enumerable.Repeat("Zusammenarbeitsvereinbarungsentwurfsfassung", 9)))).ShouldBeTrue();
}
