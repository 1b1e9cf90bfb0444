namespace CampaignTracker.Web.Presentation;

/// <summary>The body of a request.</summary>
public static class SentBody
{
    /// <summary>All of it.</summary>
    /// <exception cref="BadHttpRequestException">It breaks off, does not arrive as HTTP has it, or is too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, ct);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new UnreadableRequestException(
                StatusCodes.Status400BadRequest, "The body breaks off, or its chunks are no chunks: send it again.", broken);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
