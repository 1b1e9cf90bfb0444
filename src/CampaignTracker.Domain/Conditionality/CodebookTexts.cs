using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>What a codebook says: the text of its version where there is one (<c>codebook.gate:2</c>), else that of all.</summary>
internal sealed class CodebookTexts(EventTexts texts, int version)
{
    /// <summary>A text.</summary>
    /// <param name="key">Its key without <c>codebook.</c>.</param>
    /// <param name="number">What stands in the place of <c>{number}</c>.</param>
    public string Of(string key, int number = 0) => TextTemplate
        .Read(texts.Find(string.Create(CultureInfo.InvariantCulture, $"codebook.{key}:{version}")) ?? texts.Find($"codebook.{key}") ?? "")
        .Fill(number, (value, _) => value.ToString(CultureInfo.InvariantCulture));

    public CodebookRule Rule(string key, int number = 0) => new(Of($"{key}.title"), Of(key, number));

    public List<CodebookVerdict> Verdicts(params IEnumerable<Verdict> verdicts) =>
        [.. verdicts.Select(verdict => new CodebookVerdict(verdict, Of(EventTexts.KeyOf(verdict))))];

    /// <param name="days">Within how many days before a gate something has just been delivered.</param>
    public List<CodebookAnnotation> Annotations(int days, params IEnumerable<AnnotationKind> kinds) =>
        [.. kinds.Select(kind => new CodebookAnnotation(kind, Of(EventTexts.KeyOf(kind), days)))];

    public List<CodebookWord> Words(params IEnumerable<Word> words) =>
        [.. words.Select(word => new CodebookWord(word, Of(EventTexts.KeyOf(word))))];

    /// <summary>The steps of each kind of benefit; kinds that are treated alike stand together.</summary>
    public static List<CodebookBenefits> Steps(Func<Milestone, bool, BenefitKind, GateDirection> direction) =>
    [
        .. Enum.GetValues<BenefitKind>()
            .Select(kind => (Kind: kind, Steps: Enum.GetValues<Milestone>().Select(milestone =>
                new CodebookStep(milestone, direction(milestone, false, kind), direction(milestone, true, kind))).ToList()))
            .GroupBy(one => string.Join(' ', one.Steps))
            .Select(alike => new CodebookBenefits([.. alike.Select(one => one.Kind)], alike.First().Steps)),
    ];

    /// <summary>What can be so of a person's liberty.</summary>
    /// <param name="rank">The rank that a status amounts to.</param>
    public IEnumerable<CodebookStatus> Liberty(Func<Effect, Rank> rank) => Enum.GetValues<Custody>()
        // House arrest is an effect of its own, which not every version knows.
        .Where(custody => custody != Custody.HouseArrest)
        .Select(custody => new CodebookStatus(texts.Word(custody), rank(new SetsCustody(custody)),
            [.. Enum.GetValues<ReleaseManner>().Where(manner => ReleaseAchieved.CustodyAfter(manner) == custody)]));

    /// <summary>What can be so of a restriction.</summary>
    public List<CodebookStatus> Restriction(Func<Effect, Rank> rank) =>
        [.. Enum.GetValues<RestrictionState>()
            .Select(state => new CodebookStatus(texts.Word(state), rank(new SetsRestriction(state)), []))];

    /// <summary>What a reviewer can find.</summary>
    public List<CodebookStatus> Reviewer(Func<Effect, Rank> rank) =>
        [.. Enum.GetValues<Fulfilment>().Select(found => new CodebookStatus(texts.Word(found), rank(new SetsFulfilment(found)), []))];
}
