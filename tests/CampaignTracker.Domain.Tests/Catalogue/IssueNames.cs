using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>The names of issues' sentences that source code asks for.</summary>
public static partial class IssueNames
{
    /// <summary>
    /// Those in a file: what stands second in a refusal or warning, first in what the readers throw, and whatever has a form
    /// (<c>no_source:note</c>).
    /// </summary>
    public static IEnumerable<string> In(string source) =>
        Call().Matches(source).SelectMany(call => Name().Matches(Argument(source, call.Index + call.Length, call.Value == "Wrong(" ? 0 : 1)))
            .Concat(WithForm().Matches(source)).Select(name => name.Groups[1].Value);

    // The text of an argument, counted from 0, of a call whose arguments begin at a place.
    private static string Argument(string source, int at, int which)
    {
        var (depth, start, quoted) = (0, at, false);
        for (var i = at; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '"' && source[i - 1] != '\\') quoted = !quoted;
            if (quoted) continue;
            if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}' && depth-- == 0) return which == 0 ? source[start..i] : "";
            else if (c == ',' && depth == 0 && which-- == 0) return source[start..i];
            else if (c == ',' && depth == 0) start = i + 1;
        }
        return "";
    }

    [GeneratedRegex(@"\b(?:(?:ValidationIssue\.)(?:Refuse|Warn)|Problems\.NotFound|Wrong|(?<=[^.]\b)Add)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"""([a-z0-9]+(?:_[a-z0-9]+)*(?::[a-z_]+)?)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"""([a-z0-9]+(?:_[a-z0-9]+)*:[a-z_]+)""")]
    private static partial Regex WithForm();
}
