using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Where a text can be read that an institution of the European Union names by an identifier: the address follows from the identifier, by
/// the institution's own scheme. In English, where there is a choice.
/// </summary>
public static partial class IdentifierAddress
{
    private const string Parliament = "https://www.europarl.europa.eu/doceo/document/";
    private const string Observatory = "https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=";
    private const string EurLex = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=";
    private const string Eli = "http://data.europa.eu/eli/";

    private static readonly (string Scheme, Regex Form, Func<GroupCollection, string?> Address)[] Schemes =
    [
        ("ta", TextAdopted(), part => $"{Parliament}TA-{part[1]}-{part[2]}-{Number(part[3], 4)}_EN.html"),
        ("motion", Motion(), part => $"{Parliament}{(part[1].Success ? "RC" : "B")}-{part[2]}-{part[4]}-{Number(part[3], 4)}_EN.html"),
        ("report", Report(), part => $"{Parliament}A-{part[1]}-{part[3]}-{Number(part[2], 4)}_EN.html"),
        ("question", Question(), QuestionAddress),
        ("procedure", Procedure(), part => $"{Observatory}{part[1]}/{Number(part[2], 4)}({Upper(part[3])})"),
        ("celex", Celex(), part => $"{EurLex}CELEX:{Upper(part[1])}{(part[2].Success ? $"({Number(part[2], 2)})" : "")}"),
        ("oj", Journal(), part => $"{EurLex}uriserv:OJ.{Upper(part[1])}{(part[3].Success ? "E" : "_")}.{part[4]}."
            + $"{Number(part[2], 3)}.01.{Number(part[5], 4)}.01.ENG"),
        ("eli", LegalAct(), part => $"{Eli}{part[1].Value.Replace(' ', '_')}/{part[2]}/{part[3]}/oj"),
    ];

    /// <summary>The address of what an identifier names; null where none follows from it.</summary>
    public static string? Of(Identifier identifier)
    {
        var (scheme, value) = identifier.Canonical();
        var known = Array.Find(Schemes, known => known.Scheme == scheme);
        return known.Form?.Match(value) is { Success: true } found ? known.Address(found.Groups) : null;
    }

    /// <summary>The address of what a text names that is an identifier of some scheme and nothing else; null for any other text.</summary>
    public static string? Of(string text) =>
        text.Length > Identifier.MaxLength ? null
        : Schemes.Select(known => Of(new Identifier(known.Scheme, text))).FirstOrDefault(address => address is not null);

    // A question says its year, its address the parliamentary term. In the year of an election there are two.
    private static string? QuestionAddress(GroupCollection part)
    {
        var year = int.Parse(part[3].Value, System.Globalization.CultureInfo.InvariantCulture);
        return year < 2005 || (year - 2004) % 5 == 0
            ? null
            : $"{Parliament}{Upper(part[1])}-{6 + (year - 2005) / 5}-{year}-{Number(part[2], 6)}{(part[4].Success ? "-ASW" : "")}_EN.html";
    }

    private static string Number(Group part, int length) => part.Value.PadLeft(length, '0');

    private static string Upper(Group part) => part.Value.ToUpperInvariant();

    // Each as Identifier.Canonical writes it: small letters, one blank between parts, no leading zeros.
    [GeneratedRegex("^p([0-9]{1,2}) ta (?:prov )?([0-9]{4}) ([0-9]{1,4})$")]
    private static partial Regex TextAdopted();

    [GeneratedRegex("^(rc )?b([0-9]{1,2}) ([0-9]{1,4}) ([0-9]{4})$")]
    private static partial Regex Motion();

    [GeneratedRegex("^a([0-9]{1,2}) ([0-9]{1,4}) ([0-9]{4})$")]
    private static partial Regex Report();

    [GeneratedRegex("^([epo]) ([0-9]{1,6}) ([0-9]{4})( asw)?$")]
    private static partial Regex Question();

    [GeneratedRegex("^((?:19|20)[0-9]{2}) ([0-9]{1,4}) ([a-z]{3})$")]
    private static partial Regex Procedure();

    [GeneratedRegex("^([0-9](?:19|20)[0-9]{2}[a-z]{1,2}[0-9]{4})(?: ([0-9]{1,2}))?$")]
    private static partial Regex Celex();

    [GeneratedRegex("^([cl]) ([0-9]{1,3})( e)? [0-9]{1,2} [0-9]{1,2} ((?:19|20)[0-9]{2}) pp? ([0-9]{1,4})(?: [0-9]{1,4})?$")]
    private static partial Regex Journal();

    [GeneratedRegex("^((?:reg|dir|dec|recom)(?: impl| del)?) ((?:19|20)[0-9]{2}) ([0-9]{1,4}) oj$")]
    private static partial Regex LegalAct();
}
