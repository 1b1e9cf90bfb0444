using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// The answer of an agreement in two plain sentences or little more, from the record alone: who promised what and when; what was asked; how
/// many steps it then took, with what delivered; what cannot be told, and why.
/// </summary>
/// <param name="Promise">What was promised and asked.</param>
/// <param name="Steps">What followed.</param>
/// <param name="Counts">How many judged steps of each kind, in the order in which the first of each came.</param>
public sealed record AnswerInWords(string Promise, string Steps, IReadOnlyList<CountedSteps> Counts)
{
    // A title that is no longer than this is a short name, which is told once beside a full one.
    private const int LongestShortName = 16;

    public static AnswerInWords Of(PageContext context, Agreement agreement, AgreementVerdict verdict, IStringLocalizer<PageText> text)
    {
        var judged = verdict.Gates.Where(GateWords.IsJudged).ToList();
        List<CountedSteps> counts = [.. judged.GroupBy(gate => GateWords.NameOf(gate, agreement)).Select(group => new CountedSteps(
            group.Key, group.First().Verdict, group.Count(), text.Say($"Home.Of.{group.Key}", ("count", group.Count()))))];
        return new AnswerInWords(
            Together([Promised(agreement, text), Asked(context, agreement, text)]),
            Together([Taken(agreement, judged.Count, counts, text), .. Undecided(context, verdict, text)]),
            counts);
    }

    private static string Promised(Agreement agreement, IStringLocalizer<PageText> text)
    {
        var name = FullName(agreement);
        // One that binds says more than one that is only political.
        var first = GateWords.Promises(agreement).OrderBy(promise => promise.Strength == LinkageStrength.Political)
            .ThenBy(promise => promise.Declared).FirstOrDefault();
        if (first is null) return text.Say("Home.NoPromise", ("title", name));
        var said = text.Say(first.By is null ? "Home.PromisedByItself" : "Home.Promised",
            ("year", YearOf(first.Declared)), ("by", first.By ?? ""), ("title", name));
        return GateWords.Promises(agreement).All(promise => promise.Withdrawn is not null)
            ? $"{said} {text.Say("Home.PromiseWithdrawn", ("year", YearOf(first.Withdrawn!)))}"
            : said;
    }

    private static string Asked(PageContext context, Agreement agreement, IStringLocalizer<PageText> text)
    {
        var demands = agreement.Conditions.Where(condition => condition.Requirement == Requirement.Necessary && condition.Detached is null)
            .Select(condition => context.State.History(condition.Demand)?.Opening?.Event).OfType<DemandIssued>().Distinct().ToList();
        if (demands.Count == 0) return text["Home.NoConditions"];
        var kinds = demands.Select(demand => demand.About is { } about ? context.State.Knowledge.History(about)?.Kind : null).Distinct()
            .ToList();
        var first = demands.Min(demand => demand.Occurred)!;
        var key = kinds switch
        {
            [SubjectKind.Case] => "People",
            [SubjectKind.Restriction] => "Bans",
            _ => "Demands",
        };
        return text.Say($"Home.Asked.{key}", ("year", YearOf(first)), ("count", demands.Count),
            ("by", NamedPlaces.Listed(demands.Select(demand => demand.By).Distinct(StringComparer.Ordinal))));
    }

    private static string Taken(Agreement agreement, int judged, List<CountedSteps> counts, IStringLocalizer<PageText> text) => judged == 0
        ? text.Say("Home.ThenNone", ("name", agreement.Title))
        : text.Say("Home.Then", ("name", agreement.Title), ("count", judged), ("list", NamedPlaces.Listed(counts.Select(one => one.Words))));

    private static IEnumerable<string> Undecided(PageContext context, AgreementVerdict verdict, IStringLocalizer<PageText> text)
    {
        var deciding = verdict.Gates.SelectMany(gate => gate.Deciding).Distinct()
            .Select(id => context.State.Knowledge.Fact(id)?.Event).OfType<CampaignEvent>().ToLookup(e => e is StatusContested);
        if (deciding.Contains(true)) yield return text.Say("Home.Disagree", ("names", Subjects(deciding[true])));
        else if (deciding.Contains(false)) yield return text.Say("Home.NotExact", ("names", Subjects(deciding[false])));

        string Subjects(IEnumerable<CampaignEvent> events) =>
            NamedPlaces.Listed(events.Select(e => context.State.TitleOf(e.Subject)).Distinct(StringComparer.Ordinal));
    }

    // The longest name that it goes by, with the short one that is used from there on.
    private static string FullName(Agreement agreement)
    {
        var longest = agreement.Aliases.MaxBy(alias => alias.Length);
        return agreement.Title.Length <= LongestShortName && longest?.Length > LongestShortName
            ? $"{longest} ({agreement.Title})"
            : agreement.Title;
    }

    private static string YearOf(EdtfDate date) => date.Earliest.Year == date.Latest.Year
        ? $"{date.Earliest.Year}"
        : $"{date.Earliest.Year}–{date.Latest.Year}";

    private static string Together(IEnumerable<string> sentences) => string.Join(' ', sentences);
}

/// <summary>Judged steps of which the same is said.</summary>
/// <param name="Name">What is said, by the name that the texts of pages have for it.</param>
/// <param name="Verdict">Their verdict.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">The number and what is said, in words.</param>
public sealed record CountedSteps(string Name, Verdict Verdict, int Count, string Words);
