using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;

namespace CampaignTracker.Domain.Tests.Sample;

/// <summary>
/// The sample's second batch: what a check of the record against its sources corrected (rows 73 to 98) and added (rows 99 to 114), carried
/// over from neutral rows. A fact that became several events is corrected in each of them.
/// </summary>
public sealed class CheckTests
{
    private static readonly Dictionary<int, JsonElement> Rows = Encoding.UTF8.GetString(SampleFile.Resource("eu-kazakhstan.corrections.ndjson"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .ToDictionary(row => row.GetProperty("n").GetInt32());

    private static readonly Knowledge Known = Knowledge.At(SampleFile.Checked, upTo: null, Sensitivity.Restricted);

    public static TheoryData<int> Corrections { get; } = [.. Enumerable.Range(73, 26)];

    // The text of 12 December 2017 was opened with the consent of that day: what the check adds of it is a correction.
    public static TheoryData<int> Facts { get; } = [.. Enumerable.Range(99, 16).Where(row => row != 111)];

    private static IEnumerable<CampaignEvent> Of(int row) =>
        SampleFile.CheckLines.Where(line => SampleFile.FactNumber(line) == row).Select(line => line.Event);

    private static IEnumerable<(EventCorrected Correction, CampaignEvent Corrected)> Corrected(int row) =>
        Of(row).OfType<EventCorrected>().Select(correction => (correction, Known.Fact(correction.Corrects)!.Event));

    private static JsonElement Json(CampaignEvent e) => JsonSerializer.SerializeToElement(e, e.GetType(), EventJson.Options);

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(element => element.GetString()!);

    [Fact]
    public void Every_line_reads_and_writes_back_to_the_same_bytes()
    {
        EventBatchReader.ReadLines(SampleFile.CheckBytes).Issues.ShouldBeEmpty();
        Encoding.UTF8.GetString([.. SampleFile.CheckLines.SelectMany(line => line.ToUtf8Line())]).ShouldBe(Encoding.UTF8.GetString(SampleFile.CheckBytes));
    }

    [Fact]
    public void Every_row_is_carried_over_and_no_id_is_taken_twice()
    {
        Rows.Count.ShouldBe(42);
        SampleFile.CheckLines.Select(SampleFile.FactNumber).Distinct().Order().ShouldBe(Rows.Keys.Order());
        SampleFile.Checked.Select(recorded => recorded.Id).ShouldBeUnique();
    }

    [Fact]
    public void Nothing_is_refused_and_what_surprises_is_known() =>
        string.Join('\n', SampleFile.Check(SampleFile.Checked).Skip(SampleFile.Recorded.Count).SelectMany(check => check.Issues.Select(issue =>
            $"{SampleFile.FactNumber(check.Event.Id)} {check.Event.Event.Occurred} {check.Event.Event.Subject}: {issue.Severity} {issue.Field} {issue.Message()}"))).ShouldMatchApproved();

    [Fact]
    public void Corrections_are_stored_as_the_log_keeps_them()
    {
        foreach (var correction in SampleFile.CheckLines.Select(line => line.Event).OfType<EventCorrected>())
        {
            var stored = Domain.Catalogue.Corrections.InStoredForm(correction, id => SampleFile.Recorded.Single(recorded => recorded.Id == id).Event);
            JsonSerializer.Serialize(stored.Changes, EventJson.Options).ShouldBe(JsonSerializer.Serialize(correction.Changes, EventJson.Options));
        }
    }

    [Theory, MemberData(nameof(Corrections))]
    public void A_correction_says_why_from_which_sources_and_changes_the_events_of_its_fact(int row)
    {
        Corrected(row).ShouldNotBeEmpty();
        foreach (var (correction, corrected) in Corrected(row))
        {
            correction.Reason.Value.ShouldBe(Rows[row].GetProperty("reason").GetString());
            correction.Occurred.Text.ShouldBe(Rows[row].GetProperty("occurred").GetString());
            correction.Confidence.ToString().ShouldBe(Rows[row].GetProperty("confidence").GetString());
            SampleFile.ShouldCite(correction, Rows[row].GetProperty("sources"));
            SampleFile.FactNumber(correction.Corrects).ShouldBe(Rows[row].GetProperty("target").GetInt32());
            corrected.Subject.ShouldBe(correction.Subject);
        }
    }

    [Theory, MemberData(nameof(Corrections))]
    public void What_a_correction_changes_is_so_in_every_event_of_its_fact_that_has_it(int row)
    {
        var changes = Rows[row].GetProperty("changes");
        foreach (var (_, corrected) in Corrected(row))
        {
            if (changes.TryGetProperty("occurred", out var occurred)) corrected.Occurred.Text.ShouldBe(occurred.GetString());
            if (changes.TryGetProperty("confidence", out var confidence)) corrected.Confidence.ToString().ShouldBe(confidence.GetString());
            if (changes.TryGetProperty("sources", out var sources)) SampleFile.ShouldCite(corrected, sources);
        }
        var told = Corrected(row).Select(pair => Json(pair.Corrected)).ToList();
        foreach (var field in (string[])["published", "manner", "ruleAsCited", "operativeVerb"])
        {
            if (changes.TryGetProperty(field, out var value)) told.Single().GetProperty(field).GetString().ShouldBe(value.GetString(), field);
        }
        if (changes.TryGetProperty("votes", out var votes)) told.Single().GetProperty("votes").GetRawText().ShouldBe(votes.GetRawText().Replace(" ", "", StringComparison.Ordinal));
        if (changes.TryGetProperty("identifiers", out var identifiers))
            told.Single().GetProperty("identifiers").EnumerateArray().Select(identifier => identifier.GetProperty("value").GetString()).ShouldBe(Texts(identifiers));
        if (changes.TryGetProperty("instrument", out _))
            Corrected(row).Select(pair => pair.Corrected).OfType<ResolutionAdopted>().Single().Kind.ShouldBe(ResolutionKind.UrgencyResolution);
        if (changes.TryGetProperty("contested", out var contested))
            Corrected(row).Select(pair => pair.Corrected).OfType<StatusContested>().Single().Claims.Select(claim => (claim.Value, claim.By))
                .ShouldBe(contested.GetProperty("claims").EnumerateArray().Select(claim => (claim.GetProperty("value").GetString()!, claim.GetProperty("by").GetString()!)));
    }

    [Theory, MemberData(nameof(Facts))]
    public void An_added_fact_keeps_the_date_the_confidence_and_the_sources_of_its_row(int row)
    {
        var fact = Of(row).ShouldHaveSingleItem();
        EventCatalogue.Of(fact).Name.Replace("_", "", StringComparison.Ordinal).ShouldBe(Rows[row].GetProperty("kind").GetString(), StringCompareShould.IgnoreCase);
        fact.Occurred.Text.ShouldBe(Rows[row].GetProperty("occurred").GetString());
        fact.Confidence.ToString().ShouldBe(Rows[row].GetProperty("confidence").GetString());
        SampleFile.ShouldCite(fact, Rows[row].GetProperty("sources"));
        if (Rows[row].TryGetProperty("published", out var published)) fact.Published!.Text.ShouldBe(published.GetString());
        if (Rows[row].TryGetProperty("step", out var step))
            fact.Effects().OfType<TakesStep>().Select(taken => taken.Direction.ToString()).ShouldBe([step.GetString()!]);
        var told = Json(fact);
        foreach (var field in (string[])["milestone", "ordinalClaimed", "granted"])
            if (Rows[row].TryGetProperty(field, out var value)) told.GetProperty(field).GetRawText().ShouldBe(value.GetRawText(), field);
    }

    [Fact]
    public void The_text_that_accompanies_the_consent_gets_its_number_its_procedure_and_its_report()
    {
        var text = Corrected(111).Single().Corrected.ShouldBeOfType<ResolutionAdopted>();
        text.Identifiers!.Select(identifier => identifier.Value).ShouldBe(Texts(Rows[111].GetProperty("identifiers")));
        SampleFile.ShouldCite(text, Rows[111].GetProperty("sources"));
        text.Kind.ShouldBe(ResolutionKind.AccompanyingResolution);
    }

    [Fact]
    public void Every_sentence_reads_well()
    {
        var state = CampaignState.Of(SampleFile.Checked, Viewpoints.Now);
        string.Join('\n', SampleFile.CheckLines.Select(line => line.Event is EventCorrected correction
            ? $"{correction.Occurred}  {state.Sentence(correction)}\n            {Known.Fact(correction.Corrects)!.Event.Occurred}  {state.Sentence(Known.Fact(correction.Corrects)!.Event)}"
            : $"{line.Event.Occurred}  {state.Sentence(line.Event)}")).ShouldMatchApproved();
    }
}
