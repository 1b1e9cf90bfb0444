using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;

namespace CampaignTracker.Domain.Tests.Sample;

public class SampleTests
{
    private static readonly Dictionary<int, JsonElement> Facts = Encoding.UTF8.GetString(SampleFile.Resource("eu-kazakhstan.facts.ndjson"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .ToDictionary(fact => fact.GetProperty("n").GetInt32());

    [Fact]
    public void Every_line_reads() => EventBatchReader.ReadLines(SampleFile.Bytes).Issues.ShouldBeEmpty();

    [Fact]
    public void Every_line_writes_back_to_the_same_bytes() =>
        Encoding.UTF8.GetString([.. SampleFile.Lines.SelectMany(line => line.ToUtf8Line())]).ShouldBe(Encoding.UTF8.GetString(SampleFile.Bytes));

    [Fact]
    public void Nothing_is_refused_and_what_surprises_is_known() =>
        string.Join('\n', SampleFile.Check(SampleFile.Recorded).SelectMany(check => check.Issues.Select(issue =>
            $"{check.Event.Event.Occurred} {check.Event.Event.Subject}: {issue.Severity} {issue.Field} {issue.Message()}"))).ShouldMatchApproved();

    [Fact]
    public void Every_fact_is_carried_over()
    {
        Facts.Count.ShouldBe(72);
        SampleFile.Lines.Select(SampleFile.FactNumber).Where(n => n > 0).Distinct().Order().ShouldBe(Enumerable.Range(1, 72));
    }

    [Fact]
    public void Every_line_keeps_the_date_the_confidence_and_the_sources_of_its_fact()
    {
        foreach (var (n, lines) in SampleFile.Lines.GroupBy(SampleFile.FactNumber).Where(group => group.Key > 0).Select(group => (group.Key, group.ToList())))
        {
            var fact = Facts[n];
            lines.ShouldContain(line => line.Event.Occurred.Text == fact.GetProperty("occurred").GetString(), $"fact {n}");
            foreach (var line in lines)
            {
                Dates(fact).ShouldContain(line.Event.Occurred.Text, $"fact {n}");
                line.Event.Confidence.ToString().ShouldBe(fact.GetProperty("confidence").GetString(), $"fact {n}");
                SampleFile.ShouldCite(line.Event, fact.GetProperty("sources"), $"fact {n}");
            }
            if (fact.TryGetProperty("effective", out var effective))
                lines.Select(line => line.Event.Effective?.Text).ShouldContain(effective.GetString(), $"fact {n}");
            if (fact.TryGetProperty("published", out var published))
                lines.Select(line => line.Event.Published?.Text).ShouldContain(published.GetString(), $"fact {n}");
        }
    }

    /// <summary>What a fact says of itself, whichever field of its lines it became.</summary>
    [Fact]
    public void Every_line_keeps_what_its_fact_says()
    {
        string[] carriedOtherwise = ["n", "occurred", "subject", "kind", "what", "sources", "confidence", "contested", "effective", "published",
            "about", "addressee", "by", "demand", "milestones", "outcome", "resolution", "restates", "series", "civilSociety", "observation", "instrument", "step"];
        foreach (var group in SampleFile.Lines.GroupBy(SampleFile.FactNumber).Where(group => group.Key > 0))
        {
            var fact = Facts[group.Key];
            var told = string.Join('\n', group.Select(line => Encoding.UTF8.GetString(line.ToUtf8Line())));
            foreach (var value in fact.EnumerateObject().Where(property => !carriedOtherwise.Contains(property.Name)).SelectMany(property => Leaves(property.Value)))
                told.ShouldContain(value, Case.Sensitive, $"fact {group.Key}");
            if (fact.TryGetProperty("step", out var step))
            {
                group.SelectMany(line => line.Event.Effects()).OfType<TakesStep>().Select(taken => taken.Direction.ToString())
                    .ShouldContain(step.GetString(), $"fact {group.Key}");
            }
            if (fact.TryGetProperty("instrument", out var instrument))
                group.Select(line => line.Event).OfType<ResolutionAdopted>().Single().Kind.ToString().ToLowerInvariant()
                    .ShouldBe(instrument.GetString()!.Replace(" a ", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        }
    }

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Leaves(property.Value)),
        JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
        _ => [value.ToString()],
    };

    /// <summary>A title, a language or a quotation belongs to a document: a citation without an address stays bare.</summary>
    [Fact]
    public void Nearly_every_source_can_be_looked_up_and_no_more_is_said_of_those_that_cannot()
    {
        var sources = SampleFile.Checked.SelectMany(recorded => recorded.Event.Sources).ToList();
        (sources.Count(source => source.Url is not null) / (double)sources.Count).ShouldBeGreaterThan(0.8);
        foreach (var bare in sources.Where(source => source.Url is null))
            (bare.Title, bare.Language, bare.Quote).ShouldBe((null, null, null), bare.Citation);
        sources.Where(source => source.Url is not null).GroupBy(source => source.Url)
            .Where(same => same.Select(source => source.Title).Distinct().Count() > 1).Select(same => same.Key)
            .ShouldBeEmpty("one address, one title");
    }

    [Fact]
    public void Every_contested_count_keeps_its_claims()
    {
        foreach (var (n, fact) in Facts.Where(fact => fact.Value.TryGetProperty("contested", out _)))
        {
            var contested = SampleFile.Lines.Single(line => SampleFile.FactNumber(line) == n && line.Event is StatusContested);
            ((StatusContested)contested.Event).Claims.Select(claim => (claim.Value, claim.By))
                .ShouldBe(fact.GetProperty("contested").GetProperty("claims").EnumerateArray()
                    .Select(claim => (claim.GetProperty("value").GetString()!, claim.GetProperty("by").GetString()!)));
        }
    }

    [Fact]
    public void No_persons_name_is_in_a_short_name()
    {
        var names = SampleFile.Lines.Select(line => line.Event).OfType<CaseOpened>()
            .SelectMany(opened => (opened.Aliases ?? []).Append(opened.Name))
            .SelectMany(name => name.Value.Split(' '))
            .Select(name => name.ToLowerInvariant())
            .Distinct().ToList();
        names.ShouldContain("kozlov");
        names.ShouldContain("tuletayeva");

        foreach (var shortName in SampleFile.Lines.SelectMany(line => EventCatalogue.Of(line.Event).SubjectNames(line.Event).Append(line.Event.Subject)).Distinct())
            names.ShouldAllBe(name => !shortName.Contains(name), shortName);
    }

    [Theory]
    [InlineData("case-1", "Козлов")]
    [InlineData("case-2", "Курамшин")]
    [InlineData("case-3", "Төлетаева")]
    [InlineData("case-3", "Tuletayeva")]
    [InlineData("case-4", "Bokaev")]
    public void A_case_is_found_by_every_spelling_of_the_name(string shortName, string alias) =>
        CampaignState.Of(SampleFile.Recorded, Viewpoints.Now).History(shortName)!.Aliases.ShouldContain(alias);

    [Fact]
    public void Every_sentence_reads_well()
    {
        var state = CampaignState.Of(SampleFile.Recorded, Viewpoints.Now);
        string.Join('\n', SampleFile.Recorded.Select(recorded => $"{recorded.Event.Occurred}  {state.Sentence(recorded.Event)}")).ShouldMatchApproved();
    }

    private static IEnumerable<string?> Dates(JsonElement fact) =>
        new[] { "occurred", "effective", "published" }.Select(name => fact.TryGetProperty(name, out var date) ? date.GetString() : null);
}
