namespace CampaignTracker.Web.Components.Picture;

/// <summary>The colours of a picture that stands alone: those of the light stylesheet, written out.</summary>
public static class Palette
{
    /// <summary>A colour by the name of its token.</summary>
    public static IReadOnlyDictionary<string, string> Light { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["paper"] = "#FBFAF6",
        ["ink"] = "#1F1D1A",
        ["mut"] = "#5A554D",
        ["line"] = "#CFC9BC",
        ["nothing"] = "#A03F00",
        ["worse"] = "#9E1030",
        ["some"] = "#1F5E94",
        ["delivered"] = "#0A6656",
        ["unknown"] = "#5F4596",
        ["neutral"] = "#6B665D",
        ["held"] = "#4A4640",
        ["cond"] = "#C4E4DA",
        ["tint-n"] = "#F6E9DC",
        ["tint-w"] = "#F5DEDD",
        ["tint-s"] = "#E1EBF2",
        ["tint-u"] = "#EAE5F1",
        ["tint-r"] = "#DDEEE8",
    };
}
