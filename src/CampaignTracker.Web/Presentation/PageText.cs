namespace CampaignTracker.Web.Presentation;

/// <summary>
/// Names the resource file of the pages' texts, Resources/Presentation.PageText.resx: another language is another file beside it.
/// </summary>
public sealed class PageText;
