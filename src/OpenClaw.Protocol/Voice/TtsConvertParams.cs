using System.Text.Json.Serialization;
using OpenClaw.Protocol.Loose;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Voice;

/// <summary>Params of <c>tts.convert</c>; checked by the handler.</summary>
[Open]
public sealed record TtsConvertParams
{
    /// <summary>Text to speak.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Text { get; init; }

    /// <summary>Channel it is for; decides the format.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Channel { get; init; }
}
