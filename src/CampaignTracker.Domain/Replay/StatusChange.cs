namespace CampaignTracker.Domain.Replay;

/// <summary>A status that would be another.</summary>
/// <param name="What">The question that it answers.</param>
/// <param name="Subject">Short name of the subject.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Event">The gate or expectation that it is about; null where it is about the subject itself.</param>
/// <param name="Before">The answer as things stand; null where the question does not arise.</param>
/// <param name="After">The answer as it would be; null where the question would not arise.</param>
public sealed record StatusChange(StatusKind What, string Subject, string Title, Guid? Event, StatusAnswer? Before, StatusAnswer? After)
{
    /// <param name="before">The lines of a subject as things stand.</param>
    /// <param name="after">Its lines in another state.</param>
    internal static IEnumerable<StatusChange> Between(
        IReadOnlyDictionary<StatusKey, StatusLine> before, Dictionary<StatusKey, StatusLine> after, string title) =>
        before.Keys.Union(after.Keys).Order()
            .Where(key => !Difference.Same(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Select(key => new StatusChange(
                key.What, key.Subject, title, key.Event, before.GetValueOrDefault(key)?.Answer, after.GetValueOrDefault(key)?.Answer));
}
