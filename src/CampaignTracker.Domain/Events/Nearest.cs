namespace CampaignTracker.Domain.Events;

/// <summary>The known names that somebody may have meant.</summary>
public static class Nearest
{
    private const int MaxTyped = 80;

    /// <summary>Up to three known names, the likeliest first; case, hyphens and underscores make no difference.</summary>
    public static IEnumerable<string> To(string typed, IEnumerable<string> known)
    {
        var plain = Plain(typed.Length <= MaxTyped ? typed : typed[..MaxTyped]);
        var ranked = known.Select(name => (Name: name, Distance: Distance(plain, Plain(name)))).OrderBy(rank => rank.Distance).ToList();
        return ranked.Take(3).Where(rank => rank.Distance <= Math.Max(ranked[0].Distance, 2)).Select(rank => rank.Name);
    }

    /// <summary>True for two texts that differ in at most one letter, and are long enough for that to be a slip.</summary>
    public static bool IsSlip(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) > 5 && Distance(one, other) == 1);

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    // Levenshtein's: the fewest letters to put in, take out or change.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
