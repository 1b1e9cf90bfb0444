using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The conditions of a picture: what each is about, its status over time, and the events that make verdicts what they are.
/// </summary>
internal static class PictureLines
{
    public static IReadOnlyList<PictureLine> Of(
        CampaignState state, Agreement agreement, AgreementVerdict verdict, IStringLocalizer<PageText> text)
    {
        var lines = ConditionLine.Of(state, agreement);
        var from = agreement.Linkages.Count == 0 ? DateOnly.MinValue : agreement.Linkages.Min(linkage => linkage.Declared.Earliest);
        var decided = Turning(verdict);
        List<PictureLine> drawn = [.. lines.Select(line => Of(state, line, verdict, decided, from, text))];
        // Two of one name are told apart by what they ask, or when.
        foreach (var alike in drawn.GroupBy(line => line.Name).Where(group => group.Count() > 1).ToList())
        {
            if (alike.All(line => line.Role is not null) && alike.DistinctBy(line => line.Role).Count() == alike.Count()) continue;
            foreach (var line in alike)
            {
                var asks = lines.First(other => other.Demand == line.Demand).Title;
                drawn[drawn.IndexOf(line)] = line with { Role = asks == line.Name ? DateWords.Of(line.Issued) : asks };
            }
        }
        return drawn;
    }

    private static PictureLine Of(
        CampaignState state, ConditionLine line, AgreementVerdict verdict, Dictionary<Guid, bool?> decided, DateOnly promised,
        IStringLocalizer<PageText> text)
    {
        var about = state.History(line.Demand)?.Opening?.Event is DemandIssued { MeasuredBy: not Measure.Reviewer, About: { } name }
            ? state.History(name)?.Opening?.Event : null;
        var (called, role, group) = about switch
        {
            CaseOpened person => (person.Name.Value, person.Role?.Value, "People"),
            RestrictionOpened ban => (ban.Name, null, ban.Kind switch
            {
                RestrictionKind.Law => "Laws",
                RestrictionKind.Media => "Media",
                _ => "Bans",
            }),
            _ => (null, null, "Others"),
        };
        if (line.Requirement == Requirement.Contributing) role = text["Picture.Contributing"];
        List<PictureBand> bands = [.. line.Spans.Select(span => new PictureBand(
            span.From, span.To, [.. span.Possible.Select(StatusWords.RankOf).Distinct()], IsConfirmed(state, span.Evidence)))];
        var first = verdict.Gates.FirstOrDefault(gate => PictureStep.IsJudged(gate.Verdict))?.Occurred.Earliest ?? DateOnly.MaxValue;
        var changes = line.Marks.Where(mark => decided.ContainsKey(mark.Event) || WentBack(mark));
        return new(
            line.Demand, called ?? line.Title, role, text[$"Picture.Group.{group}"], line.Requirement == Requirement.Necessary,
                line.Issued, bands,
            [.. changes.Select(mark => Told(state, mark, line, decided, text))]);

        bool WentBack(LineMark mark)
        {
            var at = line.Spans.ToList().FindIndex(span => span.Evidence.Contains(mark.Event) && span.From == mark.At);
            return at > 0 && mark.At.Earliest >= promised && mark.At.Latest < first
                && line.Spans[at].Possible.Max(StatusWords.RankOf) < line.Spans[at - 1].Possible.Min(StatusWords.RankOf);
        }
    }

    private static PictureChange Told(
        CampaignState state, LineMark mark, ConditionLine line, Dictionary<Guid, bool?> decided, IStringLocalizer<PageText> text)
    {
        var fact = state.Knowledge.Fact(mark.Event)!;
        var date = DateWords.Of(mark.At);
        var better = decided.GetValueOrDefault(mark.Event, false);
        var what = WordOf(fact.Event, text);
        return new(
            mark.Event, mark.At, what, date, PictureDate.Short(mark.At, date), mark.Kind == LineMarkKind.Contested ? "unknown"
                : better == true ? "delivered" : "worse",
            !line.Spans.Any(span => span.From == mark.At && span.Evidence.Contains(mark.Event)), $"{date}: {mark.Sentence}");
    }

