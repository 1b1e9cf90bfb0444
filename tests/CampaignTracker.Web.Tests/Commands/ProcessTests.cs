using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Sample;

namespace CampaignTracker.Web.Tests.Commands;

/// <summary>The program as people start it: what it says, how it ends, what it leaves behind.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task In_production_a_start_without_a_connection_string_is_refused_in_one_line()
    {
        using var program = TrackerProcess.Start(["--urls", "http://127.0.0.1:0"], environment: "Production");
        var (exitCode, _, errors) = await program.End();
        exitCode.ShouldBe(4);
        errors.ShouldContain("ConnectionStrings__Tracker");
        errors.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.7:5080")]
    [InlineData("http://127.0.0.1:0;http://example.org:5080")]
    public async Task An_address_that_others_can_reach_is_refused_with_the_reason(string urls)
    {
        var (exitCode, _, errors) = await TrackerProcess.Run("--urls", urls, "--data", folder.Path);
        exitCode.ShouldBe(4);
        errors.ShouldContain("no sign-in yet");
        errors.ShouldNotContain("\n");
        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_one_line_without_its_password()
    {
        const string nobody = "Host=127.0.0.1;Port=1;Username=tracker;Password=very-secret;Database=tracker";
        foreach (var arguments in new string[][] { ["--urls", "http://127.0.0.1:0"], ["cases", "eu-kazakhstan"] })
        {
            using var program = TrackerProcess.Start(arguments, database: nobody);
            var (exitCode, _, errors) = await program.End();
            exitCode.ShouldBe(4);
            errors.ShouldStartWith("The database cannot be used: ");
            errors.ShouldNotContain("\n");
            errors.ShouldNotContain("very-secret");
        }
    }

    [Fact]
    public async Task An_address_that_is_taken_or_none_is_said_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exitCode, output, errors) = await TrackerProcess.Run("--urls", $"http://{taken.LocalEndpoint}", "--no-sample", "--data", folder.Path);
        exitCode.ShouldBe(4);
        errors.ShouldContain("Choose another address with --urls.");
        (output + errors).ShouldNotContain("   at ");

        (exitCode, _, errors) = await TrackerProcess.Run("--urls", "5080", "--data", folder.Path);
        exitCode.ShouldBe(2);
        errors.ShouldContain("write it like http://127.0.0.1:5080");
        await folder.NothingRuns();
    }

    [Theory]
    [InlineData("http://0.0.0.0:5099")]
    [InlineData("http://*:5099")]
    [InlineData("https://[::]:5099")]
    public async Task An_address_of_the_settings_that_others_can_reach_is_refused_too(string url)
    {
        using var program = TrackerProcess.Start(["--data", folder.Path, "--no-sample"], setting: ("Kestrel__Endpoints__Everywhere__Url", url));
        var (exitCode, _, errors) = await program.End();
        exitCode.ShouldBe(4);
        errors.ShouldContain("no sign-in yet");
        errors.ShouldContain(url);
        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("imprt")]
    [InlineData("import")]
    public async Task A_command_line_that_is_wrong_says_so(string argument)
    {
        var (exitCode, _, errors) = await TrackerProcess.Run(argument, "--data", folder.Path);
        exitCode.ShouldBe(2);
        errors.ShouldContain("See --help.");
    }

    [Fact]
    public async Task The_code_that_publishing_compiles_in_is_written_without_a_database()
    {
        using var program = TrackerProcess.Start(["codegen", folder.Path], program: TrackerProcess.Built);
        var (exitCode, output, _) = await program.End();
        exitCode.ShouldBe(0, output);
        var written = Directory.GetFiles(folder.Path, "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToList();
        written.ShouldContain("POST_api_campaigns_campaign_events");
        written.ShouldContain(name => name!.StartsWith(nameof(Web.Recording.RecordEventsHandler), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_life_from_the_first_start_over_a_kill_to_the_next()
    {
        string export;
        var (server, address, said) = await TrackerProcess.Serve(folder.Path);
        using (server)
        {
            said.ShouldContain("Loaded the sample campaign eu-kazakhstan (140 events)");
            (await TrackerProcess.Run("sample", "check", "--data", folder.Path)).Output.ShouldStartWith("Nothing was recorded: the sample has been checked already.");

            // A command line beside the server works on the same database, and gives the answer that the server gives.
            var (answered, table, _) = await TrackerProcess.Run("conditionality", "eu-kazakhstan", "--as-of", "2016-01-01", "--data", folder.Path);
            answered.ShouldBe(0);
            table.ShouldContain("advanced despite regression");
            table.ShouldContain("Is progress on EPCA conditioned on reform? Mixed.");
            (await TrackerProcess.Run("conditionality", "eu-kazakhstan", "--as-of", "2016-01-01", "--json", "--data", folder.Path)).Output.Trim()
                .ShouldBe(await http.GetStringAsync($"{address}/api/campaigns/eu-kazakhstan/conditionality?asOf=2016-01-01", TestContext.Current.CancellationToken));
            await ShouldAnswerAlike(address, "why?case=case-3&asOf=2015-12-21", "why", "eu-kazakhstan", "--subject", "case-3", "--as-of", "2015-12-21");
            await ShouldAnswerAlike(address, "difference?fromAsOf=2015-12-21&toAsOf=2020-03-01", "difference", "eu-kazakhstan", "--from-as-of", "2015-12-21", "--to-as-of", "2020-03-01");
            await ShouldAnswerAlike(address, "demands?asOf=2015-12-21", "demands", "eu-kazakhstan", "--as-of", "2015-12-21");
            var (replayed, replay, _) = await TrackerProcess.Run("replay", "eu-kazakhstan", "--as-of", "2015-12-21", "--data", folder.Path);
            replayed.ShouldBe(0);
            replay.ShouldContain("advanced despite regression");
            var file = folder.In("more.ndjson");
            await File.WriteAllTextAsync(file, Written.Campaign("second").ToJsonString() + "\n", TestContext.Current.CancellationToken);
            var (imported, output, problems) = await TrackerProcess.Run("import", file, "--data", folder.Path);
            imported.ShouldBe(0, problems);
            output.ShouldStartWith("1 events recorded, 0 were there already.");
            (var exit, export, _) = await TrackerProcess.Run("export", "--data", folder.Path);
            exit.ShouldBe(0);
            export.Split('\n').Length.ShouldBeGreaterThan(140);
            var campaigns = JsonNode.Parse(await http.GetStringAsync($"{address}/api/campaigns?after={export.Split('\n').Length - 1}", TestContext.Current.CancellationToken))!["campaigns"]!.AsArray();
            campaigns.Select(campaign => campaign!["campaign"]!.GetValue<string>()).ShouldBe(["eu-kazakhstan", "second"]);
            server.Kill();
        }
        await folder.NothingRuns();

        var (again, _, saidAgain) = await TrackerProcess.Serve(folder.Path);
        using (again)
        {
            saidAgain.ShouldNotContain("sample campaign");
            (await TrackerProcess.Run("export", "--data", folder.Path)).Output.ShouldBe(export);
            again.Kill();
        }
        await folder.NothingRuns();
    }

    [Fact]
    public async Task A_tracker_without_the_sample_stays_empty_and_files_are_imported_into_it()
    {
        var (server, _, said) = await TrackerProcess.Serve(folder.Path, "--no-sample");
        using (server)
        {
            said.ShouldNotContain("sample campaign");
            (await TrackerProcess.Run("export", "--data", folder.Path)).Output.ShouldBeEmpty();
            (await TrackerProcess.Run("export", "nowhere", "--data", folder.Path)).ExitCode.ShouldBe(3);
            (await TrackerProcess.Run("sample", "check", "--data", folder.Path)).ShouldSatisfyAllConditions(
                ended => ended.ExitCode.ShouldBe(3), ended => ended.Errors.ShouldContain("There is no sample campaign eu-kazakhstan here"));
            (await TrackerProcess.Run("import", folder.In("nothing.ndjson"), "--data", folder.Path)).ExitCode.ShouldBe(2);

            // The record of an earlier version of the sample, and then what the check makes of it.
            var file = folder.In("record.ndjson");
            await File.WriteAllBytesAsync(file, await SampleCampaign.ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            (await TrackerProcess.Run("import", file, "--data", folder.Path)).Output.ShouldStartWith("92 events recorded");
            (await TrackerProcess.Run("sample", "check", "--data", folder.Path)).Output.ShouldStartWith("48 events recorded. What they changed: difference eu-kazakhstan --from-known-at 92");
            (await TrackerProcess.Run("difference", "eu-kazakhstan", "--from-known-at", "92", "--data", folder.Path)).Output.ShouldContain("7 statuses differ; 41 more events differ and change none.");

            file = folder.In("bad.ndjson");
            await File.WriteAllTextAsync(file, Written.Campaign("second").With("occurred", "2011-02-30").ToJsonString(), TestContext.Current.CancellationToken);
            var (exitCode, output, errors) = await TrackerProcess.Run("import", file, "--data", folder.Path);
            exitCode.ShouldBe(2);
            errors.ShouldContain("line 1: occurred ");
            output.ShouldStartWith("0 events recorded");

            // Text is text on the console too, whatever brackets it has and whatever it would have a terminal do; and an earlier export is not lost to a mistyped name.
            await File.WriteAllLinesAsync(file, [Written.Campaign("second").ToJsonString(), Written.Case(name: "Kozlov [sic] [/]\u001b[2J").With("campaign", "second").ToJsonString()], TestContext.Current.CancellationToken);
            (await TrackerProcess.Run("import", file, "--data", folder.Path)).ExitCode.ShouldBe(0);
            (exitCode, output, errors) = await TrackerProcess.Run("cases", "second", "--data", folder.Path);
            exitCode.ShouldBe(0, errors);
            output.ShouldContain("Kozlov [sic] [/]\\u001b[2J");
            // Without a date a command looks from today: what takes effect on a day to come is coming.
            await File.WriteAllLinesAsync(file, new[] { Written.Arrested(), Written.Released().With("effective", "2999-01-01") }.Select(e => e.With("campaign", "second").ToJsonString()), TestContext.Current.CancellationToken);
            (await TrackerProcess.Run("import", file, "--data", folder.Path)).ExitCode.ShouldBe(0);
            (exitCode, output, errors) = await TrackerProcess.Run("cases", "second", "--data", folder.Path);
            exitCode.ShouldBe(0, errors);
            output.ShouldContain("Coming on 2999-01-01: Kozlov [sic] [/]\\u001b[2J: ");
            output.ShouldContain("1 held, 0 unknown, 1 in all.");
            (await TrackerProcess.Run("cases", "second", "--as-of", "2999", "--data", folder.Path)).Output.ShouldContain("0 held, 0 unknown, 1 in all.");
            (await TrackerProcess.Run("export", "nowhere", "--output", file, "--data", folder.Path)).ExitCode.ShouldBe(3);
            new FileInfo(file).Length.ShouldBeGreaterThan(0);
            (await TrackerProcess.Run("export", "--output", folder.In("no/folder/x.ndjson"), "--data", folder.Path)).ExitCode.ShouldBe(2);
            server.Kill();
        }
    }

    /// <summary>A command's JSON is the answer of the server at the same viewpoint.</summary>
    private async Task ShouldAnswerAlike(string address, string path, params string[] command)
    {
        var (exitCode, output, errors) = await TrackerProcess.Run([.. command, "--json", "--data", folder.Path]);
        exitCode.ShouldBe(0, errors);
        output.Trim().ShouldBe(await http.GetStringAsync($"{address}/api/campaigns/eu-kazakhstan/{path}", TestContext.Current.CancellationToken));
    }
}
