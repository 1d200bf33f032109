using System.Text.Json.Serialization;
using OpenClaw.Protocol.Loose;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Voice;

/// <summary>Params of <c>tts.setProvider</c>; checked by the handler.</summary>
[Open]
public sealed record TtsSetProviderParams
{
    /// <summary><c>openai</c>, <c>elevenlabs</c> or <c>edge</c>.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Provider { get; init; }
}
