using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>A call of the Bot API as it came in.</summary>
/// <param name="Method">As called, e.g. <c>sendMessage</c>.</param>
/// <param name="Token">The token of the path.</param>
/// <param name="Params">Parameters; those of a form are texts, JSON inside them is read.</param>
/// <param name="Files">Uploads by field name.</param>
public sealed record BotApiCall(string Method, string Token, JsonObject Params, IReadOnlyDictionary<string, BotApiUpload> Files)
{
    /// <summary>When it came in.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What it was answered; null while it has no answer.</summary>
    public JsonObject? Answer { get; internal set; }

    /// <summary>True once it was answered with <c>ok</c>.</summary>
    public bool Ok => Answer?["ok"]?.GetValue<bool>() == true;

    /// <summary>A parameter as text, whether it came as text, number or flag; null when it is absent.</summary>
    public string? this[string name] => Params[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var node => node.ToJsonString(),
    };

    /// <summary>A parameter as a whole number.</summary>
    public long? Number(string name) => long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Text or caption.</summary>
    public string? Text => this["text"] ?? this["caption"];
}
