using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>
/// JSON of the Bot API. Members nobody here knows are passed over. The types can be set, not only initialised: the generated reader would put
/// nothing in the place of an absent member's default otherwise.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BotAnswer))]
[JsonSerializable(typeof(BotUpdate))]
[JsonSerializable(typeof(BotMessage))]
[JsonSerializable(typeof(BotUser))]
[JsonSerializable(typeof(BotChat))]
[JsonSerializable(typeof(BotFilePlace))]
[JsonSerializable(typeof(BotWebhookInfo))]
[JsonSerializable(typeof(BotMember))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(bool))]
internal sealed partial class BotJson : JsonSerializerContext;
