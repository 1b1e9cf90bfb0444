using CampaignTracker.Domain.Agreements;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The one word for an agreement (conditionality-2.md, 'The word').</summary>
internal static class AgreementWords
{
    /// <summary>The words that a choice of one possible verdict at each gate gives.</summary>
    public static IReadOnlyList<Word> Of(IReadOnlyList<GateJudgement> gates) =>
    [
        .. gates.Aggregate(new HashSet<Said> { Said.Nothing }, (sums, gate) =>
            [.. sums.SelectMany(sum => gate.Possible.Select(verdict => sum | SaidBy(verdict)))]).Select(WordOf).Distinct().Order(),
    ];

    private static Said SaidBy(Verdict verdict) => verdict switch
    {
        Verdict.Rewarded or Verdict.Withheld => Said.Conditioned,
        Verdict.PartlyConditioned => Said.InPart,
        Verdict.AdvancedDespiteRegression or Verdict.AdvancedUnmet => Said.Regardless,
        _ => Said.Nothing,
    };

    private static Word WordOf(Said said) => said switch
    {
        Said.Nothing => Word.NotAssessable,
        Said.Regardless => Word.No,
        Said.Conditioned => Word.Yes,
        _ when said.HasFlag(Said.Regardless) => Word.Mixed,
        _ => Word.Partly,
    };

    [Flags]
    private enum Said
    {
        Nothing = 0,
        Conditioned = 1,
        InPart = 2,
        Regardless = 4,
    }
}
