using Microsoft.Net.Http.Headers;

namespace CampaignTracker.Web.Api;

/// <summary>The body of a request that brings events.</summary>
internal static class JsonBody
{
    /// <summary>Why the body is not one of ours; null where it may be.</summary>
    public static IResult? Problem(HttpRequest request)
    {
        if (!IsJsonInUtf8(request))
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body must be JSON in UTF-8.",
                detail: "Content-Type is not application/json, or names another charset than utf-8: send the events as JSON in UTF-8 and "
                + "say so in that header.");
        }
        if (request.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body must not be compressed.",
                detail: "Content-Encoding is not identity: send the JSON as it is, without that header.");
        }
        return null;
    }

    /// <summary>True for one event rather than a list: issues then name its fields alone.</summary>
    public static bool IsObject(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];

    private static bool IsJsonInUtf8(HttpRequest request) =>
        request.HasJsonContentType() && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)) is var charset
        && (charset is null || HeaderUtilities.RemoveQuotes(charset.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
