using System.CommandLine;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Sample;

namespace CampaignTracker.Web.Commands;

/// <summary>What an installation that has the sample already does with it.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var check = new Command(
            "check", "Records what a check of the sample against its sources corrected and added; a second time, nothing is recorded.");
        check.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            switch (await SampleCampaign.RecordCheckAsync(bench.Get<IServiceProvider>(), bench.Options.Recorder, ct))
            {
                case RecordingOutcome.Recorded { Fresh: 0 }:
                    Terminal.Say("Nothing was recorded: the sample has been checked already.");
                    return ExitCode.Done;
                case RecordingOutcome.Recorded done:
                    Terminal.Say($"{done.Fresh} events recorded. What they changed: difference {SampleCampaign.Name} "
                        + $"--from-known-at {done.Events[0].Sequence - 1}");
                    return ExitCode.Done;
                case null:
                    Terminal.Complain($"There is no sample campaign {SampleCampaign.Name} here: "
                        + "an empty tracker loads it at its first start, checked already.");
                    return ExitCode.NotFound;
                case RecordingOutcome.Refused refused:
                    var problems = new LineProblems();
                    foreach (var found in refused.Issues) problems.Add(found.Line + 1 ?? 0, found.ValidationIssue);
                    foreach (var problem in problems.ToList()) Terminal.Complain(problem);
                    Terminal.Complain("Nothing was recorded: the check does not fit what is on record here.");
                    return ExitCode.WrongUse;
                case var other:
                    throw new InvalidOperationException($"No case for {other.GetType().Name}.");
            }
        });
        return new Command("sample", $"The sample campaign {SampleCampaign.Name}.") { check };
    }
}
