using System.Globalization;

namespace CampaignTracker.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Against">What it is measured against.</param>
/// <param name="Measured">The ratio, or the figure in its unit.</param>
/// <param name="Target">What it should be.</param>
/// <param name="Unit">Empty for a ratio of speeds, where more is better; else the unit of a figure, where less is better.</param>
/// <param name="Detail">The medians behind it.</param>
internal sealed record Result(string Work, string Against, double Measured, double Target, string Unit, string Detail)
{
    private bool LessIsBetter => Unit.Length > 0;

    public string Verdict =>
        (LessIsBetter ? Measured <= Target : Measured >= Target) ? "met"
        : string.Create(CultureInfo.InvariantCulture, $"missed by {(LessIsBetter ? Measured / Target - 1 : 1 - Measured / Target):P0}");

    public string Shown(double figure) => LessIsBetter
        ? string.Create(CultureInfo.InvariantCulture, $"{figure:0.#} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{figure:0.00}");
}
