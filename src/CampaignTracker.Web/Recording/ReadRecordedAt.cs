using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;

namespace CampaignTracker.Web.Recording;

/// <summary>Rides in the saving batch and brings back the instant that the database stamps on its events.</summary>
internal sealed class ReadRecordedAt : Marten.Internal.Operations.IStorageOperation
{
    /// <summary>The recorded instant, once saved.</summary>
    public DateTimeOffset At { get; private set; }

    public Type DocumentType => typeof(IEvent);

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session) => builder.Append("select transaction_timestamp()");

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        while (await reader.ReadAsync(token)) At = await reader.GetFieldValueAsync<DateTimeOffset>(0, token);
    }

    public OperationRole Role() => OperationRole.Other;
}
