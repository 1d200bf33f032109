using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>What is needed to fetch a file of a message, also after a restart.</summary>
/// <param name="FileId">For getFile.</param>
internal sealed record FileReference(string FileId)
{
    public static JsonElement Of(string fileId) => JsonSerializer.SerializeToElement(new FileReference(fileId), TelegramJson.Default.FileReference);

    public static string? Read(JsonElement reference) =>
        reference.ValueKind == JsonValueKind.Object && reference.TryGetProperty("fileId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}

/// <summary>The message whose button was pressed: <see cref="Inbound.InboundEvent.Native"/> of a callback.</summary>
/// <param name="MessageId">Its id, for edits.</param>
internal sealed record PressedButton(string MessageId);
