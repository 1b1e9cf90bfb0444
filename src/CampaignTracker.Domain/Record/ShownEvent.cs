using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>A fact in one line, with the event behind it.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Type">Its type's stored name.</param>
/// <param name="Occurred">When it happened.</param>
/// <param name="Sentence">What happened.</param>
public sealed record ShownEvent(Guid Event, string Type, EdtfDate Occurred, string Sentence)
{
    internal static ShownEvent Of(CampaignState state, Fact fact) =>
        new(fact.Id, EventCatalogue.Of(fact.Event).Name, fact.Event.Occurred, state.Sentence(fact.Event));

    /// <summary>
    /// The last thing that happened to a subject, and has taken effect. What recorders say about the record does not count.
    /// </summary>
    internal static ShownEvent? Last(CampaignState state, SubjectHistory history) =>
        history.Facts.LastOrDefault(fact => !fact.IsKnowledge && fact.Id != history.Opening?.Id && state.MayMove(fact)) is { } last
            ? Of(state, last) : null;
}

/// <summary>Another subject, by its short name and what it is called.</summary>
public sealed record NamedSubject(string Name, string Title)
{
    internal static NamedSubject Of(CampaignState state, string name) => new(state.Knowledge.Canonical(name), state.TitleOf(name));
}

/// <summary>A number of days that partial dates leave open: at least and at most.</summary>
public sealed record DayRange(int Min, int Max)
{
    /// <summary>Days from one date to a later one, never below zero.</summary>
    public static DayRange Between(EdtfDate from, EdtfDate to) => new(
        Math.Max(0, to.Earliest.DayNumber - from.Latest.DayNumber),
        Math.Max(0, to.Latest.DayNumber - from.Earliest.DayNumber));
}
