using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// What the rules read of each input, as a text to hash: nothing of when and by whom it was recorded but where a rule asks for it.
/// </summary>
internal static class Fingerprints
{
    /// <summary>SHA-256 over facts, whatever their order, in hexadecimal.</summary>
    public static string Of(IEnumerable<Fact> inputs, Memo memo) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inputs.OrderBy(fact => fact.Id)
            .Select(fact => memo.Of("fingerprint", fact.Id, [fact], () => Of(fact)))))));

    private static string Of(Fact fact) => string.Join(' ',
        fact.Id,
        fact.Recorded.Position.ToString(CultureInfo.InvariantCulture),
        EventCatalogue.Of(fact.Event).Name,
        fact.Event.Confidence,
        fact.Event is ConditionAttached ? fact.Recorded.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-",
        fact.Recorded.Warnings.Any(warning => warning.Code == FulfilmentAssessed.Unreviewed) ? FulfilmentAssessed.Unreviewed : "-",
        EventJson.Content(fact.Event));
}
