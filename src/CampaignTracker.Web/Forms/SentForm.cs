using System.Net;
using System.Text;
using CampaignTracker.Web.Presentation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CampaignTracker.Web.Forms;

/// <summary>A page that shows again what was sent to it, where that cannot be taken.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShowsSentFormAttribute : Attribute;

/// <summary>
/// Forms as browsers send them: letters and numbers of an address, in UTF-8, with the token of one of our pages. What else comes is read as
/// far as it can be, so that nothing typed is lost, and is never taken.
/// </summary>
public static class SentForm
{
    private const int MaxFields = 10_000;

    private static readonly object Key = new();

    /// <summary>Why a form is shown again and not taken.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Text">The name of the sentence that says so.</param>
    private sealed record Trouble(int Status, string Text);

    /// <summary>Reads forms before anybody else does, and checks that they come from one of our pages.</summary>
    public static void UseSentForms(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            if (IsSent(http)) await ReadAsync(http);
            await next(http);
        });
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (IsSent(http) && http.GetEndpoint()!.Metadata.GetMetadata<ShowsSentFormAttribute>() is not null
                && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                http.Items[Key] = new Trouble(StatusCodes.Status400BadRequest, "Form.Stale");
                http.Features.Set<IAntiforgeryValidationFeature>(new ShownOnly());
            }
            return next(http);
        });
    }

    /// <summary>Why a form must not be taken, with the status of the answer; null where it may be.</summary>
    public static (int Status, string Text)? Problem(HttpContext http, IStringLocalizer<PageText> text) =>
        http.Items[Key] is Trouble trouble ? (trouble.Status, text[trouble.Text]) : null;

    private static bool IsSent(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static async Task ReadAsync(HttpContext http)
    {
        const string form = "application/x-www-form-urlencoded";
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(form, StringComparison.OrdinalIgnoreCase))
            throw new UnreadableRequestException(StatusCodes.Status415UnsupportedMediaType,
                $"The form is not of the type {form}: send it from its page.");
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            http.Items[Key] = new Trouble(StatusCodes.Status415UnsupportedMediaType, "Form.OtherCharset");

        // The framework would look for whatever encoding is named, find one that it refuses to use, and fail on a U+0000.
        http.Request.ContentType = form;
        http.Request.Form = Parse((await SentBody.ReadAsync(http.Request, http.RequestAborted)).Span);
    }

    /// <summary>The fields of a form; bytes that are no UTF-8 become U+FFFD, so that their field can be named.</summary>
    private static FormCollection Parse(ReadOnlySpan<byte> body)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var count = 0;
        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];
            if (field.IsEmpty) continue;
            if (++count > MaxFields)
                throw new UnreadableRequestException(StatusCodes.Status413PayloadTooLarge, "The form has too many fields: import a file.");
            var equals = field.IndexOf((byte)'=');
            var name = Decoded(equals < 0 ? field : field[..equals]);
            values[name] = StringValues.Concat(values.GetValueOrDefault(name), equals < 0 ? "" : Decoded(field[(equals + 1)..]));
        }
        return new(values);
    }

    private static string Decoded(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(field.ToArray(), 0, field.Length));

    /// <summary>Lets a page show a form that does not come from one of ours; <see cref="Problem"/> keeps it from being taken.</summary>
    private sealed class ShownOnly : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;

        public Exception? Error => null;
    }
}
