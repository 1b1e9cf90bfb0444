namespace CampaignTracker.Web.Hosting;

/// <summary>Keeps what events say out of the log, whatever levels an operator sets.</summary>
internal static class LogContent
{
    // These write whole exceptions when a view stops, and the reason why a body cannot be read quotes the body. What they report reaches
    // the log
    // as one line of the watchdog, and /health/ready.
    private static readonly string[] QuotingEvents =
    [
        "Marten.Events.Daemon",
        "JasperFx.Events.Daemon",
        "Wolverine.Runtime.Agents.NodeAgentController",
    ];

    // These write the path and the query of every request, where a reader's search for a name stands.
    private static readonly string[] QuotingRequests = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing"];

    /// <summary>Silences the parts of the stack that quote events and what readers ask for.</summary>
    public static ILoggingBuilder KeepContentOut(this ILoggingBuilder logging)
    {
        // A rule holds for the categories below its own too, unless the settings name one of those: such rules go.
        logging.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            foreach (var rule in filters.Rules.Where(rule => QuotingEvents.Concat(QuotingRequests)
                .Any(name => rule.CategoryName?.StartsWith(name, StringComparison.Ordinal) == true)).ToList())
                filters.Rules.Remove(rule);
            foreach (var name in QuotingRequests) filters.Rules.Add(new LoggerFilterRule(null, name, LogLevel.Warning, null));
            foreach (var name in QuotingEvents) filters.Rules.Add(new LoggerFilterRule(null, name, LogLevel.None, null));
        });
        return logging;
    }
}
