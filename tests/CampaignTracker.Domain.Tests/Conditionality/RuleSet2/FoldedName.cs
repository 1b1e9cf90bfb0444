using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Names as rule set 2 compares them: NFKC, without case, runs of blanks, invisible characters, and one leading article.</summary>
internal static class FoldedName
{
    public static bool Same(string one, string other) => Of(one) == Of(other);

    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(c)) folded.Append(' ');
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)) folded.Append(c);
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words is ["the" or "a" or "an", _, ..] ? words[1..] : words);
    }
}
