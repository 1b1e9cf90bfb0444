using System.CommandLine;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Commands;

/// <summary>Writes every event as a line of JSON, in the order of the log: what an import reads.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var campaign = new Argument<string?>("campaign") { Description = "Short name of the campaign; leave it out for all.", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { Description = "File to write; by default the standard output.", HelpName = "FILE" };
        var command = new Command("export", "Writes the events as newline-delimited JSON.") { campaign, output };
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            await using var target = parsed.GetValue(output) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            var written = 0L;
            await foreach (var line in bench.Get<EventLog>().ExportAsync(parsed.GetValue(campaign), ct))
            {
                await target.WriteAsync(line.ToUtf8Line(), ct);
                written++;
            }
            if (written == 0 && parsed.GetValue(campaign) is { } name)
            {
                await Console.Error.WriteLineAsync($"There is no campaign {name} here.");
                return ExitCode.NotFound;
            }
            await Console.Error.WriteLineAsync($"{written} events written.");
            return ExitCode.Done;
        });
        return command;
    }
}
