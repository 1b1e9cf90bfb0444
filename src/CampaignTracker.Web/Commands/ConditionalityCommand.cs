using System.CommandLine;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>The answer: gate by gate, with its evidence, and after them the one word.</summary>
internal static class ConditionalityCommand
{
    public static Command Create() =>
        ViewCommand.Create(
            "conditionality", "Is progress conditioned on reform? Gate by gate, with the evidence.", from => from.Ledger, Print);

    private static void Print(Terminal console, CampaignAt from, ConditionalityLedger ledger)
    {
        foreach (var agreement in ledger.Agreements)
        {
            console.WriteTitle(agreement.Title);
            console.WriteRows(["Gate", "Decided", "Conditions at the gate", "Verdict", "Also"], agreement.Gates.Select(gate => new Cell[]
            {
                (gate.Postponed ? "postponed: " : "") + Words.Of(gate.Milestone),
                gate.Occurred.Text,
                string.Join("\n", gate.Conditions.Select(condition => $"{condition.Demand}: {Status(condition)}")),
                new(Verdict(gate), Decoration.Bold),
                string.Join("\n", gate.Annotations.Select(annotation => annotation.Text)),
            }));
            foreach (var gate in agreement.Gates) console.WriteIndented(gate.Sentence);
            console.WriteLine();
            console.WriteLine(
                $"Is progress on {agreement.Title} conditioned on reform? ", new($"{agreement.Word}", Decoration.Bold), $"{Others(agreement)}.");
            console.WriteLine();
        }
        if (ledger.Agreements.Count == 0) console.WriteLine("No agreement is recorded, so there is nothing to judge.");
        console.WriteLine(ledger.Notice);
        console.WriteLine($"Rule set {ledger.RuleSet}, inputs {ledger.InputsHash}.");
    }

    private static string Status(ConditionAtGate condition) =>
        string.Join(" or ", condition.Statuses.Select(rank => Words.Of(rank)))
        + (condition.Regressed == InReadings.All ? ", regressed" : condition.Regressed == InReadings.Some ? ", perhaps regressed" : "")
        + (condition.Requirement == Domain.Agreements.Requirement.Contributing ? " (contributing)" : "");

    private static string Verdict(GateVerdict gate) =>
        gate.Possible.Count > 1
        ? $"{Words.Of(gate.Verdict)}: {string.Join(" or ", gate.Possible.Select(verdict => Words.Of(verdict)))}"
        : Words.Of(gate.Verdict);

    private static string Others(AgreementVerdict agreement) =>
        agreement.PossibleWords.Count > 1 ? $" ({string.Join(" or ", agreement.PossibleWords)})" : "";
}
