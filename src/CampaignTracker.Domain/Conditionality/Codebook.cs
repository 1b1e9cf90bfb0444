using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>How a rule set judges, laid out for whoever asks: its tables from its code, and what they mean in words.</summary>
/// <param name="Version">The version of the rule set.</param>
/// <param name="About">What it judges, and how it treats what is not known.</param>
/// <param name="Notice">What a verdict does not say.</param>
/// <param name="Rules">The rules behind the tables, in the order in which a gate is judged.</param>
/// <param name="Steps">Which steps move a benefit forward and which hold it back.</param>
/// <param name="Measures">What a demand may be measured by, and the status that each comes to.</param>
/// <param name="Movements">What counts as a refusal, as a step toward what was asked, and as a step away from it.</param>
/// <param name="Verdicts">The verdicts, in the order in which they are tried: the first that holds is given.</param>
/// <param name="Annotations">What else is said of a gate; none changes a verdict.</param>
/// <param name="Words">The one word for an agreement.</param>
/// <param name="Differences">What differs from the version before; none for the first.</param>
public sealed record Codebook(
    int Version,
    string About,
    string Notice,
    IReadOnlyList<CodebookRule> Rules,
    IReadOnlyList<CodebookBenefits> Steps,
    IReadOnlyList<CodebookMeasure> Measures,
    IReadOnlyList<CodebookMovement> Movements,
    IReadOnlyList<CodebookVerdict> Verdicts,
    IReadOnlyList<CodebookAnnotation> Annotations,
    IReadOnlyList<CodebookWord> Words,
    IReadOnlyList<string> Differences);

/// <summary>A rule in words.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What it says.</param>
public sealed record CodebookRule(string Title, string Text);

/// <summary>The steps of the benefits of some kinds.</summary>
/// <param name="Kinds">The kinds that are treated alike.</param>
/// <param name="Milestones">Each milestone.</param>
public sealed record CodebookBenefits(IReadOnlyList<BenefitKind> Kinds, IReadOnlyList<CodebookStep> Milestones);

/// <summary>Which way a milestone moves a benefit.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Reached">Which way it moves it when it is reached.</param>
/// <param name="Postponed">Which way it moves it when it is put off.</param>
public sealed record CodebookStep(Milestone Milestone, GateDirection Reached, GateDirection Postponed);

/// <summary>What a demand may be measured by.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Text">What sets the status.</param>
/// <param name="Statuses">What can be so, and what it comes to.</param>
public sealed record CodebookMeasure(Measure Measure, string Text, IReadOnlyList<CodebookStatus> Statuses);

/// <summary>What can be so of what a demand is measured by.</summary>
/// <param name="Status">It, in words.</param>
/// <param name="Rank">How far the demand is then met.</param>
/// <param name="Manners">The manners of a release that lead to it.</param>
public sealed record CodebookStatus(string Status, Rank Rank, IReadOnlyList<ReleaseManner> Manners);

/// <summary>A step that changes no status by itself.</summary>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Text">What it is.</param>
/// <param name="UndoneBy">What undoes it, for a step away; nothing does where there is none.</param>
public sealed record CodebookMovement(Direction Direction, string Text, IReadOnlyList<string> UndoneBy);

/// <summary>When a verdict is given.</summary>
public sealed record CodebookVerdict(Verdict Verdict, string Text);

/// <summary>When an annotation is given.</summary>
public sealed record CodebookAnnotation(AnnotationKind Annotation, string Text);

/// <summary>When a word is given.</summary>
public sealed record CodebookWord(Word Word, string Text);
