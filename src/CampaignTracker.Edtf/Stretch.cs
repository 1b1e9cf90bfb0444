namespace CampaignTracker.Edtf;

/// <summary>What a written date was understood as: a value or an interval in EDTF, or why it is none.</summary>
/// <param name="From">Its beginning; <c>..</c> where that is open, nothing where it is unknown.</param>
/// <param name="To">Its end, likewise; the same text as the beginning where it is no interval.</param>
internal sealed record Stretch(string From, string To)
{
    /// <summary><c>~</c>, <c>?</c>, <c>%</c> or nothing.</summary>
    public string Qualifier { get; init; } = "";

    /// <summary>Why it cannot be read.</summary>
    public EdtfProblem? Problem { get; init; }

    /// <summary>What is to be noted of it.</summary>
    public EdtfProblem? Remark { get; init; }

    /// <summary>What it says in EDTF.</summary>
    public string Edtf => From == To ? Of(From) : $"{Of(From)}/{Of(To)}";

    public static Stretch Refused(EdtfProblem problem) => new("", "") { Problem = problem };

    /// <summary>What a part says that stands alone.</summary>
    public static Stretch Of(DatePart alone) => alone.Problem is { } problem ? Refused(problem)
        : alone.Edtf.Split('/') is [var from, var to] ? new(from, to)
        : new(alone.Edtf, alone.Edtf) { Remark = alone.Remark };

    /// <summary>From one day to another, by their numbers.</summary>
    public static Stretch Days(int from, int to) => from < DateOnly.MinValue.DayNumber || to > DateOnly.MaxValue.DayNumber
        ? Refused(EdtfProblem.NotKept)
        : new(EdtfDate.Of(DateOnly.FromDayNumber(from)).Text, EdtfDate.Of(DateOnly.FromDayNumber(to)).Text);

    /// <summary>From one part to another; null where either lacks more than can be named.</summary>
    public static Stretch? Between(DatePart from, DatePart to) =>
        from.With(to).Alone() is not { } first || to.With(from).Alone() is not { } last ? null
        : (first.Problem ?? last.Problem) is { } problem ? Refused(problem)
        : new(first.Edtf, last.Edtf) { Remark = first.Remark ?? last.Remark };

    private string Of(string end) => end is ".." or "" ? end : end + Qualifier;
}
