using System.CommandLine;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>Why a status or verdict is what it is.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var subject = new Option<string?>("--subject") { Description = "Short name of a case, restriction or demand.", HelpName = "NAME" };
        var gate = new Option<Guid?>("--gate") { Description = "The event of a gate, as conditionality --json names it.", HelpName = "UUID" };
        var command = ViewCommand.Create(
            "why", "Why a status or verdict is what it is: every event that it rests on, and those without which it would be another.",
            (parsed, state) => parsed.GetValue(gate) is { } id ? Why.OfGate(state, id, RuleSetList.BuiltIn.Standing, Memo.New())
                : parsed.GetValue(subject) is { } name ? Why.OfStatus(state, name, RuleSetList.BuiltIn.Standing, Memo.New())
                : null,
            Print, "Nothing of that name has a status from this viewpoint: give --subject with a case, restriction or demand, or --gate with the event of a judged gate.");
        command.Options.Add(subject);
        command.Options.Add(gate);
        return command;
    }

    private static void Print(IAnsiConsole console, CampaignState state, Why why)
    {
        console.MarkupLineInterpolated($"{why.Title}: [bold]{Answered.InWords(why.What, why.Says)}[/]");
        if (why.Sentence is { } sentence) console.WriteLine(sentence);
        console.WriteRows(["When", "What happened", "Part", "Without it"], why.Chain.Select(link => new Cell[]
        {
            link.Event.Occurred.Text, link.Event.Sentence, Domain.Catalogue.Words.Of(link.Role),
            link.Otherwise is null ? "the same" : link.Otherwise.Count == 0 ? "no question" : Answered.InWords(why.What, link.Otherwise),
        }));
        console.WriteLine($"{why.Chain.Count(link => link.Flips)} of {why.Chain.Count} events decide it alone. {RuleSetList.BuiltIn.Standing.Notice}");
    }
}
