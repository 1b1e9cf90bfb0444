using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>
/// A side of a campaign's relation: <c>EU</c>, a country by its ISO 3166-1 alpha-2 code, or an organisation by its name.
/// </summary>
public static class Side
{
    // What a name of a country may have around it and still be one: Republic of Kazakhstan.
    private static readonly HashSet<string> Titles =
    [
        .. ((string[])["the", "of", "and", "republic", "kingdom", "federation", "state", "democratic", "people's", "peoples", "islamic",
            "arab"])
            .SelectMany(Words),
    ];

    private static readonly (string Code, string Name, string Folded)[] Known =
    [
        ("EU", "European Union", Folded("European Union")),
        .. Countries.Names.Select(country => (country.Key, country.Value, Folded(country.Value))),
    ];

    /// <summary>True for <c>EU</c> and for the code of a country.</summary>
    public static bool IsCode(string code) => code == "EU" || Countries.Names.ContainsKey(code);

    /// <summary>The English name of a side: <c>Kazakhstan</c> for <c>KZ</c>; itself where it is no code of a country.</summary>
    public static string Name(string side) => Countries.Names.GetValueOrDefault(side, side);

    /// <summary>True for the code or the name of a side, folded.</summary>
    /// <param name="side">The side as the campaign has it; null for none.</param>
    public static bool Is(string name, string? side) =>
        side is not null && (BodyName.AreSame(name, side) || BodyName.AreSame(name, Name(side)));

    /// <summary>True for a name that has the name of a side in it: <c>Ministry of Justice of Kazakhstan</c>.</summary>
    public static bool IsWithin(string name, string side)
    {
        var (folded, sought) = (BodyName.Fold(name), BodyName.Fold(Name(side)));
        bool IsLetter(int place) => place >= 0 && place < folded.Length && char.IsLetter(folded[place]);
        int Next(int from) => folded.IndexOf(sought, from, StringComparison.Ordinal);

        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (!IsLetter(at - 1) && !IsLetter(at + sought.Length)) return true;
        }
        return false;
    }

    /// <summary>What is wrong or surprising with a side in a field.</summary>
    internal static IEnumerable<ValidationIssue> Check(string field, string side)
    {
        if (IsCode(side) || string.IsNullOrWhiteSpace(side)) yield break;
        // Two letters are a code, or the one organisation that is known by two.
        if (side is { Length: <= 2 } and not "UN") yield return ValidationIssue.Refuse(field, "no_side");
        else if (CloseTo(side) is { } country)
            yield return ValidationIssue.Warn(field, "close_to_country", ("country", country.Name), ("code", country.Code));
    }

    private static (string Code, string Name)? CloseTo(string side)
    {
        var folded = Folded(side);
        var near = Known.Where(known => Nearest.IsSlip(folded, known.Folded)).OrderBy(known => known.Folded == folded ? 0 : 1);
        return near.Select(known => ((string, string)?)(known.Code, known.Name)).FirstOrDefault();
    }

    private static string Folded(string name)
    {
        var words = Words(name).ToList();
        var telling = words.Where(word => !Titles.Contains(word)).ToList();
        return string.Join(' ', telling.Count > 0 ? telling : words);
    }

    private static string[] Words(string name) => NameNormalizer.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
