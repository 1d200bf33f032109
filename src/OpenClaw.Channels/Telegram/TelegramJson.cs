using System.Text.Json.Serialization;
using OpenClaw.Channels.Telegram.Mapping;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Stickers;

namespace OpenClaw.Channels.Telegram;

/// <summary>JSON of what the channel itself keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(FileReference))]
[JsonSerializable(typeof(PressedButton))]
[JsonSerializable(typeof(UpdateOffset))]
[JsonSerializable(typeof(StickerFile))]
internal sealed partial class TelegramJson : JsonSerializerContext;
