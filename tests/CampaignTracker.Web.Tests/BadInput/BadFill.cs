using System.Text.Json.Nodes;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Forms;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Good forms, each with one field filled with what it cannot hold.</summary>
/// <param name="Path">The field.</param>
/// <param name="Typed">What stands in it.</param>
internal sealed record BadFill(FormField Field, string Path, string Typed)
{
    private static readonly string[] NoNumbers = ["canaryqzx", "1.5", "1e3", "1,000", "٣x", "９", "0x10", "--1", "½", "Ⅳ", "9223372036854775808", "2147483648", "1 2", "∞", "NaN"];
    private static readonly string[] NoTimes = ["24:00", "14:60", "2:30", "14h30", "14:30:00", "14:30Z", "noon", "１４:３０"];
    private static readonly string[] NoSubjects = ["nobody of that name", "case-99", "-", "..", "канарейка", "\u202Ecase-1x", "%", "01a20a33-a43c-75d6-b20c-ac344efa1875"];
    private static readonly string[] NoEvents = ["no such event", "01a20a33-a43c-75d6-b20c-ac344efa1875", "00000000-0000-0000-0000-000000000000", "{}", "1", "\u202E"];
    private static readonly string[] NoTexts = ["x\uFFFD", "\uFFFDx", "x\uFFFEy", "\uFFFF", "x\uFDD0", "x\uFDEF", "\U0001FFFE", "\U0010FFFFx", "\0x"];

    /// <summary>What a list of dates, months and days makes of itself where no calendar has it.</summary>
    private static readonly string[] Years = ["0000", "0001", "0", "1", "99", "1900", "2013", "9999", "10000", "-0044", "20XX", "2X13", "ＸＸ13", "٢٠١٣", "२०१३"];
    private static readonly string[] Months = ["", "00", "0", "02", "04", "13", "25", "41", "X1", "Brumaire", "٠٠"];
    private static readonly string[] Days = ["", "00", "29", "30", "31", "32", "99", "-1", "XX", "٣٢"];
    private static readonly string[] Around = ["", "\u200E", "\u202E", "~", "?", "/", "../", "/2012", " or ", " 25:00", "T24:00", "\u00A0", " BC", "th century"];

    /// <summary>What somebody types into a form to say what an event says.</summary>
    public static Dictionary<string, List<string>> Good(FormLayout layout, JsonObject body)
    {
        Dictionary<string, List<string>> filled = new(StringComparer.Ordinal);
        foreach (var field in layout.All) Fill(field, field.Name, body[field.Name], filled);
        return filled;
    }

    /// <summary>One mistake in a form that is filled well; the same seed makes the same.</summary>
    public static BadFill Of(FormLayout layout, Dictionary<string, List<string>> good, Random random)
    {
        var leaves = layout.All.SelectMany(field => Leaves(field, field.Name)).Where(leaf => good.ContainsKey(leaf.Path)).ToList();
        for (; ; )
        {
            var (path, field) = leaves[random.Next(leaves.Count)];
            var must = field is { Required: true, Fallback: null } && !path.Contains('[', StringComparison.Ordinal);
            var typed = must && random.Next(8) == 0 ? "" : Mistyped(field, random);
            if (typed.Trim().Length > 0 ? field.Shape != FieldShape.Date || !WrittenDate.TryRead(typed.Trim(), new(2026, 1, 1), out _, out _) : must) return new(field, path, typed);
        }
    }

    /// <summary>A text that looks like a date, and may be one.</summary>
    public static string Date(Random random)
    {
        string Any(string[] of) => of[random.Next(of.Length)];
        if (random.Next(4) == 0) return NaughtyDates.All[random.Next(NaughtyDates.All.Count)];
        var separator = Any(["-", ".", "/", " "]);
        var date = string.Join(separator, new[] { Any(Years), Any(Months), Any(Days) }.Where(part => part.Length > 0));
        return random.Next(3) switch { 0 => Any(Around) + date, 1 => date + Any(Around), _ => date + Any(Around) + Any(Years) };
    }

    public override string ToString() => $"{Path} = {JsonValue.Create(Typed.Length > 80 ? Typed[..80] : Typed).ToJsonString()}";

    private static string Mistyped(FormField field, Random random)
    {
        string Any(string[] of) => of[random.Next(of.Length)];
        return field.Shape switch
        {
            FieldShape.Date => Date(random),
            FieldShape.Number => Any(NoNumbers),
            FieldShape.YesNo => Any(["true", "yes", "1", "canaryqzx"]),
            FieldShape.Choice or FieldShape.Choices => Any(["canaryqzx", "0", "1", "-1", Enum.GetNames(field.Type)[0].ToLowerInvariant(), $"{Enum.GetNames(field.Type)[0]},{Enum.GetNames(field.Type)[^1]}"]),
            FieldShape.Subject => Any(NoSubjects),
            FieldShape.Event => Any(NoEvents),
            _ when field.Type == typeof(TimeOfDay) => Any(NoTimes),
            _ when random.Next(20) == 0 => new string('c', (field.Type == typeof(PersonalText) ? PersonalText.MaxLength : Domain.Catalogue.EventJson.MaxTextLength) + 1),
            _ => Any(NoTexts),
        };
    }

    private static IEnumerable<(string Path, FormField Field)> Leaves(FormField field, string path) => field.Shape switch
    {
        FieldShape.List => Leaves(field.Row, $"{path}[0]"),
        FieldShape.Group => field.Members.SelectMany(member => Leaves(member, $"{path}.{member.Name}")),
        _ => [(path, field)],
    };

    private static void Fill(FormField field, string path, JsonNode? value, Dictionary<string, List<string>> filled)
    {
        switch (value)
        {
            case null:
                break;
            case JsonArray rows when field.Shape == FieldShape.List:
                foreach (var (index, row) in rows.Index()) Fill(field.Row, $"{path}[{index}]", row, filled);
                break;
            case JsonArray ticked:
                filled[path] = [.. ticked.Select(one => one!.ToString())];
                break;
            case JsonObject group when field.Shape == FieldShape.Group:
                foreach (var member in field.Members) Fill(member, $"{path}.{member.Name}", group[member.Name], filled);
                break;
            case JsonObject personal:
                filled[path] = [personal["personal"]!.GetValue<string>()];
                break;
            case JsonValue yes when yes.TryGetValue<bool>(out var said):
                filled[path] = [said ? "True" : "False"];
                break;
            default:
                filled[path] = [value.ToString()];
                break;
        }
    }
}
