using System.Text;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Catalogue;

public class EventLineTests
{
    private const string Released =
        """{"type":"release_achieved","id":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","campaign":"eu-kazakhstan","subject":"case-1","occurred":"2016-08-19","sources":[{"citation":"RFE/RL"}],"manner":"Parole"}""";

    private const string Exported =
        """{"type":"case_opened","id":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","campaign":"c","subject":"case-1","occurred":"2014-11~","sensitivity":"Restricted","note":{"personal":"Төлетаева \uD83D\uDE00 \"x\" <b>"},"name":{"personal":"Роза"},"recorded":{"at":"2026-11-23T19:55:00.123456Z","by":"name","line":3}}""";

    [Fact]
    public void A_line_is_read()
    {
        var line = Read(Released);
        line.Id.ShouldBe(Guid.Parse("0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69"));
        var released = line.Event.ShouldBeOfType<ReleaseAchieved>();
        released.Campaign.ShouldBe("eu-kazakhstan");
        released.Subject.ShouldBe("case-1");
        released.Occurred.Text.ShouldBe("2016-08-19");
        released.Manner.ShouldBe(ReleaseManner.Parole);
        line.Recorded.ShouldBeNull();
    }

    [Theory]
    [InlineData(Released)]
    [InlineData(Exported)]
    public void A_line_is_written_as_the_bytes_it_was_read_from(string json) =>
        Encoding.UTF8.GetString(Read(json).ToUtf8Line()).ShouldBe(json + "\n");

    [Fact]
    public void What_is_written_is_compact_in_a_fixed_order_and_ends_in_a_line_feed() =>
        Encoding.UTF8.GetString(Read(
            """{ "manner": "Parole", "sources": [ { "citation": "RFE/RL" } ], "confidence": "Confirmed", "subject": "case-1", "occurred": "2016-08-19", "campaign": "eu-kazakhstan", "note": null, "id": "0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69", "type": "release_achieved" }""")
            .ToUtf8Line()).ShouldBe(Released + "\n");

    [Fact]
    public void The_recorded_mark_comes_back_to_the_microsecond() =>
        Read(Exported).Recorded.ShouldBe(new RecordedMark(DateTimeOffset.Parse("2026-11-23T19:55:00.123456Z", null), "name", 3));

    [Fact]
    public void The_campaign_of_the_address_may_be_left_out()
    {
        var line = Read(Released.Replace("\"campaign\":\"eu-kazakhstan\",", ""), "eu-kazakhstan");
        line.Event.Campaign.ShouldBe("eu-kazakhstan");
        line.Event.Subject.ShouldBe("case-1");
    }

