using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Forms;

/// <summary>What stands in a form, by the paths of its fields; it never changes.</summary>
public sealed class FormValues
{
    /// <summary>The most rows of a list: one more than an event keeps, which then says how many it keeps.</summary>
    private const int MaxRows = 1_001;

    /// <summary>The most values that a form can have: far more than an event, whose lists are bounded.</summary>
    public const int MaxValues = 100_000;

    /// <summary>After a path: which of the subjects or events that were offered is meant, or <c>+Case</c> for a new one.</summary>
    public const string Pick = "~";

    /// <summary>After the path of a date: which of the ways in which it can be read is meant.</summary>
    public const string Meant = "~meant";

    /// <summary>After a path: the fields of the subject that is to be opened.</summary>
    public const string New = "~new.";

    private readonly SortedDictionary<string, string[]> values;

    private FormValues(SortedDictionary<string, string[]> values) => this.values = values;

    /// <summary>A form in which nothing stands.</summary>
    public static FormValues Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>What was sent; what has no place in a form falls away with <see cref="Compact"/>.</summary>
    public static FormValues Read(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> sent)
    {
        var values = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (path, given) in sent) values[path] = [.. given.Select(value => AsSent(value ?? "", isText: true))];
        return new(values);
    }

    /// <summary>The values of these paths.</summary>
    public static FormValues Of(IEnumerable<KeyValuePair<string, string[]>> given)
    {
        var values = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (path, texts) in given) values[path] = texts;
        return new(values);
    }

    /// <summary>
    /// A text as a browser sends it back: the end of a line is two characters, whatever it was, and a field of one line has none. What else
    /// parts lines in Unicode is a character like any other.
    /// </summary>
    /// <param name="isText">True for a field of several lines; one of a single line becomes so where its value has line ends.</param>
    internal static string AsSent(string text, bool isText) => isText || text.Contains('\n', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text.Replace("\r", "", StringComparison.Ordinal);

    /// <summary>What counts of a text: blanks around it do not.</summary>
    internal static string Kept(string text) => text.Trim();

    /// <summary>The value at a path; empty where there is none.</summary>
    public string this[string path] => values.TryGetValue(path, out var given) && given.Length > 0 ? given[0] : "";

    /// <summary>Every value at a path.</summary>
    public IReadOnlyList<string> All(string path) => values.GetValueOrDefault(path) ?? [];

    /// <summary>Every path with its values.</summary>
    public IEnumerable<KeyValuePair<string, string[]>> Paths => values;

    /// <summary>How many rows a list has.</summary>
    public int Rows(string list)
    {
        var rows = 0;
        foreach (var path in values.Keys)
        {
            if (RowOf(path, list) is { } row) rows = Math.Max(rows, row + 1);
        }
        return rows;
    }

    public FormValues With(string path, params string[] given) => new(new(values, StringComparer.Ordinal) { [path] = given });

    public FormValues With(FormValues others)
    {
        var all = new SortedDictionary<string, string[]>(values, StringComparer.Ordinal);
        foreach (var (path, given) in others.values) all[path] = given;
        return new(all);
    }

    /// <summary>The same with another row at the end of a list.</summary>
    public FormValues WithRow(string list) => Rows(list) is < MaxRows and var row ? With($"{list}[{row}]", "") : this;

    /// <summary>The same without a row, given as <c>sources[1]</c>; those after it move up.</summary>
    public FormValues WithoutRow(string row)
    {
        var open = row.LastIndexOf('[');
        if (open < 0 || !int.TryParse(row.AsSpan(open + 1, Math.Max(0, row.Length - open - 2)), out var gone)) return this;
        var list = row[..open];
        var left = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (path, given) in values)
        {
            if (RowOf(path, list) is not { } at || at < gone) left[path] = given;
            else if (at > gone) left[$"{list}[{at - 1}]{path[(path.IndexOf(']', open) + 1)..]}"] = given;
        }
        return new(left);
    }

    /// <summary>What a form has a place for, with empty rows left out, so that the paths are those of the events made of it.</summary>
    public FormValues Compact(IEnumerable<FormField> fields)
    {
        var compact = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var field in fields) Take(field, field.Name, field.Name, compact);
        return new(compact);
    }

    /// <summary>A fingerprint of all of it: the same form, the same text.</summary>
    public byte[] Hash(string of)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in values.SelectMany(pair => pair.Value.Prepend(pair.Key)).Prepend(of))
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }
        return hash.GetHashAndReset();
    }

    private void Take(FormField field, string from, string to, SortedDictionary<string, string[]> target)
    {
        switch (field.Shape)
        {
            case FieldShape.List:
                for (int row = 0, rows = Rows(from), kept = 0; row < rows; row++)
                {
                    if (IsBlank(field.Row, $"{from}[{row}]")) continue;
                    Take(field.Row, $"{from}[{row}]", $"{to}[{kept++}]", target);
                }
                break;
            case FieldShape.Group or FieldShape.Changes:
                foreach (var member in field.Members) Take(member, $"{from}.{member.Name}", $"{to}.{member.Name}", target);
                break;
            case FieldShape.Choices:
                if (All(from).Where(value => value.Length > 0).ToArray() is { Length: > 0 } chosen) target[to] = chosen;
                break;
            default:
                TakeOne(field, from, to, target);
                break;
        }
    }

    private void TakeOne(FormField field, string from, string to, SortedDictionary<string, string[]> target)
    {
        var value = Kept(this[from]);
        if (field.Shape is FieldShape.Subject or FieldShape.Event && this[from + Pick] is { Length: > 0 } pick)
        {
            if (NewKind(pick) is not { } kind) value = pick;
            else
            {
                target[to + Pick] = [pick];
                foreach (var member in FormLayout.Opening(kind)) Take(member, from + New + member.Name, to + New + member.Name, target);
                var title = to + New + FormLayout.TitleField(FormLayout.Opener(kind)).Name;
                if (value.Length > 0) target.TryAdd(title, [value]);
            }
        }
        // A date that is typed says more than a day that was offered, and one of its readings more than itself.
        else if (field.Shape is FieldShape.Date)
        {
            if (this[from + Meant] is { Length: > 0 } meant) value = meant;
            else if (value.Length == 0) value = Kept(this[from + Pick]);
        }
        if (value.Length > 0) target[to] = [value];
    }

    /// <summary>The kind of a subject that is to be opened; null where one of those on record is meant.</summary>
    public static SubjectKind? NewKind(string pick) =>
        pick.StartsWith('+') && Enum.TryParse<SubjectKind>(pick.AsSpan(1), out var kind) && Enum.IsDefined(kind)
        && kind != SubjectKind.Campaign
        ? kind
        : null;

    private bool IsBlank(FormField field, string path) => field.Shape switch
    {
        FieldShape.Group => field.Members.All(member => IsBlank(member, $"{path}.{member.Name}")),
        FieldShape.List => Enumerable.Range(0, Rows(path)).All(row => IsBlank(field.Row, $"{path}[{row}]")),
        FieldShape.Choices => All(path).All(string.IsNullOrWhiteSpace),
        _ => string.IsNullOrWhiteSpace(this[path]) && this[path + Pick].Length == 0,
    };

    private static int? RowOf(string path, string list)
    {
        if (path.Length < list.Length + 3 || path[list.Length] != '[' || !path.StartsWith(list, StringComparison.Ordinal)) return null;
        var close = path.IndexOf(']', list.Length);
        return close > 0 && int.TryParse(path.AsSpan(list.Length + 1, close - list.Length - 1), out var row) && row is >= 0 and < MaxRows
            ? row
            : null;
    }
}
