using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CampaignTracker.Testing;

namespace CampaignTracker.Faults.Tests;

/// <summary>
/// Sixteen who record at once, on subjects that they share. Each sends an operation until it is acknowledged: after a 503 with Retry-After, and after a
/// connection that broke, when nobody knows what became of it. Any other answer is a failure of the test.
/// </summary>
internal sealed class Writers : IAsyncDisposable
{
    private const int Count = 16;
    private const int Subjects = 4;
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(50);

    private readonly History history;
    private readonly Func<int, Uri> address;
    private readonly TimeSpan pause;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Exception> failures = new();
    private readonly Task[] work;
    private int unavailable;
    private int broken;

    private Writers(History history, Func<int, Uri> address, TimeSpan pause)
    {
        (this.history, this.address, this.pause) = (history, address, pause);
        work = [.. Enumerable.Range(0, Count).Select(writer => Task.Run(() => WriteAsync(writer)))];
    }

    public static IReadOnlyList<string> Campaigns { get; } = ["east", "west"];

    /// <summary>How often a writer was told to come again.</summary>
    public int Unavailable => Volatile.Read(ref unavailable);

    /// <summary>How often a writer got no answer.</summary>
    public int Broken => Volatile.Read(ref broken);

    /// <summary>Opens the campaigns, and in each the subjects case-0 and so on.</summary>
    /// <returns>How many events that takes.</returns>
    public static async Task<int> OpenAsync(Uri address, int subjects = Subjects)
    {
        using var http = new HttpClient();
        foreach (var campaign in Campaigns)
        {
            System.Text.Json.Nodes.JsonArray events = [Written.Campaign(campaign), .. Enumerable.Range(0, subjects).Select(i => Written.Case($"case-{i}").With("campaign", campaign))];
            using var content = new StringContent(events.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(address, "/api/campaigns"), content);
            (await Answer.ReadAsync(response)).ShouldBe(HttpStatusCode.Created);
        }
        return Campaigns.Count * (1 + subjects);
    }

    /// <summary>Starts them.</summary>
    /// <param name="address">The server that a writer sends to just now.</param>
    /// <param name="pause">How long a writer thinks before the next operation; not at all by default.</param>
    public static Writers Start(History history, Func<int, Uri> address, TimeSpan pause = default) => new(history, address, pause);

    /// <summary>Waits until they have had some more acknowledged.</summary>
    public async Task RecordAsync(int more)
    {
        var wanted = history.Acknowledged + more;
        await UntilAsync(() => history.Acknowledged >= wanted, () => $"{history.Acknowledged} of {wanted} acknowledged");
    }

    /// <summary>Waits for something, as long as no writer has failed.</summary>
    public Task UntilAsync(Func<bool> condition, Func<string> otherwise) => Until.True(() =>
    {
        ShouldNotHaveFailed();
        return Task.FromResult(condition());
    }, () => Task.FromResult($"{otherwise()}; {Unavailable} times 503, {Broken} times no answer"), TimeSpan.FromSeconds(90));

    /// <summary>Lets every writer end after the attempt it is at.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(90));
        ShouldNotHaveFailed();
    }

    /// <summary>Sends again what nobody acknowledged.</summary>
    public async Task FinishAsync()
    {
        foreach (var operation in history.Unacknowledged)
        {
            await UntilAsync(() => true, () => "");
            await Until.True(() => SendAsync(operation, 0), () => Task.FromResult("it is not taken"), TimeSpan.FromSeconds(60));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(work);
        http.Dispose();
        stop.Dispose();
    }

    private async Task WriteAsync(int writer)
    {
        try
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var operation = history.Add(Next(writer, number));
                while (!await SendAsync(operation, writer))
                {
                    if (stop.IsCancellationRequested) return;
                    await Task.Delay(BeforeRepeating);
                }
                await Task.Delay(pause);
            }
        }
        catch (Exception failure)
        {
            failures.Enqueue(failure);
        }
    }

    // One event, or three on three subjects: what spans streams must not be there in part either.
    private static Operation Next(int writer, int number)
    {
        var day = $"2012-{number % 12 + 1:00}-{writer + 1:00}";
        var first = (writer + number) % Subjects;
        return Operation.On(Campaigns[writer % Campaigns.Count], number % 3 == 0
            ? [Written.Arrested($"case-{first}", day), Written.Context(day), Written.Arrested($"case-{(first + 1) % Subjects}", day)]
            : [Written.Arrested($"case-{first}", day)]);
    }

    private async Task<bool> SendAsync(Operation operation, int writer)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address(writer), $"/api/campaigns/{operation.Campaign}/events"))
            {
                Content = new StringContent(operation.Body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Idempotency-Key", operation.Key);
            using var response = await http.SendAsync(request);
            var answer = await Answer.ReadAsync(response);
            if (answer.Status == HttpStatusCode.ServiceUnavailable)
            {
                answer.ShouldBeProblem();
                response.Headers.RetryAfter.ShouldNotBeNull();

                // The connection may have broken while the database committed.
                answer.Text.ShouldNotContain("nothing was stored");
                Interlocked.Increment(ref unavailable);
                return false;
            }
            operation.Acknowledge(answer.ShouldBe(HttpStatusCode.Created));
            return true;
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref broken);
            return false;
        }
    }

    private void ShouldNotHaveFailed()
    {
        if (failures.TryPeek(out var failure)) throw new ShouldAssertException("a writer failed", failure);
    }
}
