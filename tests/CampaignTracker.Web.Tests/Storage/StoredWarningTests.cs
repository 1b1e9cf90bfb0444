using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Testing;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>A warning is stored as its code, field and arguments; those that were stored as sentences are still read.</summary>
public sealed class StoredWarningTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string NotHeld = "is not recorded as held on that day: is an arrest or a conviction missing?";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task A_warning_is_stored_without_its_sentence_and_answered_with_it()
    {
        await Opened(Written.Context(), Written.Case());
        var answer = await Record(Written.Released(), Written.Released());
        var stored = await Tracker.Rows<string>("""
            select (headers -> 'warnings')::text from tracker.mt_events where stream_id = $1 and type = 'release_achieved' order by version
            """, $"{Campaign}/case-1");
        var first = answer.Events[0]!["id"]!.GetValue<string>();
        ShouldBeSame(JsonNode.Parse(stored[0]), """[{"field":"subject","code":"not_held"}]""");
        JsonNode.Parse(stored[1])!.AsArray().ShouldContain(warning =>
            JsonNode.DeepEquals(warning, JsonNode.Parse($$$"""{"field":"","code":"likely_duplicate","arguments":{"event":"{{{first}}}"}}""")), stored[1]);
        ShouldBeSame(answer.Events[0]!["warnings"]![0],
            $$"""{"severity":"Warning","field":"subject","code":"not_held","message":"{{NotHeld}}"}""");
    }

    [Theory]
    [InlineData("not_held", "Somebody has shortened this.", NotHeld)]
    [InlineData("out_of_order", "usually comes before signed, which is recorded on 2015", "usually comes before signed, which is recorded on 2015")]
    [InlineData("long_gone", "was warned about once", "was warned about once")]
    public async Task A_warning_that_was_stored_as_a_sentence_is_told_by_its_code_or_as_it_was(string code, string stored, string told)
    {
        var warning = (await ReadAsync($$"""{"warnings":[{"severity":"Warning","field":"by","code":"{{code}}","message":"{{stored}}"}]}"""))
            .ShouldHaveSingleItem();
        (warning.Severity, warning.Field, warning.Code).ShouldBe((Severity.Warning, "by", code));
        IssueMessages.Of(warning, English).ShouldBe(told);
    }

    [Fact]
    public async Task What_a_newer_version_warned_about_is_told_by_its_code()
    {
        var warnings = await ReadAsync("""{"warnings":[{"field":"by","code":"of_tomorrow","arguments":{"day":"2030"}}]}""");
        IssueMessages.Of(warnings.ShouldHaveSingleItem(), English).ShouldBe("of_tomorrow");
    }

    [Fact]
    public async Task What_is_read_is_what_was_stored()
    {
        ValidationIssue[] warnings =
        [
            ValidationIssue.Warn("subject", "not_held"),
            ValidationIssue.Warn("milestone", "out_of_order", ("later", Milestone.EnteredIntoForce), ("on", EdtfDate.Parse("2015-12~"))),
            ValidationIssue.Warn("x", "some:form", ("z", 3), ("many", new[] { "b", "a" }), ("none", null)),
        ];
        var json = JsonSerializer.Serialize(new { warnings = warnings.Select(StoredWarning.Of) }, JsonSerializerOptions.Web);
        var read = await ReadAsync(json);
        read.ShouldBe(warnings);
        IssueMessages.Of(read[1], English).ShouldBe("usually comes before entered into force, which is recorded on 2015-12~");
    }

    private static void ShouldBeSame(JsonNode? json, string expected) =>
        JsonNode.DeepEquals(json, JsonNode.Parse(expected)).ShouldBeTrue(json?.ToJsonString());

    // As the database gives it back, which keeps JSON by value.
    private async Task<IReadOnlyList<ValidationIssue>> ReadAsync(string headers)
    {
        await using var command = Tracker.Get<NpgsqlDataSource>().CreateCommand("""
            select gen_random_uuid(), 1::bigint, 1::bigint, now(), 'alma', 'arrested',
                '{"campaign":"c","subject":"case-1","occurred":"2013"}'::jsonb, $1::jsonb
            """);
        command.Parameters.Add(new() { Value = headers });
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return EventLog.Read(row).Warnings;
    }
}
