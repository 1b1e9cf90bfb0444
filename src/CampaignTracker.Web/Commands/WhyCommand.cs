using System.CommandLine;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Projections;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>Why a status or verdict is what it is.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var subject = new Option<string?>("--subject") { Description = "Short name of a case, restriction or demand.", HelpName = "NAME" };
        var gate = new Option<Guid?>("--gate") { Description = "The event of a gate, as conditionality --json names it.",
            HelpName = "UUID" };
        var command = ViewCommand.Create(
            "why", "Why a status or verdict is what it is: every event that it rests on, and those without which it would be another.",
            (parsed, from) => parsed.GetValue(gate) is { } id ? Why.OfGate(from.State, id, from.Rules, Memo.New())
                : parsed.GetValue(subject) is { } name ? Why.OfStatus(from.State, name, from.Rules, Memo.New())
                : null,
            Print,
            "Nothing of that name has a status from this viewpoint: give --subject with a case, restriction or demand, or --gate with the "
            + "event of a judged gate.");
        command.Options.Add(subject);
        command.Options.Add(gate);
        return command;
    }

    private static void Print(Terminal console, CampaignAt from, Why why)
    {
        console.WriteLine($"{why.Title}: ", new(Answered.InWords(why.Says), Decoration.Bold));
        if (why.Sentence is { } sentence) console.WriteLine(sentence);
        console.WriteRows(["When", "What happened", "Part", "Without it"], why.Chain.Select(link => new Cell[]
        {
            link.Event.Occurred.Text, link.Event.Sentence, Words.Of(link.Role),
            link.Otherwise is null ? "the same" : Answered.InWords(link.Otherwise),
        }));
        console.WriteLine($"{why.Chain.Count(link => link.Flips)} of {why.Chain.Count} events decide it alone. {from.Rules.Notice}");
    }
}
