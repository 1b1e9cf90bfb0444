using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using JasperFx;
using Marten;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace CampaignTracker.Web.Hosting;

/// <summary>
/// Brings the database up to what the program needs: Marten's tables, Wolverine's, then ours (schema.sql), those of the views in the
/// program's own version (views.sql), and identifiers as they are compared now. Comparing them all takes a good part of a start, so what
/// was done is noted with the schema, and left out where this very program did it and nobody has changed a table since.
/// Safe for several processes at once.
/// </summary>
public sealed class SchemaMigration(IServiceProvider services, SessionDatabase database)
{
    private const long Lock = 7_061_704_180;

    private static readonly string[] Scripts = ["schema.sql", "views.sql"];

    /// <summary>The note of what was applied, and the mark of the tables as they are.</summary>
    private const string Standing = $"""
        select coalesce(obj_description(to_regnamespace('{TrackerSchema.Name}'), 'pg_namespace'), ''), coalesce(md5(string_agg(line, ' ' order by line)), '') from (
            select format('%s.%s %s %s %s', n.nspname, c.relname, c.relkind, a.attname, a.atttypid) as line
            from pg_namespace n join pg_class c on c.relnamespace = n.oid
            left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname in ('{TrackerSchema.Name}', 'reporting', 'wolverine')
            union all
            select format('%s.%s %s', n.nspname, p.proname, md5(p.prosrc))
            from pg_namespace n join pg_proc p on p.pronamespace = n.oid where n.nspname in ('{TrackerSchema.Name}', 'wolverine')
            union all
            select format('%s %s', t.tgname, t.tgenabled) from pg_trigger t join pg_class c on c.oid = t.tgrelid
            join pg_namespace n on n.oid = c.relnamespace where n.nspname = '{TrackerSchema.Name}' and not t.tgisinternal) as lines
        """;

    /// <summary>Creates and migrates; a second call changes nothing.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        var wanted = await WantedAsync(ct);
        if (await IsAppliedAsync(connection, wanted, ct)) return;
        await using (var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } })
            await take.ExecuteNonQueryAsync(ct);
        try
        {
            if (await IsAppliedAsync(connection, wanted, ct)) return;
            await ApplyAsync(connection, wanted, ct);
        }
        finally
        {
            await using var release = new NpgsqlCommand(
                "select pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = Lock } } };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, string wanted, CancellationToken ct)
    {
        await services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        foreach (var name in Scripts)
        {
            await using var script = new NpgsqlCommand(await SchemaScripts.ReadAsync(name, ct), connection);
            await script.ExecuteNonQueryAsync(ct);
        }
        await StoredIdentifiers.RewriteAsync(connection, ct);
        await services.GetRequiredService<ReportingSchema>().ApplyAsync(ct);

        // A command has no messages to keep, and leaves the note to a server, which sees to everything.
        if (services.GetService<IMessageStore>() is not { } messages) return;
        await messages.Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
        var (_, tables) = await StandingAsync(connection, ct);
        await using var note = new NpgsqlCommand($"comment on schema {TrackerSchema.Name} is '{wanted} {tables}'", connection);
        await note.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> IsAppliedAsync(NpgsqlConnection connection, string wanted, CancellationToken ct)
    {
        var (note, tables) = await StandingAsync(connection, ct);
        return note == $"{wanted} {tables}";
    }

    private static async Task<(string Note, string Tables)> StandingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Standing, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetString(0), reader.GetString(1));
    }

    /// <summary>What stands for this program: its own build and those that bring tables of their own.</summary>
    private static async Task<string> WantedAsync(CancellationToken ct)
    {
        IEnumerable<Type> builds = [typeof(SchemaMigration), typeof(IDocumentStore), typeof(IMessageStore)];
        var text = string.Join(' ', builds.Select(type => type.Module.ModuleVersionId));
        foreach (var name in Scripts) text += await SchemaScripts.ReadAsync(name, ct);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
