using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Health;

/// <summary>What <c>/health/ready</c> answers.</summary>
/// <param name="Ready">True when requests can be answered in full.</param>
/// <param name="Database"><c>reachable</c> or <c>unreachable</c>.</param>
/// <param name="Views">How each view stands; empty when the database cannot be asked.</param>
public sealed record Readiness(bool Ready, string Database, IReadOnlyList<ViewStanding> Views);

/// <summary>
/// Whether the process lives, and whether the tracker can answer in full: for load balancers, and for the administrator at night.
/// </summary>
public static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(ViewHealth health, Waits waits, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(waits.Readiness);
        Readiness readiness;
        try
        {
            var views = await health.ReadAsync(patience.Token);
            readiness = new(views.All(view => view.IsReady()), "reachable", views);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested
            && failure is NpgsqlException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException)
        {
            readiness = new(false, "unreachable", []);
        }
        return Results.Json(
            readiness, Options, statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
