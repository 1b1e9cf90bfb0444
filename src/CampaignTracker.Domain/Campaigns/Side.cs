using System.Globalization;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>A side of a campaign's relation: <c>EU</c>, or a country by its ISO 3166-1 alpha-2 code.</summary>
public static class Side
{
    private static readonly Dictionary<string, string> Countries = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        .GroupBy(region => region.TwoLetterISORegionName, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().EnglishName, StringComparer.Ordinal);

    /// <summary>True for <c>EU</c> and for the code of a country.</summary>
    public static bool IsCode(string code) => code == "EU" || Countries.ContainsKey(code);

    /// <summary>The English name of a side: <c>Kazakhstan</c> for <c>KZ</c>; the code itself where no name is known.</summary>
    public static string Name(string code) => Countries.GetValueOrDefault(code, code);

    internal static Finding Refusal(string field) =>
        Finding.Refuse(field, "no_side", "is no side: write EU, or a country's two-letter code such as KZ");
}
