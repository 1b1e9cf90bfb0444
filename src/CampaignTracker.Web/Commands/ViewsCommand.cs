using System.CommandLine;
using CampaignTracker.Web.Health;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Commands;

/// <summary>
/// The administrator's way to the stored views: how they stand; after mending, let them go on; draw them anew; after an upgrade, tidy up.
/// </summary>
internal static class ViewsCommand
{
    public static Command Create()
    {
        var command = new Command("views", "Shows how the stored views stand; resumes, rebuilds or tidies them.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            return Show(await bench.Get<ViewHealth>().ReadAsync(ct));
        });
        command.Subcommands.Add(Asking("resume", "Lets a stopped view go on where it stopped, after what stopped it is mended.",
            (keeping, view, ct) => keeping.ResumeAsync(view, ct)));
        command.Subcommands.Add(Asking(
            "rebuild", "Draws a view anew from the log, beside a running server: no reader is left without an answer.",
            (keeping, view, ct) => keeping.RebuildAsync(view, ct)));
        command.Subcommands.Add(Tidying());
        return command;
    }

    private static Command Tidying()
    {
        var command = new Command(
            "tidy", "Drops the tables of other versions of the views that no server keeps and no report shows any more.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            var became = await bench.Get<OtherVersions>().DropAsync(ct);
            foreach (var line in became.DefaultIfEmpty("there is no other version.")) Terminal.Say(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Asking(string name, string description, Func<ViewKeeping, string, CancellationToken, Task<KeepingOutcome>> ask)
    {
        var view = new Argument<string[]>("view") { Description = "Its name, as views shows it; leave it out for all.",
            Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, description) { view };
        command.SetAction(async (parsed, ct) =>
        {
            var names = parsed.GetValue(view) is { Length: > 0 } given ? given : [.. ViewHealth.Names];
            if (names.FirstOrDefault(asked => !ViewHealth.Names.Contains(asked)) is { } unknown)
            {
                Terminal.Complain($"There is no view {unknown}: there is {string.Join(", ", ViewHealth.Names)}.");
                return ExitCode.WrongUse;
            }
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            var done = true;
            foreach (var asked in names)
            {
                var outcome = await ask(bench.Get<ViewKeeping>(), asked, ct);
                done &= outcome.Done;
                if (outcome.Done) Terminal.Say($"{asked}: {outcome.Message}");
                else Terminal.Complain($"{asked}: {outcome.Message}");
            }
            var shown = Show(await bench.Get<ViewHealth>().ReadAsync(ct));
            return done ? shown : ExitCode.Failed;
        });
        return command;
    }

    private static int Show(IReadOnlyList<ViewStanding> views)
    {
        var console = Terminal.Create();
        console.WriteRows(["View", "State", "Reached", "Settled", "Stopped by"], views.Select(view => new Cell[]
        {
            view.View, Word(view.State), $"{view.Reached}", $"{view.Settled}", view.StoppedBy is { } by
                ? $"event {by.Sequence} {by.Id}"
                : "",
        }));
        foreach (var view in views.Where(view => view.Why is not null))
        {
            console.WriteLine($"{view.View}: {view.Why}");
            if (view.ToDo is not null) console.WriteLine($"  {view.ToDo}");
        }
        return views.All(view => view.IsReady()) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Word(ViewState state) => state switch
    {
        ViewState.Running => "running",
        ViewState.Behind => "behind",
        ViewState.Stopped => "STOPPED",
        _ => "not built",
    };
}
