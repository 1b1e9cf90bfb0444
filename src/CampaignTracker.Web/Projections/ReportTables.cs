using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// The tables behind the SQL views of the <c>reporting</c> schema. Spreadsheets and BI tools have no clearance of their own,
/// so they get nothing above <see cref="Clearance"/>.
/// </summary>
public static partial class ReportTables
{
    /// <summary>The most sensitive event that reaches a report table.</summary>
    public const Sensitivity Clearance = Sensitivity.Internal;

    /// <summary>
    /// A table and the rows that a campaign gives it. The properties of a row are its columns in PascalCase, <c>Campaign</c> first.
    /// </summary>
    public sealed class Table
    {
        private readonly Func<CampaignAt, IReadOnlyList<object>> rows;
        private readonly ReportColumn[] columns;
        private readonly string copy;
        private readonly string replace;
        private readonly string change;
        private readonly ReportColumn key;

        private Table(string report, string key, ReportColumn[] columns, Func<CampaignAt, IReadOnlyList<object>> rows)
        {
            (Report, Name, this.columns, this.rows) = (report, ViewVersion.Table($"report_{report}"), columns, rows);
            this.key = columns.Single(column => column.Name == key);
            Columns = [.. columns.Select(column => column.Name)];
            var table = $"{TrackerSchema.Name}.{Name}";
            string Listed(Func<string, string> column, Func<string, bool>? of = null) =>
                string.Join(", ", Columns.Where(of ?? (_ => true)).Select(column));
            var upsert =
                $"on conflict (campaign, {key}) do update set {Listed(column => $"{column} = excluded.{column}", column => column != "campaign" && column != key)}";
            string Given(int first) =>
                $"unnest({string.Join(", ", columns.Select((_, i) => $"${i + first}"))}) as f ({Listed(column => column)})";
            copy = $"copy {table} ({Listed(column => column)}) from stdin (format binary)";
            replace = $"""
                with fresh as materialized (
                    select * from {Given(first: 2)}
                ), gone as (
                    delete from {table} t where t.campaign = $1 and not exists (select 1 from fresh f where f.{key} = t.{key})
                )
                insert into {table} ({Listed(column => column)})
                select {Listed(column => $"f.{column}")} from fresh f
                where not exists (select 1 from {table} t where t.campaign = $1 and t.{key} = f.{key}
                    and row({Listed(column => $"t.{column}")}) is not distinct from row({Listed(column => $"f.{column}")}))
                {upsert}
                """;
            change = $"""
                with gone as (delete from {table} where campaign = $1 and {key} = any($2))
                insert into {table} ({Listed(column => column)}) select {Listed(column => $"f.{column}")} from {Given(first: 3)}
                {upsert}
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
        public static Table Of<TRow>(string report, string key, Func<CampaignAt, IEnumerable<TRow>> rows) where TRow : class =>
            new(report, key, [.. typeof(TRow).GetProperties().Select(property => new ReportColumn(property))], from => [.. rows(from)]);

        /// <summary>A campaign's rows.</summary>
        public IReadOnlyList<object> Rows(CampaignAt from) => rows(from);

        /// <summary>The statement that makes a campaign's rows these, and writes only what differs.</summary>
        public NpgsqlBatchCommand Replace(string campaign, IReadOnlyList<object> fresh)
        {
            var command = new NpgsqlBatchCommand(replace);
            command.Parameters.Add(new() { Value = campaign });
            foreach (var column in columns) command.Parameters.Add(column.Parameter(fresh));
            return command;
        }

        /// <summary>The statement that makes a campaign's rows these; null where they are so already.</summary>
        /// <param name="stored">The rows as they are stored.</param>
        public NpgsqlBatchCommand? Change(string campaign, IReadOnlyList<object> stored, IReadOnlyList<object> fresh)
        {
            var gone = stored.ToDictionary(row => key.Of(row)!);
            List<object> changed = [];
            foreach (var row in fresh)
            {
                if (!gone.Remove(key.Of(row)!, out var before) || !before.Equals(row)) changed.Add(row);
            }
            if (gone.Count == 0 && changed.Count == 0) return null;
            var command = new NpgsqlBatchCommand(change);
            command.Parameters.Add(new() { Value = campaign });
            command.Parameters.Add(key.Parameter([.. gone.Values]));
            foreach (var column in columns) command.Parameters.Add(column.Parameter(changed));
            return command;
        }

        /// <summary>Writes rows of campaigns that have none.</summary>
        public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<object> fresh, CancellationToken ct)
        {
            await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
            foreach (var row in fresh)
            {
                await writer.StartRowAsync(ct);
                foreach (var column in columns) column.Write(writer, row);
            }
            await writer.CompleteAsync(ct);
        }
    }
}
