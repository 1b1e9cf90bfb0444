using System.CommandLine;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Commands;

/// <summary>The server.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static RootCommand Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons.",
            DefaultValueFactory = _ => DefaultUrl, HelpName = "URLS" };
        var noSample = new Option<bool>("--no-sample") { Description = "Leave an empty tracker empty, without the EU-Kazakhstan sample." };
        var command = new RootCommand(
            "CampaignTracker: the memory of a human-rights campaign. Without a command it runs the server.") { urls, noSample };
        command.SetAction((
            parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), parsed.GetValue(noSample), parsed.GetValue(CommandLine.Data), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, bool noSample, string? dataFolder, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(CommandLine.HostOptions);
        builder.WebHost.UseUrls(urls);
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(ListenAddress.OfSettings(builder.Configuration)))
        {
            if (!ListenAddress.IsOne(url))
            {
                Terminal.Complain($"--urls {url} is no address to listen on: write it like {DefaultUrl}.");
                return ExitCode.WrongUse;
            }
            if (ListenAddress.Refusal(url) is { } refusal) throw new TrackerUnavailableException(refusal);
            if (ListenAddress.Taken(url) is { } reason)
                throw new TrackerUnavailableException(
                    $"Cannot listen on {url}: {reason}. Does a tracker run already? Choose another address with --urls.");
        }

        await using var database = await TrackerDatabase.FindAsync(
            builder.Configuration, builder.Environment.IsDevelopment(), dataFolder, Terminal.Say, ct);
        Terminal.Say($"Database: {database.Place}.");
        var options = TrackerOptions.From(builder.Configuration);
        await using var app = await TrackerHost.BuildAsync(builder, database.ConnectionString, options, ct);
        await app.StartAsync(ct);

        if (!noSample && await SampleCampaign.LoadIntoEmptyAsync(app.Services, ct) is var events and > 0)
            Terminal.Say($"Loaded the sample campaign eu-kazakhstan ({events} events); leave it out with --no-sample.");
        foreach (var url in app.Urls)
        {
            Terminal.Say($"Listening on {url}. Recording as {options.Recorder}.");
            Terminal.Say($"  The pages:   {url}/");
            Terminal.Say($"  The API:     {url}/docs");
        }
        Terminal.Say("Ctrl+C stops it.");
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}
