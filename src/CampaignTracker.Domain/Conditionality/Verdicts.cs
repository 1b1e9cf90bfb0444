using CampaignTracker.Domain.Agreements;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>What verdicts say together.</summary>
internal static class Verdicts
{
    /// <summary>True for a gate that counts for the word.</summary>
    public static bool IsJudged(this Verdict verdict) => verdict is not (Verdict.NotLinked or Verdict.LinkedWithoutConditions);

    /// <summary>What verdicts say together, as far as the word needs it.</summary>
    public static (bool Conditioned, bool Regardless) Say(this Verdict verdict) => (
        verdict is Verdict.Rewarded or Verdict.PartlyConditioned or Verdict.Withheld,
        verdict is Verdict.AdvancedDespiteRegression or Verdict.AdvancedUnmet);

    /// <summary>The word for what the verdicts of an agreement say together.</summary>
    public static Word Word((bool Conditioned, bool Regardless) said) => said switch
    {
        (true, false) => Agreements.Word.Yes,
        (false, true) => Agreements.Word.No,
        (true, true) => Agreements.Word.Mixed,
        _ => Agreements.Word.NotAssessable,
    };
}
