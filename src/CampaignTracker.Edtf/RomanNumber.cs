using System.Text;

namespace CampaignTracker.Edtf;

/// <summary>Roman numbers, of months (<c>18.IV.2013</c>), quarters and centuries.</summary>
internal static class RomanNumber
{
    private static readonly (int Value, string Signs)[] Signs =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A number from 1 to 100.</summary>
    public static string Of(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, signs) in Signs)
        {
            for (; number >= value; number -= value) roman.Append(signs);
        }
        return roman.ToString();
    }

    /// <summary>Each number by its signs in small letters.</summary>
    public static IEnumerable<KeyValuePair<string, int>> All =>
        Enumerable.Range(1, 100).Select(number => KeyValuePair.Create(Of(number).ToLowerInvariant(), number));
}
