using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Tests.Components;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Every value that a page shows has its words in the resource file.</summary>
public sealed partial class PageTextTests
{
    public static TheoryData<string> Names =>
    [
        .. Enum.GetNames<Verdict>().SelectMany(name => new[] { $"Verdict.{name}", $"Verdict.{name}.Means" }),
        .. Enum.GetNames<Word>().SelectMany(name => new[] { $"Word.{name}", $"Word.{name}.Means" }),
        .. Enum.GetNames<AnnotationKind>().SelectMany(name => new[] { $"Annotation.{name}", $"Annotation.{name}.Means" }),
        .. Enum.GetNames<LineMarkKind>().Select(name => $"Mark.{name}"),
        .. Enum.GetNames<Custody>().Select(name => $"Status.Custody.{name}"),
        .. Enum.GetNames<RestrictionState>().Select(name => $"Status.RestrictionState.{name}"),
        .. Enum.GetNames<Fulfilment>().Select(name => $"Status.Fulfilment.{name}"),
        .. Enum.GetNames<Rank>().SelectMany(name => new[] { $"Status.Rank.{name}", $"Demands.{name}", $"Demands.{name}.Title" }),
        .. Enum.GetNames<Held>().SelectMany(name => new[] { $"Cases.{name}", $"Cases.{name}.Title" }),
        .. Enum.GetNames<ContestState>().Select(name => $"Contested.{name}"),
        .. Enum.GetNames<TouchedStatus>().Select(name => $"Contested.Touches.{name}"),
        .. Enum.GetNames<ExpectationOutcome>().Select(name => $"Dialogues.{name}"),
        .. Enum.GetNames<ExpectedKind>().Select(name => $"Expected.{name}"),
        .. Enum.GetNames<DueState>().SelectMany(name => new[] { $"Due.{name}", $"Due.{name}.Title" }),
        .. Enum.GetNames<StatusKind>().Select(name => $"Question.{name}"),
        .. Enum.GetNames<CauseKind>().SelectMany(name => new[] { $"Cause.{name}", $"Cause.{name}.Undone" }),
        .. Enum.GetNames<Role>().Select(name => $"Role.{name}"),
        .. Enum.GetNames<ContestState>().Select(name => $"Says.Contested.{name}"),
        .. Enum.GetNames<DemandEnd>().Select(name => $"Says.Closed.{name}"),
        .. Enum.GetNames<GateReason>().Select(name => $"Agreements.{name}"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_has_its_words(string name) => Texts.English[name].ResourceNotFound.ShouldBeFalse();

    [Fact]
    public void Every_status_has_a_shape_and_a_rank()
    {
        foreach (var status in Enum.GetValues<Custody>().Cast<Enum>().Concat(Enum.GetValues<RestrictionState>().Cast<Enum>()).Concat(Enum.GetValues<Fulfilment>().Cast<Enum>()))
            Enum.IsDefined(StatusWords.RankOf(status)).ShouldBeTrue();
    }

    [Fact]
    public void Every_text_that_the_code_names_is_there() =>
        Sources().SelectMany(source => Named().Matches(source).Select(match => match.Groups[1].Value)).Distinct()
            .Where(name => Texts.English[name].ResourceNotFound).ShouldBeEmpty();

    [Fact]
    public void Every_text_that_is_there_is_named()
    {
        var all = string.Join('\n', Sources());
        var prefixes = Begun().Matches(all).Select(match => match.Groups[1].Value).Distinct().ToList();
        Texts.English.GetAllStrings(includeParentCultures: true).Select(text => text.Name)
            .Where(name => !all.Contains($"\"{name}\"", StringComparison.Ordinal) && !prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_page_says_anything_that_is_not_a_text() =>
        Sources(".razor").SelectMany(source => Said().Matches(Comment().Replace(source.Split("@code")[0], "")).Select(match => match.Groups[1].Value.Trim()))
            .Where(said => said != "CampaignTracker").ShouldBeEmpty();

    private static IEnumerable<string> Sources(params string[] kinds) =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "../../../../src/CampaignTracker.Web")), "*", SearchOption.AllDirectories)
            .Where(file => (kinds is [] ? [".cs", ".razor"] : kinds).Contains(Path.GetExtension(file)) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    private static string Here([CallerFilePath] string here = "") => here;

    // T["Nav.home"]
    [GeneratedRegex("\\b(?:T|text|words)\\[\\s*\"([^\"]+)\"")]
    private static partial Regex Named();

    // $"Nav.{section}"
    [GeneratedRegex("\\$\"([A-Z]\\w*\\.(?:\\w+\\.)*\\w*)\\{")]
    private static partial Regex Begun();

    [GeneratedRegex("@\\*.*?\\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // Letters between tags.
    [GeneratedRegex(">([^<>@{}()=;]*[A-Za-z]{3,}[^<>@{}()=;]*)<")]
    private static partial Regex Said();
}
