using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>The identifiers that the database keeps so that no two texts of a campaign have one.</summary>
internal static class StoredIdentifiers
{
    /// <summary>
    /// Writes every identifier as it is compared now: those of an earlier version may stand there as they were written. Of two texts that
    /// turn out to have one, the first keeps it; what both were recorded with stays as it is.
    /// </summary>
    public static async Task RewriteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        List<(string Campaign, Identifier Identifier, string Subject)> others = [];
        await using (var all = new NpgsqlCommand(
            $"select campaign, scheme, value, subject from {TrackerSchema.Name}.identifiers order by campaign, subject, scheme, value", connection))
        {
            await using var row = await all.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var identifier = new Identifier(row.GetString(1), row.GetString(2));
                if (identifier.Canonical() != identifier) others.Add((row.GetString(0), identifier, row.GetString(3)));
            }
        }
        if (others.Count == 0) return;
        await using var rewrite = new NpgsqlBatch(connection);
        foreach (var (campaign, identifier, subject) in others)
        {
            var canonical = identifier.Canonical();
            rewrite.BatchCommands.Add(Command($"insert into {TrackerSchema.Name}.identifiers values ($1, $2, $3, $4) on conflict do nothing",
                campaign, canonical.Scheme, canonical.Value, subject));
            rewrite.BatchCommands.Add(Command($"delete from {TrackerSchema.Name}.identifiers where campaign = $1 and scheme = $2 and value = $3",
                campaign, identifier.Scheme, identifier.Value));
        }
        await rewrite.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Command(string sql, params string[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
