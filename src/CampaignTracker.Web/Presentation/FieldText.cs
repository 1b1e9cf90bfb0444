using System.Collections;
using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>The value of any event's field as a reader sees it.</summary>
public static class FieldText
{
    /// <summary>A field's name in words: <c>Operative verb</c>.</summary>
    public static string Label(EventField field, IStringLocalizer<PageText> text) => text[$"Field.{field.Name}"];

    /// <summary>How a vote went.</summary>
    public static string Of(Votes votes, IStringLocalizer<PageText> text) => votes.Abstentions is { } abstentions
        ? text["Resolutions.Votes", votes.For, votes.Against, abstentions]
        : text["Resolutions.VotesWithoutAbstentions", votes.For, votes.Against];

    public static string Of(object? value, PageContext context, IStringLocalizer<PageText> text) => value switch
    {
        null => "",
        string words => words,
        PersonalText personal => personal.Value,
        EdtfDate date => DateWords.Of(date),
        Enum named => Words.Of(named),
        bool yes => text[yes ? "Field.Yes" : "Field.No"],
        Identifier identifier => identifier.Value,
        Votes votes => Of(votes, text),
        Claim claim => $"{text["Told.Quoted", claim.Value]} ({claim.By})",
        Ground ground => ground.Words ?? ground.IssueArea ?? context.State.TitleOf(ground.Demand ?? ""),
        GateHolder holder => $"{holder.Name}: {string.Join(", ", holder.Holds.Select(gate => Words.Of(gate)))}",
        IEnumerable many => string.Join("; ", many.Cast<object>().Select(one => Of(one, context, text))),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}
