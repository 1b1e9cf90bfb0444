using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// What the picture of an agreement shows, before anything has a place: its steps, each with what had been delivered by then, and its
/// conditions over time.
/// </summary>
/// <param name="Agreement">What the agreement is called.</param>
/// <param name="Finding">The finding in one line: the title.</param>
/// <param name="Before">Steps before the promise.</param>
/// <param name="Flags">The promise and the first demand, where they came before the first step, in order.</param>
/// <param name="Steps">The steps that stand in columns, in order.</param>
/// <param name="Lines">The conditions over time.</param>
/// <param name="Day">The day up to which the world counts.</param>
/// <param name="Words">The texts around it.</param>
public sealed record PictureContent(
    string Agreement,
    string Finding,
    IReadOnlyList<PictureStep> Before,
    IReadOnlyList<PictureFlag> Flags,
    IReadOnlyList<PictureStep> Steps,
    IReadOnlyList<PictureLine> Lines,
    DateOnly Day,
    PictureWords Words)
{
    /// <summary>
    /// From so many steps, or so many conditions, a picture is drawn with less: one row for conditions of one history, one word for
    /// steps of one verdict in a row, a sign only where something changed.
    /// </summary>
    public const int LargeSteps = 10, LargeLines = 7;

    /// <summary>
    /// The picture whose places this one takes, so that nothing jumps while a replay goes on; itself where there is none.
    /// </summary>
    public PictureContent Room { get => field ?? this; private init; }

    /// <summary>True for a picture that is drawn with less.</summary>
    public bool IsLarge => Room.Steps.Count >= LargeSteps || Room.Lines.Count >= LargeLines;

    /// <summary>The picture of an agreement, from its verdicts and the state that they were given of.</summary>
    /// <param name="day">The day up to which the world counts.</param>
    public static PictureContent Of(
        CampaignState state, DateOnly day, Agreement agreement, AgreementVerdict verdict, IStringLocalizer<PageText> text)
    {
        var lines = PictureLines.Of(state, agreement, verdict, text);
        var words = PictureWords.Of(state, agreement, lines, text);
        var judged = 0;
        var none = verdict.Gates.All(gate => gate.Verdict == Verdict.NotLinked);
        List<PictureStep> steps = [.. verdict.Gates.Select(gate => PictureStep.Of(
            gate, none || PictureStep.IsJudged(gate.Verdict) ? ++judged : null, agreement, words, text))];
        // Until somebody promised anything no step could be judged: those steps share a column.
        var before = none ? 0 : steps.FindIndex(step => step.Verdict != Verdict.NotLinked);
        var first = steps.Count == before ? DateOnly.MaxValue : steps[before].At.Earliest;
        return new(
            agreement.Title,
            PictureFinding.Of(steps, text),
            steps[..before],
            [.. PictureFlag.Of(state, agreement, lines, text).Where(flag => flag.At.Earliest <= first)],
            steps[before..],
            lines,
            day,
            words);
    }

    /// <summary>The same picture with the places of another.</summary>
    public PictureContent Within(PictureContent room)
    {
        var all = Before.Concat(Steps).ToList();
        var early = room.Before.Select(step => step.Event).ToHashSet();
        var (before, steps) = (all.FindAll(step => early.Contains(step.Event)), all.FindAll(step => !early.Contains(step.Event)));
        return this with
        {
            Before = before,
            Steps = steps,
            Room = room with
            {
                Before = [.. room.Before.UnionBy(before, step => step.Event).OrderBy(step => step.At)],
                Steps = [.. room.Steps.UnionBy(steps, step => step.Event).OrderBy(step => step.At)],
                Flags = [.. room.Flags.UnionBy(Flags, flag => flag.Event).OrderBy(flag => flag.At).Take(PictureFlag.Most)],
                Lines = [.. room.Lines.UnionBy(Lines, line => line.Demand)],
            },
        };
    }
}

