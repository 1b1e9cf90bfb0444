using System.Globalization;
using System.Net;
using System.Text;

namespace CampaignTracker.Web.Api.Docs;

/// <summary>What the problem types mean that answers name.</summary>
internal static class ProblemsPage
{
    /// <summary>The kinds, by the name after the <c>#</c> in a problem's type.</summary>
    internal static IReadOnlyList<(string Name, int Status, string Means, string ToDo)> Kinds { get; } =
    [
        ("malformed", 400,
            "The request cannot be read: it is not JSON, a field is missing, unknown, given twice or of another kind, a date does not "
            + "exist, a parameter is wrong.",
            "Mend the fields that errors names. Sending the same again gives the same answer."),
        ("unknown-campaign", 404,
        "No campaign of that short name was ever opened, or nothing of it was known at the state of knowledge that was asked for.",
            "Look at GET /api/campaigns, or open the campaign first with POST /api/campaigns."),
        ("conflict", 409,
        "Something on record stands in the way: the subject's name or an identifier is taken, the id or the Idempotency-Key was used for "
        + "something else, or somebody recorded on the subject since the version that you had seen.",
            "Look at what is there, then decide: record on the existing subject, use a new id or key, or send the version that is there "
            + "now."),
        ("refused", 422,
        "The request can be read, but the events cannot be recorded as they are: no source, a date in the future, a subject that was "
        + "never opened, a rule of the event's type.",
            "Each entry of errors says what to do. Every event of the batch was checked, so all of them can be mended at once."),
        ("not-found", 404, "The campaign is there, and what was asked of it is not: no such event, gate or status from this viewpoint.",
            "Check the id or name, and the viewpoint: it may not have been known by then."),
        ("no-longer-so", 409,
        "A cited answer was asked for by its hash, and the answer that can be given today is another: something recorded is no longer "
        + "there or readable, such as erased personal data, or this version lays the view out otherwise.",
            "Leave the hash out to see today's answer for the same viewpoint, and cite that anew."),
        ("not-yet", 503, "A read asked to wait for a sequence, and the views did not reach it within ten seconds.",
            "Ask again in a moment. If it stays, /health/ready says whether a view has stopped."),
    ];

    /// <summary>The page.</summary>
    public static string Write()
    {
        var html = new StringBuilder("""
            <h1>When something is refused</h1>
            <p>Errors are answered as problem details (RFC 9457, <code>application/problem+json</code>). A refusal stores nothing.
            <code>type</code> says which kind it is; <code>errors</code> lists every field at fault. Of more than a hundred findings the first hundred are listed, and a last entry of code <code>more</code> counts the others:</p>
            <div class="scroll"><table><thead><tr><th>In errors</th><th>What it is</th></tr></thead><tbody>
            <tr><th scope="row"><code>field</code></th><td>The field as the request names it: <code>occurred</code>, <code>events[3].sources[0].url</code>, a parameter or a header; empty for the request as a whole.</td></tr>
            <tr><th scope="row"><code>code</code></th><td>A stable short name of the rule, for programs: <code>missing_field</code>, <code>wrong_value</code>, <code>no_source</code>, <code>unopened_subject</code>.</td></tr>
            <tr><th scope="row"><code>message</code></th><td>What is wrong and what to do, for people. Its wording may change.</td></tr>
            </tbody></table></div>
            """);
        foreach (var (name, status, means, toDo) in Kinds)
            html.Append(CultureInfo.InvariantCulture,
                $"<h2 id=\"{name}\">{name} <span "
                + $"class=\"soft\">{status}</span></h2><p>{WebUtility.HtmlEncode(means)}</p><p>{WebUtility.HtmlEncode(toDo)}</p>");
        html.Append("""
            <h2>Without a kind of its own</h2>
            <p>Other problems are told by their status alone: <strong>404</strong> no such address, <strong>413</strong> the body is too large,
            <strong>415</strong> the body is not JSON, <strong>503</strong> the database does not answer just now (try again after the time in
            <code>Retry-After</code>; what was being recorded may be stored or not, and with an <code>Idempotency-Key</code> or event ids it is recorded once), <strong>500</strong> a defect on our side.</p>
            <p><a href="/docs">The API</a></p>
            """);
        return DocsPage.Frame("Problems", html.ToString());
    }
}
