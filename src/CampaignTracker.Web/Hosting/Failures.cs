using CampaignTracker.Web.Api;
using CampaignTracker.Web.Pages;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Storage;
using Marten.Exceptions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace CampaignTracker.Web.Hosting;

/// <summary>
/// Turns what went wrong on our side, or on the way, into problem details; nothing of a request's content goes into them or into a log.
/// </summary>
internal sealed class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        var (status, title) = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                (413, "The body is too large: send fewer events in one request, or import a file."),
            UnreadableRequestException told => (told.StatusCode, told.Message),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
            UnreadableEventException unreadable => (503, $"Event {unreadable.Sequence} of the log cannot be read: see /health/ready."),
            _ when IsDatabase(exception) => (
                503, HttpMethods.IsPost(http.Request.Method) ? Problems.StoredOrNot : "The database does not answer just now: try again."),
            _ => (500, "Something went wrong on our side. The request's id is in the log."),
        };
        if (status >= 500) log.LogError("Request {Request} failed: {Failure}", http.TraceIdentifier, Kind(exception));
        if (status == 503) http.Response.Headers.RetryAfter = "2";
        if (PageSetup.AsksForPage(http.Request)) await WritePageAsync(http, status);
        else await Results.Problem(statusCode: status, title: title).ExecuteAsync(http);
        return true;
    }

    /// <summary>Says on a page what a status that has no other answer means, where a page is asked for.</summary>
    public static void UseStatusPages(WebApplication app)
    {
        var usual = new StatusCodePagesOptions().HandleAsync;
        app.UseStatusCodePages(status => PageSetup.AsksForPage(status.HttpContext.Request)
            ? WritePageAsync(status.HttpContext, status.HttpContext.Response.StatusCode)
            : usual(status));
    }

    private static async Task WritePageAsync(HttpContext http, int status)
    {
        http.Response.Headers.ContentSecurityPolicy = PageSetup.ContentSecurityPolicy;

        // A renderer draws one page, and the one of this request may have begun another: this page has services of its own.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var (failed, page) = (http.RequestServices,
            new { Status = status, Request = http.TraceIdentifier, Sent = HttpMethods.IsPost(http.Request.Method), Form = FormOf(http) });
        http.RequestServices = scope.ServiceProvider;
        await new RazorComponentResult<FailurePage>(page) { StatusCode = status }.ExecuteAsync(http);
        http.RequestServices = failed;
    }

    /// <summary>
    /// What is wrong with the database, in words that quote nothing that was recorded; null where the failure is another.
    /// </summary>
    public static string? OfDatabase(Exception? e) => e switch
    {
        null => null,
        PostgresException p when p.SqlState is ['2', '8', ..] or "3D000" or PostgresErrorCodes.InsufficientPrivilege => p.MessageText,
        PostgresException p => IsDatabase(p) ? $"it answers with error {p.SqlState}" : null,
        NpgsqlException n => n.Message,
        _ => OfDatabase(e.InnerException),
    };

    // What was typed comes back with the page, to be sent again.
    private static IFormCollection? FormOf(HttpContext http) =>
        http.Features.Get<IFormFeature>() is { Form: { Count: > 0 } sent } ? sent : null;

    private static bool IsDatabase(Exception? e) => e switch
    {
        null => false,

        // Every attempt lost its race against others: nothing was stored, and the next one may win.
        Recording.LostRaceException => true,
        PostgresException p =>
        p.IsTransient || p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57", StringComparison.Ordinal)
        || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException => true,
        MartenCommandException m => IsDatabase(m.InnerException),
        _ => IsDatabase(e.InnerException),
    };

    /// <summary>A failure by the types of its exceptions and where it happened, without their messages.</summary>
    public static string Kind(Exception e) =>
        string.Join(" < ", Chain(e).Select(x => x is PostgresException p ? $"{x.GetType().Name} {p.SqlState}" : x.GetType().Name))
        + Environment.NewLine + e.StackTrace;

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException) yield return e;
    }
}
