using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Catalogue;

public class EventReaderTests
{
    [Theory]
    // unknown, missing, twice, null
    [InlineData("arrested", """{"occurred":"2012","colour":1}""", "colour", "unknown_field", "it can have")]
    [InlineData("arrested", """{"Occurred":"2012"}""", "Occurred", "unknown_field", "did you mean occurred?")]
    [InlineData("arrested", """{"occurred":"2012","type":"arrested"}""", "type", "unknown_field", "it can have")]
    [InlineData("arrested", """{}""", "occurred", "missing_field", "When it happened")]
    [InlineData("charged", """{"occurred":"2012"}""", "article", "missing_field", "The article of law")]
    [InlineData("arrested", """{"occurred":"2012","by":"KNB","by":"KNB"}""", "by", "duplicate_field", "once")]
    [InlineData("arrested", """{"occurred":null}""", "occurred", "null", "fill it in")]
    [InlineData("charged", """{"occurred":"2012","article":null}""", "article", "null", "fill it in")]
    [InlineData("arrested", """{"occurred":"2012","sources":null}""", "sources", "null", "leave it out")]
    [InlineData("arrested", """{"occurred":"2012","confidence":null}""", "confidence", "null", "leave it out")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":null}""", "manner", "null", "fill it in")]
    [InlineData("arrested", """{"occurred":"2012","subject":null}""", "subject", "null", "leave it out")]
    // of another type
    [InlineData("arrested", """{"occurred":2012}""", "occurred", "wrong_value", "as text")]
    [InlineData("arrested", """{"occurred":"last week"}""", "occurred", "wrong_value", "write the date itself")]
    [InlineData("arrested", """{"occurred":["2012"]}""", "occurred", "wrong_value", "as text")]
    [InlineData("charged", """{"occurred":"2012","article":190}""", "article", "wrong_value", "as")]
    [InlineData("charged", """{"occurred":"2012","article":{"personal":"x"}}""", "article", "wrong_value", "as")]
    [InlineData("convicted", """{"occurred":"2012","custodial":"true"}""", "custodial", "wrong_value", "without quotation marks")]
    [InlineData("dialogue_held", """{"occurred":"2012","ordinalClaimed":"4"}""", "ordinalClaimed", "wrong_value", "without quotation marks")]
    [InlineData("dialogue_held", """{"occurred":"2012","ordinalClaimed":4.5}""", "ordinalClaimed", "wrong_value", "whole number")]
    [InlineData("dialogue_held", """{"occurred":"2012","ordinalClaimed":99999999999}""", "ordinalClaimed", "wrong_value", "whole number")]
    [InlineData("dialogue_held", """{"occurred":"2012","civilSocietyPresent":1}""", "civilSocietyPresent", "wrong_value", "true nor false")]
    [InlineData("linkage_withdrawn", """{"occurred":"2012","by":"EP","linkage":"17"}""", "linkage", "wrong_value", "UUID")]
    [InlineData("demand_issued", """{"occurred":"2012","addressees":"Kazakhstan"}""", "addressees", "wrong_value", "not a list")]
    [InlineData("demand_issued", """{"occurred":"2012","addressees":["Kazakhstan",7]}""", "addressees[1]", "wrong_value", "as")]
    [InlineData("demand_issued", """{"occurred":"2012","addressees":["Kazakhstan",null]}""", "addressees[1]", "null", "leave it out")]
    [InlineData("milestone_reached", """{"occurred":"2012","milestone":"Signed","votes":[1,2,3]}""", "votes", "wrong_value", "no object")]
    [InlineData("milestone_reached", """{"occurred":"2012","milestone":"Signed","votes":{"for":1,"abstentions":2}}""", "votes.against", "missing_field", "fill it in")]
    // personal text
    [InlineData("arrested", """{"occurred":"2012","note":7}""", "note", "wrong_value", "personal")]
    [InlineData("arrested", """{"occurred":"2012","note":{}}""", "note", "wrong_value", "personal")]
    [InlineData("arrested", """{"occurred":"2012","note":{"personal":null}}""", "note", "wrong_value", "personal")]
    [InlineData("arrested", """{"occurred":"2012","note":{"personal":"a","personal":"b"}}""", "note", "wrong_value", "personal")]
    [InlineData("arrested", """{"occurred":"2012","note":{"Personal":"a"}}""", "note", "wrong_value", "personal")]
    [InlineData("case_opened", """{"occurred":"2012","name":"K","aliases":["a",{"personal":7}]}""", "aliases[1]", "wrong_value", "personal")]
    // enumerations
    [InlineData("release_achieved", """{"occurred":"2012","manner":"Escape"}""", "manner", "wrong_value", "Acquittal, CaseDropped, Pardon")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":5}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":"5"}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":"Parole, Pardon"}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":" Parole"}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":""}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("arrested", """{"occurred":"2012","sensitivity":"Secret"}""", "sensitivity", "wrong_value", "Public, Internal, Restricted")]
    // nested
    [InlineData("arrested", """{"occurred":"2012","sources":[{"citation":"RFE/RL"},{"url":7}]}""", "sources[1].url", "wrong_value", "as")]
    [InlineData("arrested", """{"occurred":"2012","sources":[{"citation":"RFE/RL","reliability":"Good"}]}""", "sources[0].reliability", "wrong_value", "UsuallyReliable")]
    [InlineData("arrested", """{"occurred":"2012","sources":[{"quote":{"personal":1}}]}""", "sources[0].quote", "wrong_value", "personal")]
    [InlineData("arrested", """{"occurred":"2012","sources":[{"Citation":"x"}]}""", "sources[0].Citation", "unknown_field", "did you mean citation?")]
    [InlineData("arrested", """{"occurred":"2012","sources":["RFE/RL"]}""", "sources[0]", "wrong_value", "no object")]
    [InlineData("arrested", """{"occurred":"2012","sources":[null]}""", "sources[0]", "null", "leave it out")]
    [InlineData("agreement_defined", """{"occurred":"2012","name":"EPCA","parties":["EU"],"bodies":[{"name":"EP","holds":["Signed","Sealed"]}]}""", "bodies[0].holds[1]", "wrong_value", "MandateGiven")]
    [InlineData("agreement_defined", """{"occurred":"2012","name":"EPCA","parties":["EU"],"bodies":[{"name":"EP","holds":[],"aliases":["a",null]}]}""", "bodies[0].aliases[1]", "null", "leave it out")]
    [InlineData("agreement_defined", """{"occurred":"2012","name":"EPCA","parties":["EU"],"bodies":[{"name":"EP"}]}""", "bodies[0].holds", "missing_field", "fill it in")]
    [InlineData("status_contested", """{"occurred":"2012","matter":"deaths","claims":[{"value":"64"}]}""", "claims[0].by", "missing_field", "fill it in")]
    // what cannot be stored
    [InlineData("charged", """{"occurred":"2012","article":"a\u0000b"}""", "article", "wrong_value", "U+0000")]
    [InlineData("charged", """{"occurred":"2012","article":"a\ud800b"}""", "article", "wrong_value", "lone surrogate")]
    [InlineData("charged", """{"occurred":"2012","article":"a","note":{"personal":"\udc00"}}""", "note", "wrong_value", "lone surrogate")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":"\ud800"}""", "manner", "wrong_value", "lone surrogate")]
    [InlineData("release_achieved", """{"occurred":"2012","manner":"parole"}""", "manner", "wrong_value", "choose one of Acquittal")]
    [InlineData("linkage_withdrawn", """{"occurred":"2012","by":"EP","linkage":"\ud800"}""", "linkage", "wrong_value", "UUID")]
    [InlineData("arrested", """{"occurred":"\ud800"}""", "occurred", "wrong_value", "lone surrogate")]
    [InlineData("arrested", """{"occurred":"2012","\ud800":1}""", "", "bad_name", "remove it")]
    [InlineData("arrested", """{"occurred":"2012","sources":[{"\ud800":1}]}""", "sources[0]", "bad_name", "remove it")]
    [InlineData("event_corrected", """{"occurred":"2012","corrects":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","reason":"x","changes":{"a\u0000":1}}""", "changes", "bad_name", "remove it")]
    [InlineData("event_corrected", """{"occurred":"2012","corrects":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","reason":"x","changes":{"\ud800":1}}""", "changes", "bad_name", "remove it")]
    [InlineData("event_corrected", """{"occurred":"2012","corrects":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","reason":"x","changes":{"a":1,"a":2}}""", "changes.a", "duplicate_field", "once")]
    [InlineData("event_corrected", """{"occurred":"2012","corrects":"0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69","reason":"x","changes":[]}""", "changes", "wrong_value", "no object")]
    public void A_field_at_fault_is_named_and_told_what_to_do(string type, string json, string field, string code, string help)
    {
        var issue = Misread(type, json).Where(issue => issue.Field == field).ToList().ShouldHaveSingleItem($"findings: {string.Join(" | ", Misread(type, json))}");
        issue.Code.ShouldBe(code);
        issue.Message().ShouldContain(help);
    }

    [Fact]
    public void Every_field_at_fault_is_named_at_once()
    {
        var issues = Misread("agreement_defined", """
            {"occurred":"soon","confidence":"Sure","sources":[{"url":1,"colour":2},{"reliability":"Good"}],"parties":[1,"EU",null],
             "bodies":[{"name":1,"holds":["Sealed","Signed","Delivered"]}],"x":1}
            """);
        issues.Select(issue => issue.Field).ShouldBe(
            ["occurred", "confidence", "sources[0].url", "sources[0].colour", "sources[1].reliability", "parties[0]", "parties[2]",
             "bodies[0].name", "bodies[0].holds[0]", "bodies[0].holds[2]", "x", "name"]);
        issues.ShouldAllBe(issue => issue.Severity == Severity.Refusal);
    }

    [Fact]
    public void No_message_speaks_of_the_program()
    {
        var wrong = new object?[] { null, 7, 1.5, "x", true, new[] { 1 }, new { a = 1 }, new object?[] { null }, new object[] { new { a = 1 } } };
        string[] ofTheProgram = ["System", "CampaignTracker", "JSON", "Path:", "Nullable", "`", ".NET"];
        foreach (var type in EventCatalogue.All)
        {
            foreach (var value in wrong)
            {
                var fields = type.Common.Concat(type.Fields).ToDictionary(field => field.Name, _ => value);
                var issues = Misread(type.Name, JsonSerializer.Serialize(fields));
                issues.ShouldNotBeEmpty();
                foreach (var issue in issues)
                {
                    issue.Field.ShouldNotBeEmpty(type.Name);
                    var message = issue.Message();
                    message.ShouldNotBeEmpty();
                    ofTheProgram.Where(message.Contains).ShouldBeEmpty(message);
                }
            }
        }
    }

    [Fact]
    public void A_text_over_its_length_is_refused()
    {
        Misread("charged", JsonSerializer.Serialize(new { occurred = "2012", article = new string('a', 2_001) })).ShouldHaveSingleItem().Message().ShouldContain("at most 2000");
        Misread("charged", JsonSerializer.Serialize(new { occurred = "2012", article = "1", note = new string('a', 20_001) })).ShouldHaveSingleItem().Message().ShouldContain("at most 20000");
        Read("charged", JsonSerializer.Serialize(new { occurred = "2012", article = new string('a', 2_000), note = new string('ä', 20_000) }));
    }

    [Fact]
    public void A_name_without_end_is_not_repeated() =>
        Misread("arrested", $$"""{"occurred":"2012","{{new string('x', 10_000)}}":1}""").ShouldHaveSingleItem().Field.Length.ShouldBe(80);

    [Theory]
    [InlineData("charged", "article")]
    [InlineData("arrested", "colour")]
    [InlineData("event_corrected", "changes")]
    public void Deep_nesting_is_refused(string type, string field)
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 40)) + "1" + new string('}', 40);
        Misread(type, $$"""{"occurred":"2012","{{field}}":{{deep}}}""").ShouldContain(issue => issue.Field.StartsWith(field));
    }

    [Fact]
    public void A_thousand_faults_are_told_by_the_first_hundred() =>
        Misread("demand_issued", JsonSerializer.Serialize(new { occurred = "2012", addressees = Enumerable.Range(0, 1_000) })).Count.ShouldBeLessThanOrEqualTo(110);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_is_no_object_is_refused(string json) => Misread("arrested", json).ShouldHaveSingleItem();

    [Fact]
    public void Personal_text_may_be_given_as_plain_text_and_is_written_as_personal()
    {
        var opened = Read("case_opened", """{"occurred":"2012","name":"Роза","aliases":["Roza",{"personal":"Rosa"}]}""").ShouldBeOfType<CaseOpened>();
        opened.Name.Value.ShouldBe("Роза");
        Encoding.UTF8.GetString(EventJson.Write(opened)).ShouldContain("""
            "name":{"personal":"Роза"},"aliases":[{"personal":"Roza"},{"personal":"Rosa"}]
            """);
    }

    [Fact]
    public void An_empty_optional_field_may_be_null()
    {
        var reached = Read("milestone_reached", """{"occurred":"2012","effective":null,"note":null,"milestone":"Signed","by":null,"votes":null}""").ShouldBeOfType<MilestoneReached>();
        (reached.Effective, reached.Note, reached.By, reached.Votes).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Letters_outside_the_basic_plane_are_text() =>
        Read("charged", """{"occurred":"2012","article":"\uD83D\uDE00"}""").ShouldBeOfType<Charged>().Article.ShouldBe("😀");

    private static CampaignEvent Read(string type, string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 100 });
        return EventReader.Read(EventCatalogue.Find(type)!, document.RootElement);
    }

    /// <summary>The issues, which are the same from bytes as from an element.</summary>
    private static IReadOnlyList<ValidationIssue> Misread(string type, string json)
    {
        var issues = Should.Throw<EventFormatException>(() => Read(type, json)).Issues;
        if (!json.Contains("{\"a\":{\"a\"", StringComparison.Ordinal))
            Should.Throw<EventFormatException>(() => EventReader.Read(EventCatalogue.Find(type)!, Encoding.UTF8.GetBytes(json))).Issues.ShouldBe(issues);
        return issues;
    }
}
