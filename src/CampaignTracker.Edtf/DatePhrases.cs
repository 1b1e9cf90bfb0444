using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>
/// Dates in words, in English, Russian and Kazakh: <c>on 21 December 2015</c>, <c>21 декабря 2015 года</c>, <c>2015 жылғы 21 желтоқсан
/// күні</c>. What is said reads back with <see cref="WrittenDate"/>, where it can mean one thing only.
/// </summary>
public static class DatePhrases
{
    /// <summary>The date alone, as after a colon: <c>21 December 2015</c>, <c>2015 жылғы 21 желтоқсан</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="language">The language, or one of a country; one without texts is answered in English.</param>
    public static string Of(EdtfDate date, CultureInfo language) => new DateSpeech(DateTexts.In(language), isShort: false).Say(date, "");

    /// <summary>The date with its preposition or ending, as a sentence says when: <c>on 21 December 2015</c>, <c>in June 2011</c>, <c>в
    /// июне 2011 года</c>, <c>between November 2014 and March 2015</c>.</summary>
    /// <inheritdoc cref="Of"/>
    public static string On(EdtfDate date, CultureInfo language) => new DateSpeech(DateTexts.In(language), isShort: false).Say(date, "in");

    /// <summary>The date as tables have it: <c>9–10 Oct 2013</c>, <c>нояб. 2014 г.</c>, <c>2015 ж. 21 жел.</c></summary>
    /// <inheritdoc cref="Of"/>
    public static string Short(EdtfDate date, CultureInfo language) => new DateSpeech(DateTexts.In(language), isShort: true).Say(date, "");

    /// <summary>A day with its day of the week: <c>Thursday 18 April 2013</c>, <c>четверг, 18 апреля 2013 года</c>.</summary>
    /// <param name="day">The day.</param>
    /// <param name="language">The language, as of <see cref="Of"/>.</param>
    public static string WithWeekday(DateOnly day, CultureInfo language) =>
        new DateSpeech(DateTexts.In(language), isShort: false).Say(EdtfDate.Of(day), "weekday");
}
