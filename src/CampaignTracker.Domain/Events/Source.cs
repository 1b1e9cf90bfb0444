namespace CampaignTracker.Domain.Events;

/// <summary>Where a fact comes from. A source has a citation, or an informant who must stay unnamed in public.</summary>
/// <param name="Citation">How one would cite it: <c>P7_TA(2013)0190</c>, <c>RFE/RL</c>.</param>
/// <param name="Title">What it calls itself: the heading of a page, the title of a text.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="ArchivedUrl">Where a copy is kept, since pages vanish.</param>
/// <param name="Language">BCP 47 language tag of the source, such as <c>ru</c>.</param>
/// <param name="Locator">The place within the source: <c>para. 4</c>, <c>recital A</c>.</param>
/// <param name="Quote">A short quotation of the words relied on.</param>
/// <param name="Reliability">How reliable the source is held to be.</param>
/// <param name="Informant">A confidential source: who told us.</param>
public sealed record Source(
    string? Citation = null,
    PersonalText? Title = null,
    string? Url = null,
    string? ArchivedUrl = null,
    string? Language = null,
    string? Locator = null,
    PersonalText? Quote = null,
    Reliability? Reliability = null,
    PersonalText? Informant = null)
{
    /// <summary>
    /// True where two name the same place of the same source, whatever else they say of it (its title, its language, a copy).
    /// </summary>
    public bool IsSameAs(Source other) =>
        Same(Citation, other.Citation) && Same(Url, other.Url) && Same(Locator, other.Locator)
        && Same(Quote?.Value, other.Quote?.Value) && Same(Informant?.Value, other.Informant?.Value);

    private static bool Same(string? one, string? other) =>
        string.Equals((one ?? "").Trim(), (other ?? "").Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// How reliable a source or a piece of information is, on the six levels of the HURIDOCS micro-thesaurus 'Reliability of information'.
/// </summary>
public enum Reliability
{
    Reliable,
    UsuallyReliable,
    FairlyReliable,
    NotUsuallyReliable,
    Unreliable,
    CannotBeJudged,
}

/// <summary>How sure the recorder is of the fact itself.</summary>
public enum Confidence
{
    Confirmed,
    Probable,
    Unverified,
    Disputed,
}

/// <summary>Who may see an event: a viewer with a clearance sees everything up to it.</summary>
public enum Sensitivity
{
    Public,
    Internal,
    Restricted,
}

/// <summary>Votes cast on a text or a decision.</summary>
/// <param name="For">How many voted for it.</param>
/// <param name="Against">How many voted against it.</param>
/// <param name="Abstentions">How many abstained; null where the source does not say.</param>
public sealed record Votes(int For, int Against, int? Abstentions = null)
{
    internal static IEnumerable<ValidationIssue> Check(string field, Votes? votes)
    {
        if (votes is null) yield break;
        if (votes.For < 0) yield return ValidationIssue.Refuse($"{field}.for", "negative_votes");
        if (votes.Against < 0) yield return ValidationIssue.Refuse($"{field}.against", "negative_votes");
        if (votes.Abstentions < 0) yield return ValidationIssue.Refuse($"{field}.abstentions", "negative_votes");
        if (votes.Abstentions is null) yield return ValidationIssue.Warn($"{field}.abstentions", "votes_incomplete");
    }
}
