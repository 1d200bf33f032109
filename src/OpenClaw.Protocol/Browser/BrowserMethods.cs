using System.Text.Json;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Browser;

/// <summary>The browser service of the gateway or of a node (spec 02 §7).</summary>
public static class BrowserMethods
{
    /// <summary><c>browser.request</c></summary>
    public static MethodDefinition<BrowserRequestParams, JsonElement> Request { get; } = new(
        "browser.request",
        MethodScope.Write,
        static () => ProtocolJson.Default.BrowserRequestParams,
        static () => ProtocolJson.Default.JsonElement)
    {
        Checked = false,
        Summary = "Sends a request to the browser service.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Request];
}
