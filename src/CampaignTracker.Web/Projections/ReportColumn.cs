using System.Reflection;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Web.Projections;

/// <summary>A column of a report table: a property of its rows; what is no number, date or truth value is text.</summary>
internal sealed class ReportColumn
{
    private readonly PropertyInfo property;
    private readonly NpgsqlDbType type;
    private readonly Func<IReadOnlyList<object>, Array> values;
    private readonly Action<NpgsqlBinaryImporter, object> write;

    public ReportColumn(PropertyInfo property)
    {
        this.property = property;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        (type, values, write) = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
        {
            var clr when clr == typeof(int) => Of<int>(NpgsqlDbType.Integer),
            var clr when clr == typeof(long) => Of<long>(NpgsqlDbType.Bigint),
            var clr when clr == typeof(bool) => Of<bool>(NpgsqlDbType.Boolean),
            var clr when clr == typeof(Guid) => Of<Guid>(NpgsqlDbType.Uuid),
            var clr when clr == typeof(DateOnly) => Of<DateOnly>(NpgsqlDbType.Date),
            var clr when clr == typeof(DateTimeOffset) => Of<DateTimeOffset>(NpgsqlDbType.TimestampTz),
            _ => (NpgsqlDbType.Text, rows => rows.Select(row => Of(row)?.ToString()).ToArray(),
            (writer, value) => writer.Write(value.ToString()!, NpgsqlDbType.Text)),
        };
    }

    /// <summary>Its name in the database.</summary>
    public string Name { get; }

    /// <summary>The values of rows as one parameter.</summary>
    public NpgsqlParameter Parameter(IReadOnlyList<object> rows) =>
        new() { Value = values(rows), NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>Writes the value of a row.</summary>
    public void Write(NpgsqlBinaryImporter writer, object row)
    {
        if (Of(row) is { } value) write(writer, value);
        else writer.WriteNull();
    }

    private (NpgsqlDbType, Func<IReadOnlyList<object>, Array>, Action<NpgsqlBinaryImporter,
        object>) Of<T>(NpgsqlDbType dbType) where T : struct =>
        (dbType, rows => rows.Select(row => (T?)Of(row)).ToArray(), (writer, value) => writer.Write((T)value, dbType));

    /// <summary>The value of a row.</summary>
    public object? Of(object row) => property.GetValue(row);
}
