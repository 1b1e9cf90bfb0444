namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Parameters that no address can take, each with the name that the answer must give.</summary>
internal static class AbsurdQueries
{
    private const string Word = GoodBodies.Canary + "request";

    private static readonly string[] NoNumbers = ["-1", "1.5", "1e3", "0x1", "+1", " 1", "1 ", "1,000", "٣", "9223372036854775808", "99999999999999999999999", Word, "null", "1;drop table x", "\0", "[]", new string('9', 2_000)];
    private static readonly string[] NoInstants = ["2013-04-18", "2013-04-18T10:00", "2013-02-30T10:00:00Z", "2013-04-18T25:00:00Z", "2013-04-18T10:00:00", "-1", "1.5", "99999999999999999999999", Word, "\0", "2013-04-18T10:00:00.12345678901Z", "now"];
    private static readonly string[] NoIds = [Word, "1", "null", "\0", "01a20a33a43c75d6b20cac344efa1875", "{01a20a33-a43c-75d6-b20c-ac344efa1875}", "01a20a33-a43c-75d6-b20c-ac344efa187", "01a20a33-a43c-75d6-b20c-ac344efa187g", new string('0', 2_000)];

    // An empty parameter is one that is not given.
    private static readonly string[] NoDates = [.. NaughtyDates.Unreadable.Where(date => date.Length > 0)];

    /// <summary>What is wrong everywhere: <c>after</c>, and parameters that nobody reads.</summary>
    public static IEnumerable<(string Query, string Field)> Any()
    {
        foreach (var wrong in Each("after", NoNumbers)) yield return wrong;
        foreach (var name in (string[])["zzz", "asof", "AsOf", "ASOF", "knownat", "known_at", "after%20", "campaign", "$filter", "__proto__", "%00", "%FF", "%D0%B6", "a[b]"])
            foreach (var value in (string[])["", $"={Word}", "=1"]) yield return (name + value, name is "%FF" ? name : Uri.UnescapeDataString(name));
        yield return (new string('z', 2_000) + "=1", new string('z', 80));
        yield return Twice("after", "1");
    }

    /// <summary>The same where a viewpoint is asked for.</summary>
    public static IEnumerable<(string Query, string Field)> Viewpoint() =>
        [
        .. Any(), .. Each("knownAt", NoInstants), .. Each("asOf", NoDates), .. Each("ruleSet", [.. NoNumbers, "0", "77", "01"]),
        Twice("asOf", "2013"), Twice("knownAt", "1"), Twice("ruleSet", "1"),
    ];

    /// <summary>Parameters of other addresses.</summary>
    public static IEnumerable<(string Query, string Field)> NoSuch(params IEnumerable<string> names) => names.Select(name => ($"{name}=1", name));

    public static IEnumerable<(string Query, string Field)> Timeline() =>
    [
        .. Each("take", [.. NoNumbers, "0", "1001", "9223372036854775807"]), .. Each("skip", NoNumbers), .. Each("from", NoDates), .. Each("to", NoDates),
        .. Each("type", Word, "Arrested", "arrested ", "arrested,zzz", "\0", "*", new string('z', 3_000)),
        .. Each("confidence", Word, "0", "1", "Confirmed,Probable", "Confirmed ", "\0"),
        Twice("take", "1"), Twice("skip", "0"), Twice("from", "2013"), Twice("text", "a"), Twice("subject", "a"), Twice("confidence", "Confirmed"),
    ];

    public static IEnumerable<(string Query, string Field)> Difference() =>
    [
        .. Each("fromAsOf", NoDates), .. Each("toAsOf", NoDates), .. Each("fromKnownAt", NoInstants), .. Each("toKnownAt", NoInstants),
        Twice("fromAsOf", "2013"), Twice("toAsOf", "2013"), Twice("fromKnownAt", "1"), Twice("toKnownAt", "1"), .. NoSuch("from", "to", "fromasof", "FromAsOf"),
    ];

    public static IEnumerable<(string Query, string Field)> Frames() =>
    [
        .. Each("most", [.. NoNumbers, "0", "5001", "9223372036854775807"]), .. Each("over", Word, "World", "world ", "0", "world,knowledge", "\0"),
        Twice("most", "1"), Twice("over", "world"),
    ];

    public static IEnumerable<(string Query, string Field)> Citation() =>
        [.. Each("view", Word, "Cases", "cases ", "timeline", "../cases", "\0", new string('z', 3_000)), Twice("view", "cases"), .. NoSuch("hash")];

    /// <summary>What is asked about: exactly one of four.</summary>
    public static IEnumerable<(string Query, string Field)> Asked() =>
    [
        ("", "gate"), ("case=", "gate"), ("case=case-1&demand=demand-1", "gate"), ("case=case-1&gate=01a20a33-a43c-75d6-b20c-ac344efa1875", "gate"),
        .. Each("gate", NoIds), .. ((string[])["case", "demand", "restriction"]).SelectMany(name => Each(name, [.. NaughtyNames.All.Where(given => given.Length > 0)])),
        Twice("case", "case-1"), Twice("demand", "demand-1"), Twice("gate", "01a20a33-a43c-75d6-b20c-ac344efa1875"),
    ];

    private static IEnumerable<(string Query, string Field)> Each(string name, params IEnumerable<string> values) => values.Select(value => ($"{name}={Uri.EscapeDataString(value)}", name));

    private static (string Query, string Field) Twice(string name, string value) => ($"{name}={value}&{name}={value}", name);
}
