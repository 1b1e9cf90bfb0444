using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>A codebook says how its rule set judges: all that the code can answer, and nothing else.</summary>
public sealed partial class CodebookTests
{
    private static readonly JsonSerializerOptions Readable =
        new(ViewJson.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<int> Versions { get; } = [.. RuleSetList.BuiltIn.All.Select(rules => rules.Version)];

    public static TheoryData<int, BenefitKind> Benefits { get; } =
        [.. RuleSetList.BuiltIn.All.SelectMany(_ => Enum.GetValues<BenefitKind>(), (rules, kind) => (rules.Version, kind))];

    private static IRuleSet Rules(int version) => RuleSetList.BuiltIn.All.Single(rules => rules.Version == version);

    private static Codebook Of(int version) => Rules(version).Codebook(EventTexts.In(Languages.OfTheApi));

    // What a rule set can answer stands in its own files; the words of version 1 in what verdicts say together.
    private static IEnumerable<T> Said<T>(int version) where T : struct, Enum =>
        Directory.GetFiles(Path.Combine(Folder(), "RuleSets", $"V{version}"), "*.cs").Where(file => !Path.GetFileName(file).StartsWith("CodebookOf", StringComparison.Ordinal))
            .Concat(version == 1 ? [Path.Combine(Folder(), "Verdicts.cs")] : [])
            .SelectMany(file => Value().Matches(File.ReadAllText(file)).Where(found => found.Groups[1].Value == typeof(T).Name).Select(found => found.Groups[2].Value))
            .Where(name => Enum.TryParse<T>(name, out _)).Select(Enum.Parse<T>).Distinct();

    [Theory, MemberData(nameof(Versions))]
    public void Every_verdict_that_it_gives_has_an_entry_and_no_other_has(int version) =>
        Of(version).Verdicts.Select(entry => entry.Verdict).ShouldBe(Said<Verdict>(version), ignoreOrder: true);

    [Theory, MemberData(nameof(Versions))]
    public void Every_annotation_that_it_gives_has_an_entry_and_no_other_has(int version) =>
        Of(version).Annotations.Select(entry => entry.Annotation).ShouldBe(Said<AnnotationKind>(version), ignoreOrder: true);

    // Where the gates leave several words open, that is a word too.
    [Theory, MemberData(nameof(Versions))]
    public void Every_word_that_it_gives_has_an_entry_and_no_other_has(int version) =>
        Of(version).Words.Select(entry => entry.Word).ShouldBe(Said<Word>(version).Append(Word.Indeterminate), ignoreOrder: true);

    [Theory, MemberData(nameof(Benefits))]
    public void Every_milestone_of_every_benefit_has_an_entry_that_says_what_the_rule_set_does_with_it(int version, BenefitKind kind)
    {
        var steps = Of(version).Steps.Single(steps => steps.Kinds.Contains(kind)).Milestones;
        steps.Select(step => step.Milestone).ShouldBe(Enum.GetValues<Milestone>());
        foreach (var step in steps)
        {
            Does(version, kind, new MilestoneReached(step.Milestone) { Occurred = Given.On("2014-10-09") }).ShouldBe(step.Reached, $"{step.Milestone}");
            Does(version, kind, new MilestonePostponed(step.Milestone) { Occurred = Given.On("2014-10-09") }).ShouldBe(step.Postponed, $"{step.Milestone}, put off");
        }
    }

    private static GateDirection Does(int version, BenefitKind kind, CampaignEvent step)
    {
        var log = new Given().Event(Deal.Name, new AgreementDefined("Deal", ["EU", "KZ"], [new GateHolder("Council", [])], Kind: kind) { Occurred = Given.On("2011") }).Event(Deal.Name, step).Log;
        var state = CampaignState.Of(log, Viewpoints.Now);
        var agreement = state.History(Deal.Name)!;
        var gates = Rules(version).Judge(state, agreement, Memo.None);
        (Rules(version).ReasonOf(state, agreement, log[^1].Event) == GateReason.Judged).ShouldBe(gates.Count == 1);
        return gates.Count == 0 ? GateDirection.None : gates.Single().HoldsBack ? GateDirection.HoldsBack : GateDirection.Advances;
    }

    [Theory, MemberData(nameof(Versions))]
    public void Everything_that_a_demand_can_be_measured_by_has_its_statuses(int version)
    {
        Of(version).Measures.Select(entry => entry.Measure).ShouldBe(Enum.GetValues<Measure>());
        Of(version).Measures.ShouldAllBe(entry => entry.Statuses.Count > 3);
        Of(version).Measures.SelectMany(entry => entry.Statuses).SelectMany(status => status.Manners).ShouldBe(Enum.GetValues<ReleaseManner>(), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Nothing_is_left_unsaid(int version)
    {
        using var book = JsonDocument.Parse(JsonSerializer.Serialize(Of(version), ViewJson.Options));
        Texts(book.RootElement).ShouldAllBe(text => text.Length > 0 && !text.Contains('{') && !text.Contains('['));
        Of(version).Differences.Count.ShouldBe(version == 1 ? 0 : 8);
    }

    [Fact]
    public void Every_text_of_codebooks_is_in_one()
    {
        var told = Versions.SelectMany(row => Texts(JsonSerializer.SerializeToElement(Of(row.Data), ViewJson.Options))).ToHashSet();
        var texts = EventTexts.Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .Where(text => ((string)text.Key).StartsWith("codebook.", StringComparison.Ordinal)).ToList();
        texts.Count.ShouldBeGreaterThan(100);
        texts.Where(text => !told.Any(one => Place().Split((string)text.Value!).All(part => one.Contains(part, StringComparison.Ordinal))))
            .Select(text => text.Key).ShouldBeEmpty("nobody asks for these texts");
    }

    [Theory, MemberData(nameof(Versions))]
    public void It_reads_well(int version) =>
        JsonSerializer.Serialize(Of(version), Readable).ShouldMatchApproved(options => options.WithFileExtension("json").WithDiscriminator($"{version}").NoDiff());

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CampaignTracker.Domain/Conditionality");

    [GeneratedRegex(@"\b(Verdict|AnnotationKind|Word)\.(\w+)")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
