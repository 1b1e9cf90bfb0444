using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// Rides in front of the saving batch: lets one recorder at a time save on a subject, and brings back the instant that the database stamps on the events.
/// Without it the loser of a race would have taken sequence numbers before it fails, and the views stand still for seconds before such a gap.
/// </summary>
internal sealed class TakeSubjects(string[] streams) : Marten.Internal.Operations.IStorageOperation
{
    /// <summary>The recorded instant, once saved.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public Type DocumentType => typeof(IEvent);

    // In one order for all, so that two recorders never wait for each other.
    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("select transaction_timestamp(), pg_advisory_xact_lock(key) from (select distinct hashtextextended(stream, 0) as key from unnest(");
        builder.AppendParameter(streams);
        builder.Append(") stream order by 1) keys");
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        while (await reader.ReadAsync(token)) RecordedAt = await reader.GetFieldValueAsync<DateTimeOffset>(0, token);
    }

    public OperationRole Role() => OperationRole.Other;
}
