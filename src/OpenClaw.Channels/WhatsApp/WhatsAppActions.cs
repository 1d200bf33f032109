using System.Text.Json;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Does things to and beside messages through the sidecar.</summary>
internal sealed class WhatsAppActions(SidecarSession session, string accountId)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_signLimit = TimeSpan.FromSeconds(5);

    /// <summary>Does it; failures are results.</summary>
    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct) => action.Name switch
    {
        "typing" => PresenceAsync(action, "composing", ct),
        "recording" => PresenceAsync(action, "recording", ct),
        "read" => ReadAsync(action, ct),
        "react" => SendAsync(action, "reaction", w => w.WriteString("emoji"u8, action.Emoji), ct),
        "edit" when action.Text is { Length: > 0 } text => SendAsync(
            action, "edit", w => w.WriteString("text"u8, WhatsAppText.Chunks(text, limit: 0) is [var one, ..] ? one : text), ct),
        "delete" => SendAsync(action, "delete", static _ => { }, ct),
        "edit" => Task.FromResult(new ActionResult(new SendFault(SendFaultKind.Unsupported, "text required: what the message is to say"))),
        _ => Task.FromResult(new ActionResult(new SendFault(SendFaultKind.Unsupported, $"WhatsApp cannot {action.Name}"))),
    };

    private Task<ActionResult> PresenceAsync(ChannelAction action, string state, CancellationToken ct) => AskAsync(
        "presence",
        w =>
        {
            w.WriteString("chatId"u8, action.ChatId);
            w.WriteString("state"u8, state);
        },
        s_signLimit,
        ct);

    private Task<ActionResult> ReadAsync(ChannelAction action, CancellationToken ct) => AskAsync(
        "markRead",
        w =>
        {
            w.WriteStartArray("keys"u8);
            w.WriteStartObject();
            w.WriteString("chatId"u8, action.ChatId);
            w.WriteString("id"u8, action.MessageId);
            if (action.Participant is { } participant)
                w.WriteString("participant"u8, participant);
            w.WriteEndObject();
            w.WriteEndArray();
        },
        s_signLimit,
        ct);

    private Task<ActionResult> SendAsync(ChannelAction action, string kind, Action<Utf8JsonWriter> more, CancellationToken ct) => action.MessageId is not { Length: > 0 } id
        ? Task.FromResult(new ActionResult(new SendFault(SendFaultKind.BadTarget, "messageId required: the message it is about")))
        : AskAsync(
            "send",
            w =>
            {
                w.WriteString("chatId"u8, action.ChatId);
                w.WriteString("clientId"u8, Guid.NewGuid().ToString("N"));
                w.WriteStartObject("content"u8);
                w.WriteString("kind"u8, kind);
                w.WriteStartObject("target"u8);
                w.WriteString("id"u8, id);
                w.WriteBoolean("fromMe"u8, action.FromMe ?? kind != "reaction");
                if (action.Participant is { } participant)
                    w.WriteString("senderId"u8, participant);
                w.WriteEndObject();
                more(w);
                w.WriteEndObject();
            },
            s_limit,
            ct);

    private async Task<ActionResult> AskAsync(string method, Action<Utf8JsonWriter> content, TimeSpan limit, CancellationToken ct)
    {
        var reply = await session.RequestAsync(
            method,
            w =>
            {
                w.WriteString("accountId"u8, accountId);
                content(w);
            },
            limit,
            ct).ConfigureAwait(false);
        return reply.Fault is { } fault ? new ActionResult(WhatsAppFaults.Of(fault, accountId)) : ActionResult.Done;
    }
}
