using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Tests.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Tests.Presentation;

/// <summary>
/// Every issue that a request can have has its sentence, in the domain's file of texts or in the web project's, and in one of them alone.
/// </summary>
public sealed class IssueMessagesTests
{
    private static readonly HashSet<string> OfRequests = Keys(IssueMessages.Resources);
    private static readonly HashSet<string> OfTheDomain = Keys(EventTexts.Resources);

    [Fact]
    public void Every_issue_has_its_sentence()
    {
        Asked.Count.ShouldBeGreaterThan(30);
        Asked.Where(name => !OfRequests.Contains($"issue.{name}") && !OfTheDomain.Contains($"issue.{name}"))
            .ShouldBeEmpty("write the sentence in Resources/RequestTexts.resx");
    }

    [Fact]
    public void No_sentence_is_in_both_files() => OfRequests.Intersect(OfTheDomain).ShouldBeEmpty();

    [Fact]
    public void No_text_is_left_over() =>
        OfRequests.Where(key => !Asked.Contains(key["issue.".Length..])).ShouldBeEmpty("nobody asks for these texts");

    private static readonly HashSet<string> Asked = [.. Directory.GetFiles(Folder(), "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(@"\obj\", StringComparison.Ordinal))
        .SelectMany(file => IssueNames.In(File.ReadAllText(file)))];

    private static HashSet<string> Keys(ResourceManager file) =>
        [.. file.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(text => (string)text.Key)];

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CampaignTracker.Web");
}
