using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components;

/// <summary>
/// A page of one campaign. It has its context before <see cref="Prepare"/> runs and its <c>CampaignFrame</c> shows the content, or why
/// there is none.
/// </summary>
public abstract class CampaignPage : ComponentBase
{
    /// <summary>Short name of the campaign, from the address.</summary>
    [Parameter] public string Campaign { get; set; } = "";

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] public PageContextReader Contexts { get; set; } = null!;

    [Inject] public IStringLocalizer<PageText> T { get; set; } = null!;

    private PageContext? context;

    /// <summary>What the page shows, once it is drawn; null before, and when there is a problem.</summary>
    public PageContext? Shown { get; private set; }

    public PageProblem? Problem { get; private set; }

    protected PageContext PageContext => context!;

    /// <summary>The parameters that say from where the page looks.</summary>
    protected virtual IQueryCollection ViewpointQuery => Http.Request.Query;

    protected override async Task OnInitializedAsync()
    {
        (context, Problem) = await Contexts.ReadAsync(Campaign, Http, ViewpointQuery);
        if (context is not null)
        {
            Prepare();
            await PrepareAsync();
        }
        Shown = context;
        // Said as late as can be: the renderer leaves a page out that it knows to be a 404.
        if (Problem is { } problem)
        {
            Http.Response.OnStarting(() =>
            {
                Http.Response.StatusCode = problem.Status;
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>Draws the page's views; runs only when there is something to show.</summary>
    protected virtual void Prepare() { }

    /// <summary>As <see cref="Prepare"/>, for what has to be waited for.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>What the address names does not exist from this viewpoint.</summary>
    protected void NotFound() => (context, Problem) = (null, new(StatusCodes.Status404NotFound, []));

    /// <summary>A parameter of the address; null when it is absent or empty.</summary>
    protected string? Query(string name) => Http.Request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
