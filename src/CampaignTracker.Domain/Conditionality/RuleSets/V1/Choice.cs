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
        List<Choice> choices = [];
        List<DateOnly> starts = [];
        var happened = false;
        foreach (var point in points)
        {
            var place = point.Place(move.At);
            happened |= place == Placing.Before;
            if (place != Placing.Unknown || starts.Contains(point.Start)) continue;
            starts.Add(point.Start);
            Add(point.Start);
        }
        if (happened) Add(null);
        // What is claimed of a fact that lies after every point makes no difference.
        else if (starts.Count > 0) choices.Add(new Choice([], null));
        return choices;

        void Add(DateOnly? from)
        {
            foreach (var option in move.Options) choices.Add(new Choice(option, from));
        }
    }
}