/// <summary>A step with its verdict, and what had been delivered by then.</summary>
/// <param name="Number">Which of the judged steps; null for one that is not judged.</param>
/// <param name="Name">What it is, in few words.</param>
/// <param name="Date">The date in words.</param>
/// <param name="ShortDate">The date where there is less room.</param>
/// <param name="Word">The verdict in a few words.</param>
/// <param name="ShortWord">The verdict in one word, where there is no room for more.</param>
/// <param name="States">The conditions that count at it, by their demand.</param>
/// <param name="Count">How many of them had been delivered: <c>1 of 3</c>; null where none counts.</param>
/// <param name="Title">All of it in one line.</param>
public sealed record PictureStep(
    Guid Event, int? Number, string Name, Milestone Milestone, EdtfDate At, string Date, string ShortDate, Verdict Verdict, string Word,
        string ShortWord,
    IReadOnlyDictionary<string, StateAtStep> States, string? Count, string Title)
{
    /// <summary>True for a verdict that counts.</summary>
    public static bool IsJudged(Verdict verdict) => verdict is not (Verdict.NotLinked or Verdict.LinkedWithoutConditions);

    internal static PictureStep Of(
        GateVerdict gate, int? number, Agreement agreement, PictureWords words, IStringLocalizer<PageText> text)
    {
        string name = text[$"Picture.Step.{gate.Milestone}"];
        if (gate.Postponed) name = text["Picture.Step.PutOff", name];
        var date = DateWords.Of(gate.Occurred);
        var key = $"Picture.Word.{GateWords.NameOf(gate, agreement)}";
        string word = text[key];
        var states = (IsJudged(gate.Verdict) ? gate.Conditions : []).Where(condition =>
            condition is { Requirement: Requirement.Necessary, Counts: not InReadings.None })
            .ToDictionary(condition => condition.Demand, condition => StateAtStep.Of(condition, text), StringComparer.Ordinal);
        var count = PictureWords.CountOf(states.Values, text);
        string[] told = [name, date];
        string title = number is { } n ? text["Picture.StepTitle", n, string.Join(", ", told)] : string.Join(", ", told);
        title = $"{title}: {word}{(count is null ? "" : $", {words.Delivered}: {count}")}";
        return new(
            gate.Event, number, name, gate.Milestone, gate.Occurred, date, PictureDate.Short(gate.Occurred, date), gate.Verdict, word,
                text[$"{key}.Short"], states, count, title);
    }
}

/// <summary>A condition at a step.</summary>
/// <param name="Says">The status in words.</param>
public sealed record StateAtStep(ConditionSign Sign, string Says)
{
    /// <summary>True where it had been delivered; null where that cannot be told.</summary>
    public bool? Delivered => Sign switch
    {
        ConditionSign.DeliveredNow or ConditionSign.DeliveredEarlier => true,
        ConditionSign.CannotBeTold => null,
        _ => false,
    };

    internal static StateAtStep Of(ConditionAtGate condition, IStringLocalizer<PageText> text) =>
        new(SignOf(condition), string.Join(text["Status.Or"], condition.Statuses.Select(rank => text[$"Status.Rank.{rank}"].Value)));

    /// <summary>The sign of a condition at a step.</summary>
    public static ConditionSign SignOf(ConditionAtGate condition) => condition switch
    {
        { MetEnough: InReadings.All, Regressed: InReadings.None, Improved: InReadings.All } => ConditionSign.DeliveredNow,
        { MetEnough: InReadings.All, Regressed: InReadings.None } => ConditionSign.DeliveredEarlier,
        { Regressed: InReadings.All } => ConditionSign.Worse,
        { Regressed: InReadings.Some } or { MetEnough: InReadings.Some } or { Statuses.Count: > 1 } => ConditionSign.CannotBeTold,
        { Statuses: [Rank.Open] } or { Statuses: [] } => ConditionSign.NotDelivered,
        _ => ConditionSign.Partly,
    };
}

/// <summary>What is so of a condition at a step.</summary>
public enum ConditionSign
{
    NotDelivered,
    /// <summary>Worse than at the step before.</summary>
    Worse,
    /// <summary>Delivered in part, or not as far as is enough.</summary>
    Partly,
    /// <summary>Delivered since the last step.</summary>
    DeliveredNow,
    DeliveredEarlier,
    CannotBeTold,
}

/// <summary>A condition over time.</summary>
/// <param name="Demand">Short name of the demand: two may ask the same words.</param>
/// <param name="Name">Whom or what it is about.</param>
/// <param name="Role">What there is to say of that in a few words; null for nothing.</param>
/// <param name="Group">What kind of condition it is, in words.</param>
/// <param name="Decides">False for one that is shown and decides no verdict.</param>
/// <param name="Changes">The events that are told on it.</param>
public sealed record PictureLine(
    string Demand, string Name, string? Role, string Group, bool Decides, EdtfDate Issued,
    IReadOnlyList<PictureBand> Bands, IReadOnlyList<PictureChange> Changes);

