using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// A verdict in plain words. In the language of the API it is the sentence of the rule set; in another the same is told point by point, so
/// that no name and no demand has to be inflected.
/// </summary>
public static class GateSentences
{
    public static string Of(GateVerdict gate, PageContext context, IStringLocalizer<PageText> text) =>
        Languages.OfTheApi.Equals(Languages.Find(CultureInfo.CurrentUICulture)) ? gate.Sentence : Points(gate, context, text);

    private static string Points(GateVerdict gate, PageContext context, IStringLocalizer<PageText> text)
    {
        var counting = gate.Conditions
            .Where(one => one.Requirement == Domain.Agreements.Requirement.Necessary && one.Counts != InReadings.None).ToList();
        List<string> points =
        [
            text.Say("Told.Step", ("step", GateWords.Of(gate, text)), ("date", DateWords.Of(gate.Occurred)),
                ("verdict", text[$"Verdict.{GateWords.NameOf(gate, context)}"].Value)),
        ];
        if (gate.Possible.Count > 1) Add("Possible", gate.Possible.Select(one => text[$"Verdict.{one}"].Value));
        Add("Met", Quoted(one => one.MetEnough == InReadings.All));
        Add("Unmet", Quoted(one => one.MetEnough == InReadings.None));
        Add("Worse", Quoted(one => one.Regressed == InReadings.All));
        Add("Better", Quoted(one => one.Improved == InReadings.All && one.MetEnough != InReadings.All));
        Add("Depends", gate.Deciding.Select(id => context.State.Knowledge.Fact(id)).OfType<Domain.Record.Fact>()
            .Select(fact => context.State.TitleOf(fact.Event.Subject)).Distinct(StringComparer.Ordinal));
        return string.Join(' ', points);

        void Add(string key, IEnumerable<string> all)
        {
            var list = NamedPlaces.Listed(all);
            if (list.Length > 0) points.Add(text.Say($"Told.{key}", ("list", list)));
        }

        IEnumerable<string> Quoted(Func<ConditionAtGate, bool> holds) => counting.Where(holds).Select(one => text["Told.Quoted", one.Title].Value);
    }
}
