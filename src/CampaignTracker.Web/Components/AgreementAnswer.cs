using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Components.Picture;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components;

/// <summary>An agreement, the verdicts on its gates, its conditions over time, and the picture of all three.</summary>
public sealed record AgreementAnswer(
    Agreement Agreement, AgreementVerdict Verdict, IReadOnlyList<ConditionLine> Lines, PictureContent Content)
{
    /// <summary>The answers of every agreement of a campaign.</summary>
    public static IReadOnlyList<AgreementAnswer> Of(PageContext context, IStringLocalizer<PageText> text)
    {
        var ladder = context.Ladder;
        return [.. context.Ledger.Agreements.Select(verdict =>
        {
            var agreement = ladder.Agreements.First(agreement => agreement.Name == verdict.Agreement);
            return new AgreementAnswer(
                agreement, verdict, ConditionLine.Of(context.State, agreement),
                PictureContent.Of(context.State, context.Day, agreement, verdict, text));
        })];
    }
}