/// <summary>A stretch of one status.</summary>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="Ranks">Several while sources disagree.</param>
/// <param name="Confirmed">False where no fact that sets it is confirmed.</param>
public sealed record PictureBand(EdtfDate From, EdtfDate? To, IReadOnlyList<Rank> Ranks, bool Confirmed);

/// <summary>An event that makes a verdict what it is, or that went back before the first step.</summary>
/// <param name="What">What happened, in two or three words.</param>
/// <param name="Date">The date in words.</param>
/// <param name="ShortDate">The date where there is less room.</param>
/// <param name="Colour">The token of its colour.</param>
/// <param name="OnBand">True where the band itself does not change, so that it needs a mark.</param>
/// <param name="Title">All of it in one line.</param>
public sealed record PictureChange(
    Guid Event, EdtfDate At, string What, string Date, string ShortDate, string Colour, bool OnBand, string Title);

/// <summary>Dates where there is little room.</summary>
internal static class PictureDate
{
    /// <summary>The date with signs in the place of words: <c>~Nov 2014</c>, <c>2017–2018</c>.</summary>
    public static string Short(EdtfDate date, string words)
    {
        if (date.OpenBeginning || date.OpenEnd || date.UnknownBeginning || date.UnknownEnd) return words;
        if (!date.Approximate && !date.Uncertain) return words.Replace(" – ", "–", StringComparison.Ordinal);
        var (from, to) = (date.Earliest, date.Latest);
        var point = from == to ? DateWords.Of(from) : from.Year == to.Year && from.Month == to.Month ? $"{from:MMM yyyy}"
            : from.Year == to.Year ? $"{from.Year}" : $"{from.Year}–{to.Year}";
        return $"{(date.Approximate ? "~" : "")}{point}{(date.Uncertain ? "?" : "")}";
    }
}

/// <summary>The promise, or the first demand.</summary>
/// <param name="Names">What stands at the flag, from the longest to the shortest.</param>
/// <param name="Title">What it says in one line.</param>
public sealed record PictureFlag(Guid Event, EdtfDate At, string Date, IReadOnlyList<string> Names, string Title)
{
    /// <summary>The most flags of a picture.</summary>
    public const int Most = 2;

    /// <summary>The promise first declared that still counts at some step, and the first of the demands that are conditions.</summary>
    internal static IEnumerable<PictureFlag> Of(
        CampaignState state, Agreement agreement, IReadOnlyList<PictureLine> lines, IStringLocalizer<PageText> text)
    {
        List<PictureFlag> flags = [];
        if (agreement.Linkages.Where(linkage => linkage.ByABody || linkage.By is null).MinBy(linkage => linkage.Declared) is { } promise)
        {
            string[] by = [.. new[] { promise.By, state.Opened?.PromisingSide }.OfType<string>()];
            flags.Add(new(
                promise.Event, promise.Declared, DateWords.Of(promise.Declared),
                [.. by.Select(name => text["Picture.Promise.By", name].Value), text["Picture.Promise"]],
                state.Knowledge.Fact(promise.Event) is { } fact ? state.Sentence(fact.Event) : text["Picture.Promise"]));
        }
        if (lines.MinBy(line => line.Issued) is { } first
            && state.History(first.Demand)?.Opening is { Event: Domain.Demands.DemandIssued demand } issued)
        {
            var defined = state.Histories(Domain.Events.SubjectKind.Agreement)
                .FirstOrDefault(one => one.Name == agreement.Name)?.Opening?.Event
                as AgreementDefined;
            var free = lines.All(line => line.Group == text["Picture.Group.People"]);
            var same = lines.Count(line => line.Issued == first.Issued);
            var key = $"Picture.Demand.{(free ? "Free" : "Any")}.{(same == 1 ? "One" : "More")}";
            string[] by = [demand.By, .. (defined?.BodyNamed(demand.By)?.Aliases ?? []).OrderByDescending(alias => alias.Length)];
            flags.Add(new(
                issued.Id, demand.Occurred, DateWords.Of(demand.Occurred),
                [.. by.Select(name => text[key, name, same].Value), text["Picture.Demand"]],
                state.Sentence(issued.Event)));
        }
        return flags.OrderBy(flag => flag.At);
    }
}
