using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CampaignTracker.Architecture.Tests;

/// <summary>The rooms of a project: the first folders under it, which are the first parts of its namespaces. Read from the compiled code, method bodies included.</summary>
internal sealed class Rooms
{
    private readonly string project;
    private readonly List<Use> uses;

    private Rooms(string project, IEnumerable<Use> uses) => (this.project, this.uses) = (project, [.. uses]);

    /// <summary>A type of one room that uses a type of another.</summary>
    internal sealed record Use(string From, string FromType, string To, string ToType);

    /// <summary>The rooms that use another, or are used.</summary>
    public IReadOnlySet<string> Names => uses.SelectMany(use => new[] { use.From, use.To }).ToHashSet(StringComparer.Ordinal);

    public static Rooms Of(System.Reflection.Assembly assembly)
    {
        var project = assembly.GetName().Name!;
        var architecture = new ArchLoader().LoadAssemblies(assembly).Build();
        return new(project, architecture.Types.SelectMany(type => type.Dependencies, (type, dependency) => (type, dependency.Target))
            .Select(pair => (From: RoomOf(project, pair.type), To: RoomOf(project, pair.Target), pair.type, pair.Target))
            .Where(pair => pair.From is not null && pair.To is not null && pair.From != pair.To)
            .Select(pair => new Use(pair.From!, pair.type.FullName, pair.To!, pair.Target.FullName)).Distinct());
    }

    /// <summary>Every use that goes from a room to one that leads back to it, named with both types.</summary>
    public IReadOnlyList<string> Circles()
    {
        var next = uses.ToLookup(use => use.From, use => use.To);
        return [.. uses.Where(use => Reaches(next, use.To, use.From)).Select(Told).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every use of a room that stands below in a list, from the top.</summary>
    public IReadOnlyList<string> Against(IReadOnlyList<string> order)
    {
        var places = order.Select((room, place) => (room, place)).ToDictionary(pair => pair.room, pair => pair.place);
        return [.. uses.Where(use => places[use.To] > places[use.From]).Select(Told).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Told(Use use) => $"{use.From} uses {use.To}: {use.FromType} uses {use.ToType}";

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var (seen, pending) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (pending.TryPop(out var room))
        {
            if (room == to) return true;
            if (!seen.Add(room)) continue;
            foreach (var other in next[room]) pending.Push(other);
        }
        return false;
    }

    // Types at the top of a project (its entry point, its imports) stand in no room.
    private static string? RoomOf(string project, IType type)
    {
        var name = type.Namespace?.FullName ?? "";
        return name.StartsWith(project + ".", StringComparison.Ordinal) ? name[(project.Length + 1)..].Split('.')[0] : null;
    }
}
