using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Tests.Components;

/// <summary>The pages' texts as the program has them.</summary>
internal static class Texts
{
    public static IStringLocalizer<PageText> English { get; } = new ServiceCollection()
        .AddLogging().AddLocalization(localization => localization.ResourcesPath = "Resources")
        .BuildServiceProvider().GetRequiredService<IStringLocalizer<PageText>>();
}
