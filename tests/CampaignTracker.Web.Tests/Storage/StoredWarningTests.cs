using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>A warning is stored as its code, field and arguments; those that were stored as sentences are still read.</summary>
public sealed class StoredWarningTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task A_warning_is_stored_without_its_sentence_and_answered_with_it()
    {
        await Opened(Written.Context(), Written.Case());
        var answer = await Record(Written.Released(), Written.Released());
        var stored = await Tracker.Rows<string>("select (headers -> 'warnings')::text from tracker.mt_events where stream_id = $1 and type = 'release_achieved' order by version",
            $"{Campaign}/case-1");
        var first = answer.Events[0]!["id"]!.GetValue<string>();
        JsonNode.DeepEquals(JsonNode.Parse(stored[0]), JsonNode.Parse("""[{"field":"subject","code":"not_held"}]""")).ShouldBeTrue(stored[0]);
        JsonNode.Parse(stored[1])!.AsArray().ShouldContain(warning => warning!.ToJsonString().Contains($$"""{"event":"{{first}}"}"""), stored[1]);
        var shown = answer.Events[0]!["warnings"]![0]!.ToJsonString(JsonSerializerOptions.Web);
        JsonNode.DeepEquals(JsonNode.Parse(shown), JsonNode.Parse("""
            {"severity":"Warning","field":"subject","code":"not_held","message":"is not recorded as held on that day: is an arrest or a conviction missing?"}
            """)).ShouldBeTrue(shown);
    }

    [Theory]
    [InlineData("""{"severity":"Warning","field":"subject","code":"not_held","message":"Somebody has shortened this."}""", "is not recorded as held on that day: is an arrest or a conviction missing?")]
    [InlineData("""{"severity":"Warning","field":"milestone","code":"out_of_order","message":"usually comes before signed, which is recorded on 2015-12-21"}""", "usually comes before signed, which is recorded on 2015-12-21")]
    [InlineData("""{"severity":"Warning","field":"by","code":"long_gone","message":"was warned about once"}""", "was warned about once")]
    public async Task A_warning_that_was_stored_as_a_sentence_is_told_by_its_code_or_as_it_was(string stored, string told)
    {
        var warning = (await ReadAsync($$"""{"warnings":[{{stored}}]}""")).ShouldHaveSingleItem();
        warning.Severity.ShouldBe(Severity.Warning);
        warning.Code.ShouldBe(JsonNode.Parse(stored)!["code"]!.GetValue<string>());
        warning.Field.ShouldBe(JsonNode.Parse(stored)!["field"]!.GetValue<string>());
        IssueMessages.Of(warning, English).ShouldBe(told);
    }

    [Fact]
    public async Task What_a_newer_version_warned_about_is_told_by_its_code() =>
        IssueMessages.Of((await ReadAsync("""{"warnings":[{"field":"by","code":"of_tomorrow","arguments":{"day":"2030"}}]}""")).ShouldHaveSingleItem(), English).ShouldBe("of_tomorrow");

    [Fact]
    public async Task What_is_read_is_what_was_stored()
    {
        ValidationIssue[] warnings =
        [
            ValidationIssue.Warn("subject", "not_held"),
            ValidationIssue.Warn("milestone", "out_of_order", ("later", Domain.Agreements.Milestone.EnteredIntoForce), ("on", EdtfDate.Parse("2015-12~"))),
            ValidationIssue.Warn("x", "some:form", ("z", 3), ("many", new[] { "b", "a" }), ("none", null)),
        ];
        var json = JsonSerializer.Serialize(new { warnings = warnings.Select(StoredWarning.Of) }, JsonSerializerOptions.Web);
        var read = await ReadAsync(json);
        read.ShouldBe(warnings);
        IssueMessages.Of(read[1], English).ShouldBe("usually comes before entered into force, which is recorded on 2015-12~");
    }

    // As the database gives it back, which keeps JSON by value.
    private async Task<IReadOnlyList<ValidationIssue>> ReadAsync(string headers)
    {
        await using var command = Tracker.Get<NpgsqlDataSource>().CreateCommand("""
            select gen_random_uuid(), 1::bigint, 1::bigint, now(), 'alma', 'arrested', '{"campaign":"c","subject":"case-1","occurred":"2013"}'::jsonb, $1::jsonb
            """);
        command.Parameters.Add(new() { Value = headers });
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return EventLog.Read(row).Warnings;
    }
}
