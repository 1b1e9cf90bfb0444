using System.CommandLine;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;

namespace CampaignTracker.Web.Commands;

/// <summary>
/// Writes the code that the server would generate at its start. Publishing calls it, and compiles that code into the program.
/// </summary>
internal static class CodegenCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write it." };
        var command = new Command("codegen", "Writes the server's generated code; used by dotnet publish.") { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            // The flag keeps the host from compiling anything by itself. No database is asked.
            DynamicCodeBuilder.WithinCodegenCommand = true;
            using var app = TrackerHost.Build(
                WebApplication.CreateBuilder(CommandLine.HostOptions), "Host=none", new TrackerOptions("none", Nodes.Several, Waits.Usual));
            TrackerHost.Map(app);
            var target = parsed.GetRequiredValue(folder);
            var collections = app.Services.GetServices<ICodeFileCollection>().ToArray();
            foreach (var collection in collections) collection.Rules.GeneratedCodeOutputPath = target;
            new DynamicCodeBuilder(app.Services, collections) { ServiceVariableSource = app.Services.GetService<IServiceVariableSource>() }
                .WriteGeneratedCode(Terminal.Say);
            return ExitCode.Done;
        });
        return command;
    }
}
