using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Weasel.Core;

namespace CampaignTracker.Web.Hosting;

/// <summary>
/// How Marten keeps the log: short string-keyed streams, explicit stored names, unique event ids, and nothing skipped in silence.
/// </summary>
public static class MartenSetup
{
    /// <param name="views">Keeps the views; null where that is left to another process.</param>
    public static void Configure(StoreOptions options, NpgsqlDataSource database, CampaignViews? views)
    {
        options.Connection(database);
        options.DatabaseSchemaName = TrackerSchema.Name;

        // TrackerSchema sees to the tables, once: Marten need not look at them again.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, configure: json => EventJson.Configure(json));

        // Marten would write the parameters of a failed statement into the log: names and texts among them.
        options.DisableNpgsqlLogging = true;
        options.Logger(new SilentMartenLogger());

        var events = options.Events;
        events.DatabaseSchemaName = TrackerSchema.Name;
        events.StreamIdentity = StreamIdentity.AsString;
        events.AppendMode = EventAppendMode.Quick;
        events.MetadataConfig.CorrelationIdEnabled = true;
        events.MetadataConfig.HeadersEnabled = true;
        events.MetadataConfig.UserNameEnabled = true;
        events.EnableUniqueIndexOnEventId = true;
        events.EnableBigIntEvents = true;
        events.EnableExtendedProgressionTracking = true;
        events.UseListenNotifyForEventAppends = true;
        events.IgnoreIndex(TrackerSchema.CampaignIndex);
        events.IgnoreIndex(TrackerSchema.ClosedIndex);
        foreach (var type in EventCatalogue.All) events.MapEventType(type.ClrType, type.Name);

        foreach (var errors in new[] { options.Projections.Errors, options.Projections.RebuildErrors })
        {
            errors.SkipApplyErrors = false;
            errors.SkipSerializationErrors = false;
            errors.SkipUnknownEvents = false;
        }
        if (views is not null)
        {
            var projection = new ProjectionWrapper<IDocumentOperations,
                IQuerySession>(views, ProjectionLifecycle.Async) { Name = CampaignViews.Name, Version = (uint)ViewVersion.Current };
            options.Projections.Add(projection, ProjectionLifecycle.Async, shard => shard.BatchSize = 5000);
        }
    }
}
