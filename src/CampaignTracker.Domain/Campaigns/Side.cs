using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>A side of a campaign's relation: <c>EU</c>, or a country by its ISO 3166-1 alpha-2 code.</summary>
public static class Side
{
    /// <summary>True for <c>EU</c> and for the code of a country.</summary>
    public static bool IsCode(string code) => code == "EU" || Countries.Names.ContainsKey(code);

    /// <summary>The English name of a side: <c>Kazakhstan</c> for <c>KZ</c>; the code itself where no name is known.</summary>
    public static string Name(string code) => Countries.Names.GetValueOrDefault(code, code);

    internal static ValidationIssue Refusal(string field) =>
        ValidationIssue.Refuse(field, "no_side");
}
