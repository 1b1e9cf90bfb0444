using System.CommandLine;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Commands;

/// <summary>Writes every event as a line of JSON, in the order of the log: what an import reads.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var campaign = new Argument<string?>("campaign") { Description = "Short name of the campaign; leave it out for all.",
            Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>(
            "--output", "-o") { Description = "File to write; by default the standard output.", HelpName = "FILE" };
        var command = new Command("export", "Writes the events as newline-delimited JSON.") { campaign, output };
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            await using var lines = bench.Get<EventLog>().ExportAsync(parsed.GetValue(campaign), ct).GetAsyncEnumerator(ct);
            var more = await lines.MoveNextAsync();
            if (!more && parsed.GetValue(campaign) is { } name)
            {
                Terminal.Complain($"There is no campaign {name} here.");
                return ExitCode.NotFound;
            }
            var file = parsed.GetValue(output);
            if (file is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            {
                Terminal.Complain($"There is no folder for {file}: make it first.");
                return ExitCode.WrongUse;
            }
            // An earlier export is overwritten only when there is something to write.
            await using var target = file is null ? Console.OpenStandardOutput() : File.Create(file);
            var written = 0L;
            for (; more; more = await lines.MoveNextAsync())
            {
                await target.WriteAsync(lines.Current.ToUtf8Line(), ct);
                written++;
            }
            Terminal.Complain($"{written} events written.");
            return ExitCode.Done;
        });
        return command;
    }
}
