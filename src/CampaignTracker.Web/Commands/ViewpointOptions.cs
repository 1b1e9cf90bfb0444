using System.CommandLine;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Commands;

/// <summary>The options by which a command says from where it looks.</summary>
internal sealed class ViewpointOptions(string side, string asOf, string knownAt)
{
    /// <summary>The rule set, one for a whole command.</summary>
    public static Option<string?> RuleSet { get; } =
        new("--rule-set") { Description = "The rule set by which verdicts are given; the standing one without it.", HelpName = "VERSION" };

    public Option<string?> AsOf { get; } = new($"--{side}as-of") { Description = asOf, HelpName = "DATE" };

    public Option<string?> KnownAt { get; } = new($"--{side}known-at") { Description = knownAt, HelpName = "INSTANT" };

    /// <summary>What was given.</summary>
    /// <param name="issues">Takes what is wrong, by the option.</param>
    public ViewpointRequest Read(ParseResult parsed, ViewpointReader viewpoints, List<ValidationIssue> issues)
    {
        (string, string) Given(Option<string?> option) => (option.Name, parsed.GetValue(option) ?? "");

        return viewpoints.ReadCommand(Given(AsOf), Given(KnownAt), Given(RuleSet), issues);
    }

    /// <summary>Says what is wrong.</summary>
    public static int Wrong(List<ValidationIssue> issues)
    {
        Terminal.Complain($"{issues[0].Field} {IssueMessages.Of(issues[0], Languages.OfTheApi)}.");
        return ExitCode.WrongUse;
    }
}