    /// <summary>
    /// The events that make a verdict what it is, each with whether it was for the better: what was delivered where some or all of it was,
    /// what got worse where things got worse, and whatever decides what cannot be told.
    /// </summary>
    private static Dictionary<Guid, bool?> Turning(AgreementVerdict verdict)
    {
        Dictionary<Guid, bool?> turning = [];
        foreach (var gate in verdict.Gates)
        {
            foreach (var id in gate.Deciding) turning.TryAdd(id, null);
            foreach (var condition in gate.Conditions
                .Where(one => one is { Requirement: Requirement.Necessary, Counts: not InReadings.None }))
            {
                var since = condition.Evidence.Except(condition.BaselineEvidence).ToList();
                if (condition.Improved != InReadings.None
                    && gate.Verdict is Verdict.Rewarded or Verdict.PartlyConditioned or Verdict.Indeterminate)
                {
                    foreach (var id in since) turning.TryAdd(id, true);
                }
                if (condition.Regressed == InReadings.None
                    || gate.Verdict is not (Verdict.AdvancedDespiteRegression or Verdict.Indeterminate)) continue;
                foreach (var id in condition.Steps.Where(step => step.Direction == Direction.Away).Select(step => step.Event).Concat(since))
                    turning[id] = false;
            }
        }
        return turning;
    }

    private static bool IsConfirmed(CampaignState state, IReadOnlyList<Guid> evidence) =>
        evidence.Any(id => state.Knowledge.Fact(id)?.Event.Confidence == Confidence.Confirmed);

    private static string WordOf(CampaignEvent e, IStringLocalizer<PageText> text)
    {
        var type = Domain.Catalogue.EventCatalogue.Of(e);
        var form = e switch
        {
            ReleaseAchieved { Manner: var manner } => $".{manner}",
            FulfilmentAssessed { Fulfilment: var fulfilment } => $".{fulfilment}",
            _ => "",
        };
        foreach (var key in new[] { $"Picture.Event.{type.Name}{form}", $"Picture.Event.{type.Name}" })
        {
            if (text[key] is { ResourceNotFound: false } found) return found;
        }
        return Words.Of(type);
    }
}

/// <summary>The title of a picture: what the verdicts say together.</summary>
internal static class PictureFinding
{
    public static string Of(IReadOnlyList<PictureStep> steps, IStringLocalizer<PageText> text)
    {
        var judged = steps.Where(step => PictureStep.IsJudged(step.Verdict)).ToList();
        if (judged.Count == 0) return text[steps.Count == 0 ? "Picture.Finding.NoSteps" : "Picture.Finding.NotJudged"];
        int Of(Verdict verdict) => judged.Count(step => step.Verdict == verdict);

        var worse = Of(Verdict.AdvancedDespiteRegression);
        // The largest group names the finding; of groups of one size the one that stands first.
        var (key, count) = new (string Key, int Count)[]
        {
            ("Nothing", worse + Of(Verdict.AdvancedUnmet)), ("Unknown", Of(Verdict.Indeterminate)), ("Some", Of(Verdict.PartlyConditioned)),
            ("All", Of(Verdict.Rewarded)), ("Withheld", Of(Verdict.Withheld)), ("Stalled", Of(Verdict.StalledOtherGrounds)),
        }.MaxBy(group => group.Count);
        if (key == "Nothing" && steps.Any(step => step.States.Values.Any(state => state.Delivered == true))) key = "NothingNew";
        return key.StartsWith("Nothing", StringComparison.Ordinal) && worse > 0
            ? text[$"Picture.Finding.{key}.Worse", count, judged.Count, worse]
            : text[$"Picture.Finding.{key}", count, judged.Count];
    }
}

/// <summary>The texts around a picture.</summary>
/// <param name="Benefit">What the agreement is called beside its steps.</param>
/// <param name="Delivered">What is counted: <c>Free at that step</c>.</param>
/// <param name="AllPeople">True where every condition is a person's liberty, so that bands are called held and free.</param>
public sealed record PictureWords(string Benefit, string Delivered, bool AllPeople, IStringLocalizer<PageText> Text)
{
    public string this[string key] => Text[key];

    internal static PictureWords Of(CampaignState state, Agreement agreement, IReadOnlyList<PictureLine> lines,
        IStringLocalizer<PageText> text)
    {
        var people = lines.Count > 0 && lines.All(line => line.Group == text["Picture.Group.People"]);
        var kind = (state.History(agreement.Name)?.Opening?.Event as AgreementDefined)?.Kind ?? BenefitKind.Agreement;
        return new(text[$"Picture.Benefit.{kind}"], text[people ? "Picture.Count.Free" : "Picture.Count.Delivered"], people, text);
    }

    internal static string? CountOf(IEnumerable<StateAtStep> states, IStringLocalizer<PageText> text)
    {
        var all = states.ToList();
        if (all.Count == 0) return null;
        var (sure, open) = (all.Count(state => state.Delivered == true), all.Count(state => state.Delivered is null));
        return open switch
        {
            0 => text["Picture.Count.Of", sure, all.Count],
            1 => text["Picture.Count.Or", sure, sure + 1, all.Count],
            _ => text["Picture.Count.Range", sure, sure + open, all.Count],
        };
    }
}
