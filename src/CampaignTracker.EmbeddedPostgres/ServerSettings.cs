using System.Globalization;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>How the private server is made and run. Given on the command line, so that no file in the cluster overrules it.</summary>
internal static class ServerSettings
{
    /// <summary>The owner and superuser of the private cluster.</summary>
    public const string User = "campaign_tracker";

    /// <summary>
    /// Sorted by code point, so that an update of the system's locales cannot break an index; letters known as Unicode,
    /// so that searching without regard to case works in Cyrillic too.
    /// </summary>
    public static string ForInitdb(bool durable)
    {
        var letters = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        return $"--username={User} --auth=scram-sha-256 --encoding=UTF8 --locale=C --lc-ctype={letters} --data-checksums"
            + (durable ? "" : " --no-sync");
    }

    public static string ForServer(int major, bool durable)
    {
        List<string> settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "password_encryption=scram-sha-256",
            "max_connections=200", "shared_buffers=128MB", "timezone=UTC",
            .. Log,
        ];
        // Elsewhere than on Linux the server refuses to start with it before 16.
        if (OperatingSystem.IsLinux() || major >= 16)
            settings.Add("client_connection_check_interval=2s");
        // Commits stay synchronous, as far as the system's memory: a test that kills the server loses nothing by it.
        if (!durable)
            settings.AddRange(["fsync=off", "full_page_writes=off"]);
        return string.Join(' ', settings.Select(setting => string.Create(CultureInfo.InvariantCulture, $"-c {setting}")));
    }

    /// <summary>
    /// The log tells how the server fares and never what is stored. Messages of level ERROR quote rows, parameters and
    /// statements, some in their first line ("invalid input syntax ... "), so the level is LOG, which the server ranks
    /// above ERROR: starts, stops, crashes, refused connections. Every ERROR still reaches the client that caused it.
    /// TERSE drops the DETAIL of what remains (a crash quotes the statement there).
    /// </summary>
    private static readonly string[] Log =
    [
        "logging_collector=on", "log_destination=stderr", "log_directory=log", "log_filename=postgresql-%a.log", "log_file_mode=0600",
        "log_rotation_age=1d", "log_rotation_size=0", "log_truncate_on_rotation=on", "log_timezone=UTC", "'log_line_prefix=%m [%p] '",
        "log_min_messages=log", "log_min_error_statement=panic", "log_error_verbosity=terse", "log_statement=none", "log_duration=off",
        "log_min_duration_statement=-1", "log_min_duration_sample=-1", "log_transaction_sample_rate=0", "log_parameter_max_length=0",
        "log_parameter_max_length_on_error=0", "log_lock_waits=off", "log_checkpoints=off", "log_connections=off", "log_disconnections=off",
    ];
}
