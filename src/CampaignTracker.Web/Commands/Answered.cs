using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Web.Commands;

/// <summary>The answer to a question in words: what may be so is joined by “or”, what is all so by commas.</summary>
internal static class Answered
{
    public static string InWords(StatusAnswer? answer) => answer switch
    {
        null or NoQuestion => "no question",
        { Says.Count: 0 } => "nothing",
        CustodyAnswer custody => Any(custody.Possible, one => Words.Of(one!.Value)),
        RestrictionAnswer restriction => Any(restriction.Possible, one => Words.Of(one!.Value)),
        FulfilmentAnswer fulfilment => Any(fulfilment.Possible, one => Words.Of(one)),
        VerdictAnswer verdict => Any(verdict.Possible, one => Words.Of(one)),
        WordAnswer word => Any(word.Possible, one => Words.Of(one)),
        _ => string.Join(", ", answer.Says),
    };

    private static string Any<T>(IReadOnlyList<T> possible, Func<T, string> words) =>
        string.Join(" or ", possible.Select(one => one is null ? "nothing recorded" : words(one)));
}
