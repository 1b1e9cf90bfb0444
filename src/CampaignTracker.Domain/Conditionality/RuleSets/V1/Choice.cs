using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>One reading of one move: which of its claims holds, and where it lies.</summary>
/// <param name="Option">Its effects.</param>
/// <param name="From">Where its dates leave it open: it lies before every point that begins on this day or later; null for none.</param>
internal readonly record struct Choice(Effect[] Option, DateOnly? From)
{
    /// <summary>Whether the move lies before a point in this reading.</summary>
    public bool IsBefore(StatusMove move, Point point) => point.Place(move.At) switch
    {
        Placing.Before => true,
        Placing.NotBefore => false,
        _ => From is { } from && point.Start >= from,
    };

    /// <summary>
    /// The readings of a move against some points. Before a point means before every point that does not begin earlier, so that one reading
    /// is one place of the fact.
    /// More than one make the move an undecided matter; none says that it lies after them all.
    /// </summary>
    public static List<Choice> Of(StatusMove move, IEnumerable<Point> points)
    {
        var placed = points.Distinct().ToLookup(point => point.Place(move.At));
        DateOnly?[] starts = [.. placed[Placing.Unknown].Select(point => (DateOnly?)point.Start).Distinct(), null];
        var happened = placed.Contains(Placing.Before);
        List<Choice> choices = [];
        foreach (var start in starts)
        {
            // What is claimed of a fact that lies after every point makes no difference.
            if (start is null && !happened) { if (starts.Length > 1) choices.Add(new Choice([], null)); }
            else choices.AddRange(move.Options.Select(option => new Choice(option, start)));
        }
        return choices;
    }
}
