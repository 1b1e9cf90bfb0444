namespace CampaignTracker.Web.Pages;

/// <summary>Names the resource file of the pages' texts, Resources/Pages.PageText.resx: another language is another file beside it.</summary>
public sealed class PageText;
