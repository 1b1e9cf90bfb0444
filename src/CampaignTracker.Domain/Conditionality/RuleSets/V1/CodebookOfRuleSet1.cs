using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>How rule set 1 judges, laid out.</summary>
internal static class CodebookOfRuleSet1
{
    private static readonly StepKind[] Away =
        [StepKind.Custody, StepKind.Charge, StepKind.Sentence, StepKind.Regime, StepKind.Ban, StepKind.Measure, StepKind.Death];

    public static Codebook Of(RuleSet1 rules, EventTexts language)
    {
        var texts = new CodebookTexts(language, rules.Version);
        return new Codebook(
            rules.Version,
            texts.Of("about"),
            rules.Notice,
            [
                texts.Rule("gate"), texts.Rule("linkage"), texts.Rule("condition"), texts.Rule("enough"), texts.Rule("baseline"),
                texts.Rule("change"), texts.Rule("order"), texts.Rule("open", RuleSet1.MaxUnknowns),
            ],
            CodebookTexts.Steps((milestone, postponed, _) => Gate.DirectionOf(milestone, postponed)),
            [
                new(Measure.Liberty, texts.Of("Measure.Liberty"), [.. texts.Liberty(Ranks.Of).OrderBy(one => one.Rank)]),
                new(Measure.Restriction, texts.Of("Measure.Restriction"), texts.Restriction(Ranks.Of)),
                new(Measure.Reviewer, texts.Of("Measure.Reviewer"), texts.Reviewer(Ranks.Of)),
            ],
            [
                new(Direction.Refusal, texts.Of("refusal"), []),
                new(Direction.Toward, texts.Of("toward"), []),
                .. Away.Select(kind => new CodebookMovement(Direction.Away, texts.Of($"away.{kind}"), UndoneBy(kind, texts))),
            ],
            texts.Verdicts(Verdict.NotLinked, Verdict.LinkedWithoutConditions, Verdict.Withheld, Verdict.StalledOtherGrounds,
                Verdict.Rewarded, Verdict.AdvancedDespiteRegression, Verdict.PartlyConditioned, Verdict.AdvancedUnmet,
                Verdict.Indeterminate),
            texts.Annotations(Annotations.JustBefore, AnnotationKind.RefusedSince, AnnotationKind.MovementOnly,
                AnnotationKind.MetAfterwards, AnnotationKind.MetEarlier, AnnotationKind.MovedJustBefore,
                AnnotationKind.OtherConditionHonoured, AnnotationKind.CriterionSubstitution, AnnotationKind.NoGroundsStated,
                AnnotationKind.UnverifiedInputs, AnnotationKind.UnreviewedInputs, AnnotationKind.LinkageOnlyPolitical,
                AnnotationKind.OrderAssumed, AnnotationKind.TooManyUnknowns, AnnotationKind.ChosenInHindsight),
            texts.Words(Word.Yes, Word.No, Word.Mixed, Word.Indeterminate, Word.NotAssessable),
            []);
    }

    private static List<string> UndoneBy(StepKind kind, CodebookTexts texts) => kind == StepKind.Death ? [] :
        [texts.Of("undone.met"), .. kind.CanBeUndone() ? [texts.Of("undone.same")] : Array.Empty<string>()];
}
