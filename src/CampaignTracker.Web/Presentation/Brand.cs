namespace CampaignTracker.Web.Presentation;

/// <summary>The sign of the program: a ladder with a light on it.</summary>
public static class Brand
{
    public const string Mark = "<svg viewBox=\"0 0 32 32\" width=\"22\" height=\"22\" aria-hidden=\"true\" focusable=\"false\"><path "
        + "class=\"steps\" d=\"M3 27h8v-7h8v-7h8V6\"/><circle class=\"light\" cx=\"27\" cy=\"6\" r=\"4\"/></svg>";

    /// <summary>The version of the program: <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(Brand).Assembly.GetName().Version?.ToString(3) ?? "";
}
