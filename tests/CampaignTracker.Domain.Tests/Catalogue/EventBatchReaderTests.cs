using System.Text;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Catalogue;

public class EventBatchReaderTests
{
    private const string Good = """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012-01-23"}""";
    private const string Bad = """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012-13"}""";

    [Fact]
    public void One_event_may_be_sent_alone()
    {
        Json(Good).Lines.Count.ShouldBe(1);
        Json(Bad).Issues.ShouldHaveSingleItem().Field.ShouldBe("occurred");
    }

    [Fact]
    public void A_list_names_the_event_at_fault_and_gives_no_lines()
    {
        var batch = Json($"[{Good},{Bad},{Good},[],{Bad}]");
        batch.Lines.ShouldBeEmpty();
        batch.Issues.Select(issue => issue.Field).ShouldBe(["events[1].occurred", "events[3]", "events[4].occurred"]);
    }

    [Fact]
    public void A_list_keeps_its_order() =>
        Json($"[{Good},{Good.Replace("case-1", "case-2")}]").Lines.Select(line => line.Event.Subject).ShouldBe(["case-1", "case-2"]);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("[]", "no_event")]
    [InlineData("7", "no_event")]
    [InlineData("null", "no_event")]
    [InlineData("\"event\"", "no_event")]
    [InlineData("{", "malformed")]
    [InlineData("{}{}", "malformed")]
    [InlineData("/* note */ {}", "malformed")]
    public void A_body_without_events_is_explained(string body, string code) => Json(body).Issues.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_thousand_events_go_into_one_list_and_no_more()
    {
        Json($"[{string.Join(',', Enumerable.Repeat(Good, 1_000))}]").Lines.Count.ShouldBe(1_000);
        Json($"[{string.Join(',', Enumerable.Repeat(Good, 1_001))}]").Issues.ShouldHaveSingleItem().Code.ShouldBe("too_many");
    }

    [Fact]
    public void Of_many_faults_a_hundred_are_told_and_the_others_counted()
    {
        var issues = Json($"[{string.Join(',', Enumerable.Repeat(Bad, 900))}]").Issues;
        issues.Count.ShouldBe(101);
        issues[99].Field.ShouldBe("events[99].occurred");
        issues[100].Message().ShouldBe("and 800 more: mend these first");
        Lines(string.Join('\n', Enumerable.Repeat(Bad, 900))).Issues.Count.ShouldBe(101);
    }

    /// <summary>Bodies of some megabytes, each made to cost as much as it can.</summary>
    public static TheoryData<string, string, string> Hostile => new()
    {
        { """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012","sources":[""", "{},", "{}]}" },
        { """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012","sources":[""", "7,", "7]}" },
        { """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012","sources":[""", "\"\\u0000\",", "7]}" },
        { """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012","zzz":[""", "[[],[],[],[],[],[],[],[],[],[]],", "7]}" },
        { """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012",""", "\"z\":1,", "\"z\":1}" },
        { """{"type":"event_corrected","campaign":"c","subject":"case-1","occurred":"2012","reason":"x","changes":{""", "\"z\":1,", "\"z\":1}}" },
        { "[", """{"type":"arrested","campaign":"c","subject":"case-1","occurred":"2012-13","zzz":1,"yyy":2,"xxx":3,"sources":[7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7]},""", "7]" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_is_made_of_a_hostile_body_is_little_more_than_the_body(string start, string part, string end)
    {
        var body = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(part, Math.Min(4_000_000 / part.Length, part.Length > 100 ? 999 : int.MaxValue))) + end);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var issues = EventBatchReader.ReadJson(body).Issues;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((2 * body.Length) + 20_000_000);
        issues.Count.ShouldBeInRange(1, 101);
    }

    [Fact]
    public void Malformed_json_is_located_by_line_and_column()
    {
        Json("{\"a\":\n  \"Төлетаева\" x}").Issues.ShouldHaveSingleItem().Message().ShouldStartWith("is not JSON at line 2, column 15: ");
        Json("{x}").Issues.ShouldHaveSingleItem().Message().ShouldStartWith("is not JSON at column 2: ");
    }

    [Theory]
    [InlineData("{\"a\":tellme,\"b\":\"Kozlov\"}")]
    [InlineData("{\"a\":nobody,\"b\":\"Kozlov\"}")]
    [InlineData("{\"a\":from 'Kozlov' is an invalid JSON literal, Kozlov}")]
    [InlineData("{\"a\":name Kozlov LineNumber: 7}")]
    public void What_follows_a_malformed_value_is_not_said_back(string body) =>
        Json(body).Issues.ShouldHaveSingleItem().Message()
            .ShouldMatch("^is not JSON at column 7: what stands there is an invalid JSON literal. Expected the literal '(true|false|null)'.$");

    [Theory]
    [InlineData(16, "missing_type")]
    [InlineData(17, "too_deep")]
    [InlineData(100_000, "too_deep")]
    public void Deep_nesting_is_refused(int depth, string code) =>
        Json("{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}").Issues.ShouldContain(issue => issue.Code == code);

    [Fact]
    public void Lines_are_numbered_and_blank_ones_skipped()
    {
        var batch = Lines($"{Good}\n\n   \n{Bad}\r\n{Good}\n[]\n{{\"type\n");
        batch.Lines.ShouldBeEmpty();
        batch.Issues.Select(issue => issue.Field).ShouldBe(["line 4: occurred", "line 6", "line 7"]);
    }

    [Fact]
    public void Lines_may_end_in_any_way_and_begin_with_a_byte_order_mark() =>
        Lines($"\uFEFF{Good}\r\n\r\n{Good}").Lines.Count.ShouldBe(2);

    [Fact]
    public void A_file_without_events_is_refused() => Lines("\n \n").Issues.ShouldHaveSingleItem().Code.ShouldBe("no_event");

    [Fact]
    public void A_file_may_hold_more_than_a_thousand_lines() =>
        Lines(string.Concat(Enumerable.Repeat(Good + "\n", 1_500))).Lines.Count.ShouldBe(1_500);

    [Fact]
    public void A_body_that_is_not_utf8_is_refused()
    {
        byte[] latin1 = [.. "{\"type\":\"K"u8, 0xF6, .. "ln\"}"u8];
        EventBatchReader.ReadJson(latin1).Issues.ShouldHaveSingleItem().Code.ShouldBe("not_utf8");
        EventBatchReader.ReadLines(latin1).Issues.ShouldHaveSingleItem().Code.ShouldBe("not_utf8");
    }

    [Fact]
    public void Broken_input_is_answered_and_never_thrown() =>
        Gen.Select(Gen.Int[0, Exported.Length - 1], Gen.Int[0, Exported.Length - 1], Gen.OneOf<string>("", "\"", "}", "\\ud800", "\\u0000", "null", "[", "{", ",", ":", "é"))
            .Sample((from, to, patch) =>
            {
                var broken = Encoding.UTF8.GetBytes(Exported[..Math.Min(from, to)] + patch + Exported[Math.Max(from, to)..]);
                foreach (var batch in new[] { EventBatchReader.ReadJson(broken), EventBatchReader.ReadLines(broken) })
                    (batch.Lines.Count == 0).ShouldBe(batch.Issues.Count > 0);
            });

    private const string Exported =
        """{"type":"event_corrected","id":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","campaign":"c","subject":"case-1","occurred":"2014-11~","sources":[{"citation":"a","quote":{"personal":"b"}}],"corrects":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","changes":{"note":{"personal":"x"}},"reason":"y","recorded":{"at":"2026-11-23T19:55:00.123456Z","by":"name","line":3}}""";

    private static EventBatch Json(string body) => EventBatchReader.ReadJson(Encoding.UTF8.GetBytes(body));

    private static EventBatch Lines(string body) => EventBatchReader.ReadLines(Encoding.UTF8.GetBytes(body));
}
