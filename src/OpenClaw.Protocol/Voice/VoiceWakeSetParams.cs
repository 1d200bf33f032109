using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Voice;

/// <summary>Params of <c>voicewake.set</c>; checked by the handler.</summary>
[Open]
public sealed record VoiceWakeSetParams
{
    /// <summary>Array of words; texts only count, at most 32 of at most 64 characters.</summary>
    public JsonElement? Triggers { get; init; }
}
