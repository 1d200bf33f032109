using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Loose;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Browser;

/// <summary>Params of <c>browser.request</c>; checked by the handler.</summary>
[Open]
public sealed record BrowserRequestParams
{
    /// <summary><c>GET</c>, <c>POST</c> or <c>DELETE</c>, in any case.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Method { get; init; }

    /// <summary>Path at the browser service.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Path { get; init; }

    /// <summary>Object of query values.</summary>
    public JsonElement? Query { get; init; }

    /// <summary>Body.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Milliseconds.</summary>
    [JsonConverter(typeof(LooseNumberConverter))]
    public double? TimeoutMs { get; init; }
}
