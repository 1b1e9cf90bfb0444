using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// What the picture of an agreement shows, before anything has a place: its gates, its conditions, and the stretch of time.
/// </summary>
/// <param name="Title">The agreement.</param>
/// <param name="Gates">In order.</param>
/// <param name="Lines">The conditions over time.</param>
/// <param name="From">The first day of the axis.</param>
/// <param name="To">The last day of the axis: it does not move with V, so that one can see V move.</param>
/// <param name="Day">The day up to which the world counts.</param>
/// <param name="DayName">What that day is called: today, or a date.</param>
public sealed record PictureContent(
    string Title,
    IReadOnlyList<PictureGate> Gates,
    IReadOnlyList<PictureLine> Lines,
    DateOnly From,
    DateOnly To,
    DateOnly Day,
    string DayName)
{
    /// <summary>The picture whose room this one takes, so that nothing jumps while a replay goes on; null for its own.</summary>
    public PictureContent? Room { get; init; }

    public static PictureContent Of(PageContext context, Agreement agreement, AgreementVerdict verdict, IStringLocalizer<PageText> text)
    {
        var days = context.State.Knowledge.Facts
            .Where(fact => !fact.Retracted && !fact.IsKnowledge && !fact.Event.IsExpectation()).Select(fact => fact.Event.Occurred)
            .ToList();
        var last = days.Select(date => date.Latest).Append(context.Day).Append(context.Today).Max();
        return new(
            agreement.Title,
            [.. verdict.Gates.Select(gate => PictureGate.Of(gate, text))],
            [.. ConditionLine.Of(context.State, agreement).Select(line => PictureLine.Of(line, text))],
            new DateOnly(days.Select(date => date.Earliest).Append(last).Min().Year, 1, 1),
            new DateOnly(last.Year, 12, 31),
            context.Day,
            context.AsOf is null ? text["Picture.Today"] : DateWords.Of(context.Day));
    }
}

/// <summary>A gate with its verdict.</summary>
/// <param name="Name">Which gate, in words.</param>
/// <param name="Date">The date in words.</param>
/// <param name="Says">The verdict in two or three words.</param>
/// <param name="Title">All three in one line.</param>
public sealed record PictureGate(
    Guid Event, string Name, EdtfDate At, string Date, Verdict Verdict, string Says, bool HoldsBack, string Title)
{
    internal static PictureGate Of(GateVerdict gate, IStringLocalizer<PageText> text)
    {
        var name = GateWords.Of(gate, text);
        var date = DateWords.Of(gate.Occurred, text);
        string says = text[$"Verdict.{gate.Verdict}"];
        return new(gate.Event, name, gate.Occurred, date, gate.Verdict, says, gate.HoldsBack, $"{name}, {date}: {says}");
    }
}

/// <summary>A condition over time.</summary>
/// <param name="Demand">Short name of the demand: two may ask the same words.</param>
public sealed record PictureLine(
    string Demand, string Title, EdtfDate Issued, IReadOnlyList<PictureBand> Bands, IReadOnlyList<PictureMark> Marks)
{
    internal static PictureLine Of(ConditionLine line, IStringLocalizer<PageText> text) => new(
        line.Demand,
        line.Title,
        line.Issued,
        [.. line.Spans.Select(span => new PictureBand(
            span.From, span.To, [.. span.Possible.Select(StatusWords.RankOf).Distinct()], StatusWords.Of(span.Possible, text)))],
        [.. line.Marks.Select(mark => new PictureMark(
            mark.Event, mark.Kind, mark.At, $"{DateWords.Of(mark.At, text)}: {mark.Sentence} ({text[$"Mark.{mark.Kind}"]})"))]);
}

/// <summary>A stretch of one status.</summary>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="Ranks">Several while sources disagree.</param>
public sealed record PictureBand(EdtfDate From, EdtfDate? To, IReadOnlyList<Rank> Ranks, string Says);

/// <summary>An event on a condition's line.</summary>
public sealed record PictureMark(Guid Event, LineMarkKind Kind, EdtfDate At, string Title);