    [Fact]
    public void An_event_of_the_campaign_itself_has_the_campaign_as_its_subject()
    {
        var line = Read("""{"type":"context_recorded","occurred":"2011-12-16","text":"Police fire on strikers"}""", "eu-kazakhstan");
        line.Event.ShouldBeOfType<ContextRecorded>().Subject.ShouldBe("eu-kazakhstan");
        line.Id.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"type":"release_achieved"}""", "campaign", "missing_campaign")]
    [InlineData("""{"type":"release_achieved"}""", "subject", "missing_subject")]
    [InlineData("""{"type":"release_achieved"}""", "manner", "missing_field")]
    [InlineData("""{"type":"release_achieved"}""", "occurred", "missing_field")]
    [InlineData("""{"occurred":"2016"}""", "type", "missing_type")]
    [InlineData("""{"type":null}""", "type", "wrong_value")]
    [InlineData("""{"type":"x","type":"y"}""", "type", "duplicate_field")]
    [InlineData("""{"id":"x"}""", "id", "bad_id")]
    [InlineData("""{"id":7}""", "id", "bad_id")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000"}""", "id", "bad_id")]
    [InlineData("""{"id":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","id":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69"}""", "id", "duplicate_field")]
    [InlineData("""{"recorded":null}""", "recorded", "null")]
    [InlineData("""{"recorded":{"at":"2026","by":"a","position":0}}""", "recorded.at", "wrong_value")]
    [InlineData("""{"recorded":{"at":"2026-11-23T19:55:00Z","by":"a","position":-1}}""", "recorded.position", "wrong_value")]
    [InlineData("""{"type":"arrested","subject":"a","subject":"b"}""", "subject", "duplicate_field")]
    [InlineData("""{"type":"arrested","subject":null}""", "subject", "null")]
    [InlineData("""{"type":"arrested","campaign":{"type":"x"}}""", "campaign", "wrong_value")]
    [InlineData("""{"type":"arrested","colour":1}""", "colour", "unknown_field")]
    [InlineData("""{"type":"arrested","by":"a\u0000"}""", "by", "wrong_value")]
    [InlineData("""{"type":"arrested","sources":[{"citation":"a"},{"citation":"\ud800"}]}""", "sources[1].citation", "wrong_value")]
    [InlineData("""{"type":"arrested","sources":[{"\udc00":"a"}]}""", "sources[0]", "bad_name")]
    [InlineData("""{"type":"arrested","\ud800":"a"}""", "", "bad_name")]
    [InlineData("""{"type":"event_corrected","changes":{"note":{"personal":["a","\u0000"]}}}""", "changes.note.personal[1]", "wrong_value")]
    [InlineData("""{"type":"event_corrected","changes":{"a\u0000":1}}""", "changes", "bad_name")]
    [InlineData("""{"type":"\ud800"}""", "type", "wrong_value")]
    [InlineData("""{"id":"\ud800"}""", "id", "bad_id")]
    [InlineData("""{"recorded":{"at":"2026-11-23T19:55:00Z","by":"\ud800","position":0}}""", "recorded.by", "wrong_value")]
    [InlineData("[]", "", "no_object")]
    [InlineData("null", "", "no_object")]
    [InlineData("""{"type":"arrested" """, "", "malformed")]
    [InlineData("""{"a":1,}""", "", "malformed")]
    public void Each_fault_is_named_with_its_field(string json, string field, string code) =>
        Issues(json).ShouldContain(issue => issue.Field == field && issue.Code == code, json);

    [Fact]
    public void All_faults_are_named_at_once() =>
        Issues("""{"type":"release_achieved","id":"x","campaign":"other","occurred":"2016-13","manner":"Escape","recorded":1}""", "eu-kazakhstan")
            .Select(issue => issue.Field).ShouldBe(["id", "recorded", "campaign", "subject", "occurred", "manner"], ignoreOrder: true);

    [Fact]
    public void A_fault_in_a_text_is_named_once() =>
        Issues("""{"type":"arrested","campaign":"c","subject":"a","occurred":"2016","by":"\u0000"}""").Count.ShouldBe(1);

    [Theory]
    [InlineData("\"sources\":[", "{},", "{}]", "sources")]
    [InlineData("\"sources\":[{\"citation\":\"x\"},{\"a\":{\"b\":[7,[", "7,", "7]]}}]", "sources[1].a.b[1]")]
    [InlineData("\"changes\":{\"sources\":[", "{},", "{}]}", "changes.sources")]
    [InlineData("\"changes\":{", "\"a\":1,", "\"a\":1}", "changes")]
    [InlineData("\"a\":1", ",\"a\":1", "", "")]
    public void More_entries_than_an_event_can_have_are_counted_and_not_read(string start, string entry, string end, string field)
    {
        var issue = Issues($$"""{"type":"arrested","campaign":"c",{{start}}{{string.Concat(Enumerable.Repeat(entry, 1_500))}}{{end}}}""").ShouldHaveSingleItem();
        (issue.Field, issue.Code, issue.Form).ShouldBe((field, "too_many", "entries"));
        issue.Message().ShouldBe($"has {(field.Length == 0 ? 1_503 : 1_501)} entries: at most 1000 are kept");
    }

    [Fact]
    public void More_values_than_an_event_can_have_are_not_read() =>
        Issues($$"""{"type":"arrested","campaign":"c","zzz":[{{string.Join(',', Enumerable.Repeat($"[{string.Join(',', Enumerable.Repeat("7", 1_000))}]", 50))}}]}""")
            .ShouldHaveSingleItem().Form.ShouldBe("values");

    [Theory]
    [InlineData("ReleaseAchieved", "release_achieved")]
    [InlineData("release-acheived", "release_achieved")]
    [InlineData("arest", "arrested")]
    public void An_unknown_type_is_answered_with_the_nearest(string typed, string meant) =>
        Issues($$"""{"type":"{{typed}}"}""").ShouldContain(issue => issue.Code == "unknown_type" && issue.Message().Contains($"did you mean {meant}"));

    [Fact]
    public void Another_campaign_than_the_address_names_is_refused() =>
        Issues(Released, "eu-georgia").ShouldHaveSingleItem().Code.ShouldBe("other_campaign");

    [Fact]
    public void A_text_that_is_not_utf8_is_refused() =>
        Should.Throw<EventFormatException>(() => EventLine.Read([.. "{\"type\":\""u8, 0xC3, .. "\"}"u8])).Issues.ShouldHaveSingleItem().Code.ShouldBe("not_utf8");

    private static EventLine Read(string json, string? campaign = null) => EventLine.Read(Encoding.UTF8.GetBytes(json), campaign);

    private static IReadOnlyList<ValidationIssue> Issues(string json, string? campaign = null) =>
        Should.Throw<EventFormatException>(() => Read(json, campaign)).Issues;
}
