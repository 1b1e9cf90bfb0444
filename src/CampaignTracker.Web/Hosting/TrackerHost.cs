using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Web.Api;
using CampaignTracker.Web.Api.Docs;
using CampaignTracker.Web.Health;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Pages;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;

namespace CampaignTracker.Web.Hosting;

/// <summary>The running tracker: what it is made of, in one place.</summary>
public static class TrackerHost
{
    /// <summary>Builds the server; the schema is brought up to date, the views are drawn in its version, and nothing listens yet.</summary>
    /// <param name="builder">The host builder with its configuration.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="options">What the operator chose.</param>
    public static async Task<WebApplication> BuildAsync(
        WebApplicationBuilder builder, string connectionString, TrackerOptions options, CancellationToken ct)
    {
        var app = Build(builder, connectionString, options);

        // The log's settings and the first connection take as long as the addresses: each on a thread of its own.
        var log = Task.Run(() => app.Services.GetRequiredService<IDocumentStore>(), ct);
        var schema = Task.Run(() => app.Services.GetRequiredService<SchemaMigration>().ApplyAsync(ct), ct);
        Map(app);
        await Task.WhenAll(log, schema);
        await app.Services.GetRequiredService<FirstProjection>().EnsureAsync(ct);
        return app;
    }

    /// <summary>Builds the server without asking the database anything.</summary>
    internal static WebApplication Build(WebApplicationBuilder builder, string connectionString, TrackerOptions options)
    {
        builder.Logging.KeepContentOut();
        builder.Services.AddTracker(connectionString, options)
            .IntegrateWithWolverine(wolverine =>
            {
                wolverine.UseWolverineManagedEventSubscriptionDistribution = true;
                wolverine.MessageStorageSchemaName = "wolverine";
            });
        builder.Host.UseWolverine(wolverine =>
        {
            wolverine.ApplicationAssembly = typeof(TrackerHost).Assembly;
            wolverine.Policies.AutoApplyTransactions();
            wolverine.AutoBuildMessageStorageOnStartup = AutoCreate.None;
#if CODE_AHEAD
            wolverine.CodeGeneration.TypeLoadMode = JasperFx.CodeGeneration.TypeLoadMode.Static;
#endif

            if (options.Nodes == Nodes.One) wolverine.Durability.Mode = DurabilityMode.Solo;

            // A node that dies is noticed within seven seconds. The log then waits three more for what the dead one may have been
            // recording, and the
            // views have to move again within fifteen. One that only seemed dead does no harm: drawing twice is drawing once.
            wolverine.Durability.FirstHealthCheckExecution = TimeSpan.FromSeconds(1);
            wolverine.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
            wolverine.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(5);
            wolverine.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(2);
        });

        // Wolverine would log a failed message with its exception, which may quote what was sent; Failures says what failed.
        builder.Logging.AddFilter(typeof(RecordEvents).FullName, LogLevel.None);
        builder.Services.AddWolverineHttp();
        builder.Services.AddExceptionHandler<Failures>();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<CampaignRequests>();
        builder.Services.AddPages();
        builder.Services.AddSingleton<KeptViews>();
        builder.Services.AddHostedService<ViewWatchdog>();
        builder.Services.AddHostedService<DayTurn>();
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // As it is at the start: an address that is added later would be listened on without a question.
            kestrel.Configure(builder.Configuration.GetSection(ListenAddress.KestrelSettings));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 16 * 1024 * 1024;
        });

        return builder.Build();
    }

    /// <summary>Gives the server its addresses.</summary>
    internal static void Map(WebApplication app)
    {
        // HEAD is GET without its body, which Kestrel leaves out.
        app.Use((http, next) =>
        {
            if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
            return next(http);
        });
        app.UseExceptionHandler();
        Failures.UseStatusPages(app);
        app.UseHostFiltering();
        app.UsePageLanguage(PageSetup.IsPage);
        app.UseRouting();
        app.UsePageSecurity();
        app.MapWolverineEndpoints(http => http.WarmUpRoutes = RouteWarmup.Eager);
        app.MapViews();
        app.MapHealth();
        app.MapDocs();
        app.MapPages();
    }

    /// <summary>What the server and the command line share: the log, the door, the readers.</summary>
    /// <param name="keepsViews">False for a command, which leaves the views to the server.</param>
    public static MartenServiceCollectionExtensions.MartenConfigurationExpression AddTracker(
        this IServiceCollection services, string connectionString, TrackerOptions options, bool keepsViews = true)
    {
        services.AddSingleton(_ => SessionDatabase.ForRequests(connectionString));
        services.AddSingleton(_ => new SessionDatabase(connectionString));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Waits);
        services.TryAddSingleton(RuleSetList.BuiltIn);
        services.TryAddSingleton<IViewerClearance, EverybodySeesEverything>();
        services.AddSingleton<ViewpointReader>();
        services.AddSingleton<CampaignCache>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<CampaignReader>();
        services.AddSingleton<CampaignStamps>();
        services.AddSingleton<LiveViews>();
        services.AddSingleton<ViewProjector>();
        services.AddSingleton<CampaignViews>();
        services.AddSingleton<FirstProjection>();
        services.AddSingleton<ReportingSchema>();
        services.AddSingleton<OtherVersions>();
        services.AddSingleton<SchemaMigration>();
        services.AddSingleton<AppendSignal>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<SetAside>();
        services.AddSingleton<ViewHealth>();
        services.AddSingleton<ViewRequests>();
        services.AddSingleton<ViewKeeping>();
        services.AddSingleton<LineImport>();
        return services
            .AddMarten(provider =>
            {
                var store = new StoreOptions();
                MartenSetup.Configure(store, provider.GetRequiredService<SessionDatabase>().Source,
                    keepsViews ? provider.GetRequiredService<CampaignViews>() : null);
                return store;
            })
            .UseLightweightSessions();
    }
}
