using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CampaignTracker.Testing;

/// <summary>Keeps everything that is logged, exceptions, scopes and structured values included.</summary>
public sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => recorder.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
            recorder.lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {values} {exception}");
            recorder.scopes.ForEachScope((scope, r) => r.lines.Enqueue($"  in {scope}"), recorder);
        }
    }
}
