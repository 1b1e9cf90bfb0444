using System.Diagnostics;
using System.Globalization;
using CampaignTracker.Web.Commands;
using CampaignTracker.Web.Components.Picture;
using CampaignTracker.Web.Pages;

namespace CampaignTracker.Web.Tests.EmbeddedPostgres;

/// <summary>Another process that holds the cluster of a folder, to be sent away or killed.</summary>
internal sealed class HolderProcess : IDisposable
{
    private readonly Process process;

    private HolderProcess(Process process) => this.process = process;

    public static HolderProcess Start(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CampaignTracker.EmbeddedPostgres.Holder");
        return new(Process.Start(new ProcessStartInfo(program, [folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    public static async Task<(HolderProcess Holder, int Port)> StartAndWait(string folder)
    {
        var holder = Start(folder);
        return (holder, await holder.Ready());
    }

    public async Task<string> Line() => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? "";

    public async Task<int> Ready()
    {
        var line = await Line();
        line.ShouldStartWith("ready ");
        return int.Parse(line["ready ".Length..], CultureInfo.InvariantCulture);
    }

    public async Task Leave()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
