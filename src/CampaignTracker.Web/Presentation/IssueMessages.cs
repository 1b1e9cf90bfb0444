using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// What is wrong with a field, in words: the domain's own, and those of Resources/RequestTexts.resx for what only a request can have.
/// </summary>
public static class IssueMessages
{
    /// <summary>The file of the texts; another language is a file beside it.</summary>
    public static ResourceManager Resources { get; } = new("CampaignTracker.Web.Resources.RequestTexts", typeof(IssueMessages).Assembly);

    private static readonly FrozenDictionary<CultureInfo, IssueTexts> OfRequests =
        Languages.Each(Resources, (language, texts) => new IssueTexts(language, texts, EventTexts.In(language).Find));

    /// <summary>The sentence of an issue.</summary>
    public static string Of(ValidationIssue issue, CultureInfo language) =>
        EventTexts.In(language).Issues.Find(issue) ?? OfRequests.In(language).Of(issue);
}
