using System.Reflection;
using System.Text.Json;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Web.Views;

/// <summary>
/// The tables behind the SQL views of the <c>reporting</c> schema. Spreadsheets and BI tools have no clearance of their own,
/// so they get nothing above <see cref="Clearance"/>.
/// </summary>
public static partial class ReportTables
{
    /// <summary>The most sensitive event that reaches a report table.</summary>
    public const Sensitivity Clearance = Sensitivity.Internal;

    /// <summary>The picture that report tables are drawn from.</summary>
    /// <param name="picture">The picture with full clearance, which serves where nothing exceeds the reports' clearance.</param>
    public static Picture PictureOf(IReadOnlyList<RecordedEvent> events, Picture picture) =>
        picture.Knowledge.Facts.All(fact => fact.Event.Sensitivity <= Clearance && fact.Recorded.Event.Sensitivity <= Clearance)
            ? picture
            : Picture.Of(events, picture.Viewpoint with { Clearance = Clearance });

    /// <summary>A table and the rows that a picture gives it. The properties of a row are its columns in PascalCase, <c>Campaign</c> first.</summary>
    public sealed class Table
    {
        private readonly Func<Picture, IReadOnlyList<object>> rows;
        private readonly PropertyInfo[] properties;
        private readonly string replace;

        private Table(string report, string key, PropertyInfo[] properties, Func<Picture, IReadOnlyList<object>> rows)
        {
            (Report, Name, this.properties, this.rows) = (report, ViewVersion.Table($"report_{report}"), properties, rows);
            string[] columns = [.. properties.Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];
            Columns = columns;
            var table = $"{TrackerSchema.Name}.{Name}";
            string Listed(Func<string, string> column, IEnumerable<string>? of = null) => string.Join(", ", (of ?? columns).Select(column));
            replace = $"""
                with fresh as materialized (
                    select * from unnest({string.Join(", ", columns.Select((_, i) => $"${i + 2}"))}) as f ({Listed(column => column)})
                ), gone as (
                    delete from {table} t where t.campaign = $1 and not exists (select 1 from fresh f where f.{key} = t.{key})
                )
                insert into {table} ({Listed(column => column)})
                select {Listed(column => $"f.{column}")} from fresh f
                where not exists (select 1 from {table} t where t.campaign = $1 and t.{key} = f.{key}
                    and row({Listed(column => $"t.{column}")}) is not distinct from row({Listed(column => $"f.{column}")}))
                on conflict (campaign, {key}) do update set {Listed(column => $"{column} = excluded.{column}", columns.Where(column => column != "campaign" && column != key))}
                """;
        }

        /// <summary>What it is called in the schema <c>reporting</c>, whatever the version.</summary>
        public string Report { get; }

        /// <summary>The table, in the version of the program.</summary>
        public string Name { get; }

        /// <summary>Its columns.</summary>
        public IReadOnlyList<string> Columns { get; }

        /// <summary>Describes a table.</summary>
        /// <param name="report">What it is called in the schema <c>reporting</c>.</param>
        /// <param name="key">The column that tells the rows of a campaign apart.</param>
        /// <param name="rows">Its rows.</param>
        public static Table Of<TRow>(string report, string key, Func<Picture, IEnumerable<TRow>> rows) where TRow : class =>
            new(report, key, typeof(TRow).GetProperties(), picture => [.. rows(picture)]);

        /// <summary>The statement that makes a campaign's rows those of a picture, and writes only what differs.</summary>
        public NpgsqlBatchCommand Replace(string campaign, Picture picture)
        {
            var fresh = rows(picture);
            var command = new NpgsqlBatchCommand(replace);
            command.Parameters.Add(new() { Value = campaign });
            foreach (var property in properties) command.Parameters.Add(Column(property, fresh));
            return command;
        }

        private static NpgsqlParameter Column(PropertyInfo property, IReadOnlyList<object> rows)
        {
            T?[] Of<T>() where T : struct => [.. rows.Select(row => (T?)property.GetValue(row))];
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            (Array values, var dbType) =
                type == typeof(int) ? ((Array)Of<int>(), NpgsqlDbType.Integer)
                : type == typeof(long) ? (Of<long>(), NpgsqlDbType.Bigint)
                : type == typeof(bool) ? (Of<bool>(), NpgsqlDbType.Boolean)
                : type == typeof(Guid) ? (Of<Guid>(), NpgsqlDbType.Uuid)
                : type == typeof(DateOnly) ? (Of<DateOnly>(), NpgsqlDbType.Date)
                : type == typeof(DateTimeOffset) ? (Of<DateTimeOffset>(), NpgsqlDbType.TimestampTz)
                : (rows.Select(row => property.GetValue(row)?.ToString()).ToArray(), NpgsqlDbType.Text);
            return new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | dbType };
        }
    }
}
