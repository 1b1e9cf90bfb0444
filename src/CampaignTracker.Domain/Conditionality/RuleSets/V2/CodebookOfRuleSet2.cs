using System.Numerics;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>How rule set 2 judges, laid out.</summary>
internal static class CodebookOfRuleSet2
{
    // What undoes a step away, beside the condition being met enough.
    private static readonly (AwayKind Kinds, string Key)[] Undoing =
    [
        (AwayKind.Return, "undone.as_free"), (AwayKind.UndoneByLiberty, "undone.liberty"),
        (AwayKind.UndoneByHouseArrest, "undone.house_arrest"), (AwayKind.UndoneByTheSame, "undone.same"),
        (AwayKind.UndoneByQuashing, "undone.quashed"),
    ];

    public static Codebook Of(RuleSet2 rules, EventTexts language)
    {
        var texts = new CodebookTexts(language, rules.Version);
        return new Codebook(
            rules.Version,
            texts.Of("about"),
            rules.Notice,
            [
                texts.Rule("gate"), texts.Rule("linkage"), texts.Rule("condition"), texts.Rule("enough"), texts.Rule("baseline"),
                texts.Rule("change"), texts.Rule("order"), texts.Rule("open", ConditionGroup.MostAtOnce),
            ],
            CodebookTexts.Steps(Gate.DirectionOf),
            [
                new(Measure.Liberty, texts.Of("Measure.Liberty"),
                [
                    .. texts.Liberty(RankBy(Measure.Liberty))
                        .Append(new(texts.Of("house_arrest"), RankBy(Measure.Liberty)(new SetsHouseArrest()), [])).OrderBy(one => one.Rank),
                ]),
                new(Measure.Restriction, texts.Of("Measure.Restriction"), texts.Restriction(RankBy(Measure.Restriction))),
                new(Measure.Reviewer, texts.Of("Measure.Reviewer"), texts.Reviewer(RankBy(Measure.Reviewer))),
            ],
            [
                new(Direction.Refusal, texts.Of("refusal"), []),
                new(Direction.Toward, texts.Of("toward"), []),
                .. Enum.GetValues<AwayKind>().Where(kind => BitOperations.IsPow2((int)kind))
                    .Select(kind => new CodebookMovement(Direction.Away, texts.Of($"away.{kind}"), UndoneBy(kind, texts))),
            ],
            texts.Verdicts(Verdict.NotLinked, Verdict.Withheld, Verdict.StalledOtherGrounds, Verdict.LinkedWithoutConditions,
                Verdict.Rewarded, Verdict.AdvancedDespiteRegression, Verdict.PartlyConditioned, Verdict.AdvancedUnmet,
                Verdict.Indeterminate),
            texts.Annotations(GroupAtGate.JustBefore, AnnotationKind.RefusedSince, AnnotationKind.MovementOnly,
                AnnotationKind.MetAfterwards, AnnotationKind.LostAfterwards, AnnotationKind.MetEarlier, AnnotationKind.MovedJustBefore,
                AnnotationKind.OtherConditionHonoured, AnnotationKind.CriterionSubstitution, AnnotationKind.NoGroundsStated,
                AnnotationKind.OtherGrounds, AnnotationKind.GroundAlreadyMet, AnnotationKind.DiedInCustody, AnnotationKind.PartOnly,
                AnnotationKind.UnverifiedInputs, AnnotationKind.UnreviewedInputs, AnnotationKind.ReviewedByASide,
                AnnotationKind.LinkageOnlyPolitical, AnnotationKind.TooManyUnknowns, AnnotationKind.ChosenInHindsight),
            texts.Words(Word.Yes, Word.Partly, Word.No, Word.Mixed, Word.Indeterminate, Word.NotAssessable),
            [
                texts.Of("difference.kinds"), texts.Of("difference.worlds"), texts.Of("difference.liberty"),
                texts.Of("difference.reviewer"), texts.Of("difference.enough"), texts.Of("difference.withheld"),
                texts.Of("difference.annotations"), texts.Of("difference.word"),
            ]);
    }

    private static Func<Effect, Rank> RankBy(Measure measure) => effect => Change.Of(effect, measure)!.Rank;

    private static List<string> UndoneBy(AwayKind kind, CodebookTexts texts) => kind == AwayKind.Death ? [] :
        [texts.Of("undone.met"), .. Undoing.Where(one => one.Kinds.HasFlag(kind)).Select(one => texts.Of(one.Key))];
}
