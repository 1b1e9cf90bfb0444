namespace CampaignTracker.Testing;

/// <summary>Ways in which a text tries to be more than a text.</summary>
public static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>xss()</script>", "\"><script>xss()</script>", "'><img src=x onerror=xss()>", "<img src=x onerror=\"xss()\">", "<svg onload=xss()>",
        "<svg><script>xss()</script></svg>", "javascript:xss()", "\" onfocus=xss() autofocus x=\"", "' onmouseover='xss()", "</textarea><script>xss()</script>",
        "</title><script>xss()</script>", "</option></select><img src=x onerror=xss()>", "<iframe srcdoc='<script>parent.xss()</script>'></iframe>", "<body onload=xss()>",
        "<details open ontoggle=xss()>", "<math><mtext></mtext><mglyph><style><img src=x onerror=xss()></style></mglyph></math>", "<a href=\"javascript:xss()\">x</a>",
        "<object data=\"data:text/html,<script>parent.xss()</script>\"></object>", "<form action=javascript:xss()><button>x</button></form>", "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:xss()\">", "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css';</style>",
        "{{constructor.constructor('xss()')()}}", "${xss()}", "@(xss())", "<!--<img src=\"--><img src=x onerror=xss()>\">", "&lt;script&gt;xss()&lt;/script&gt;",
        "\u003cscript\u003exss()\u003c/script\u003e", "<ScRiPt/x>xss()</sCrIpT>",
    ];
}
