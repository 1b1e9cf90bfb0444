using System.Text.Json;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Views;

/// <summary>
/// The tables behind the SQL views of the <c>reporting</c> schema. Spreadsheets and BI tools have no clearance of their own,
/// so they get nothing above <see cref="Clearance"/>.
/// </summary>
public static partial class ReportTables
{
    /// <summary>The most sensitive event that reaches a report table.</summary>
    public const Sensitivity Clearance = Sensitivity.Internal;

    private static readonly JsonSerializerOptions Options = new(ViewJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The picture that report tables are drawn from.</summary>
    /// <param name="picture">The picture with full clearance, which serves where nothing exceeds the reports' clearance.</param>
    public static Picture PictureOf(IReadOnlyList<RecordedEvent> events, Picture picture) =>
        picture.Knowledge.Facts.All(fact => fact.Event.Sensitivity <= Clearance && fact.Recorded.Event.Sensitivity <= Clearance)
            ? picture
            : Picture.Of(events, picture.Viewpoint with { Clearance = Clearance });

    /// <summary>A table and the rows that a picture gives it.</summary>
    /// <param name="Name">The table, versioned: a change of columns makes a new one beside it.</param>
    /// <param name="Key">The column that tells the rows of a campaign apart.</param>
    /// <param name="Rows">The rows; their properties are the columns in PascalCase.</param>
    public sealed record Table(string Name, string Key, Func<Picture, IEnumerable<object>> Rows)
    {
        private string Fresh => $"select * from jsonb_populate_recordset(null::{TrackerSchema.Name}.{Name}, ?::jsonb)";

        /// <summary>Deletes the rows of a campaign that are gone or changed; takes the fresh rows and the campaign.</summary>
        public string DeleteStale => $"""
            with fresh as ({Fresh})
            delete from {TrackerSchema.Name}.{Name} t
            where t.campaign = ? and not exists (select 1 from fresh f where f.{Key} = t.{Key} and f is not distinct from t)
            """;

        /// <summary>Inserts the rows that are not there; takes the fresh rows.</summary>
        public string InsertFresh => $"insert into {TrackerSchema.Name}.{Name} {Fresh} on conflict do nothing";

        /// <summary>The rows as a JSON list, ready for the two statements.</summary>
        public string Write(Picture picture) => JsonSerializer.Serialize(Rows(picture), Options);
    }
}
