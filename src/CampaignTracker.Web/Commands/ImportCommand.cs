using System.CommandLine;
using CampaignTracker.Web.Imports;

namespace CampaignTracker.Web.Commands;

/// <summary>Records a file of lines through the one door.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Newline-delimited JSON, one typed event a line, as export writes it." };
        var command = new Command(
            "import", "Records the events of a file, in atomic chunks; run it again and nothing is recorded twice.") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (!source.Exists)
            {
                Terminal.Complain($"There is no file {source.FullName}.");
                return ExitCode.WrongUse;
            }
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            ImportResult result = new(0, 0, []);
            await Terminal.ProgressAsync("Importing", Math.Max(1, source.Length), async bar =>
            {
                await using var lines = source.OpenRead();
                result = await bench.Get<LineImport>().RunAsync(lines, bench.Options.Recorder, read => bar.Value = read, ct);
                bar.Value = bar.MaxValue;
            });
            foreach (var problem in result.Problems) Terminal.Complain(problem);
            Terminal.Say($"{result.Recorded} events recorded, {result.Repeated} were there already.");
            if (result.Problems.Count == 0) return ExitCode.Done;
            Terminal.Say("The chunk with the problems above and what follows it were not recorded: mend the file and import it "
                + "again, what is there already is recognised.");
            return ExitCode.WrongUse;
        });
        return command;
    }
}
