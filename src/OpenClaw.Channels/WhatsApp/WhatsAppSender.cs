using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Storage;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Sends parts through the sidecar (spec 10 §12.2).</summary>
internal sealed class WhatsAppSender(SidecarSession session, string accountId, AccountHost host)
{
    private static readonly TimeSpan s_textLimit = TimeSpan.FromSeconds(90);

    /// <summary>Sends one part; the same <paramref name="clientId"/> is the same message to WhatsApp.</summary>
    public async Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct)
    {
        await new WhatsAppActions(session, accountId).ActAsync(new ChannelAction { Name = "typing", ChatId = part.ChatId }, ct).ConfigureAwait(false);
        MediaFile? file = null;
        string? copy = null;
        if (part.Media is { } media)
        {
            file = MediaFile.Read(media);
            if (file is null)
                return PartResult.Failed(new SendFault(SendFaultKind.BadMedia, $"{Path.GetFileName(media)} cannot be read"));
            copy = Copy(media);
        }

        try
        {
            var reply = await session.RequestAsync(
                "send", w => Write(w, part, clientId, file, copy), copy is null ? s_textLimit : WhatsAppSidecar.MediaLimit, ct).ConfigureAwait(false);
            return reply.Fault is { } fault
                ? PartResult.Failed(WhatsAppFaults.Of(fault, accountId))
                : new PartResult(reply.Result.Text("messageId") ?? "unknown", part.ChatId);
        }
        finally
        {
            // The sidecar removes it when it has sent it.
            if (copy is not null)
                File.Delete(copy);
        }
    }

    /// <summary>The sidecar reads files from one folder alone, so that nothing else can be sent through it.</summary>
    private string Copy(string media)
    {
        var folder = WhatsAppSidecar.MediaDir(host.Paths);
        AtomicFile.EnsureDirectory(folder);
        var copy = Path.Combine(folder, $"out-{Guid.NewGuid():N}{Path.GetExtension(media)}");
        File.Copy(media, copy);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(copy, AtomicFile.OwnerOnly);
        return copy;
    }

    private void Write(Utf8JsonWriter w, OutboundPart part, string clientId, MediaFile? file, string? path)
    {
        w.WriteString("accountId"u8, accountId);
        w.WriteString("chatId"u8, part.ChatId);
        w.WriteString("clientId"u8, clientId);
        w.WriteStartObject("content"u8);
        if (part.Poll is { } poll)
            WritePoll(w, poll);
        else if (file is not null)
            WriteMedia(w, part, file, path!);
        else
        {
            w.WriteString("kind"u8, "text"u8);
            w.WriteString("text"u8, part.Text);
        }

        w.WriteEndObject();
        if (part.ReplyToId is not { } id)
            return;
        w.WriteStartObject("quote"u8);
        w.WriteString("id"u8, id);
        if (part.QuoteText is { } text)
            w.WriteString("text"u8, text);
        w.WriteEndObject();
    }

    private static void WritePoll(Utf8JsonWriter w, PollContent poll)
    {
        w.WriteString("kind"u8, "poll"u8);
        w.WriteString("name"u8, poll.Question);
        w.WriteStartArray("options"u8);
        foreach (var option in poll.Options)
            w.WriteStringValue(option);
        w.WriteEndArray();
        w.WriteNumber("selectable"u8, poll.MaxSelections);
    }

    private static void WriteMedia(Utf8JsonWriter w, OutboundPart part, MediaFile file, string path)
    {
        var kind = MediaKinds.Of(file.Mime);
        w.WriteString("kind"u8, kind switch
        {
            MediaKind.Image => "image",
            MediaKind.Video => "video",
            MediaKind.Audio => "audio",
            _ => "document",
        });
        w.WriteString("path"u8, path);
        w.WriteString("mime"u8, MediaKinds.OnWhatsApp(file.Mime));
        if (kind == MediaKind.Audio)
            w.WriteBoolean("voice"u8, true);
        if (kind == MediaKind.Video && part.GifPlayback)
            w.WriteBoolean("gif"u8, true);
        if (kind == MediaKind.Document)
            w.WriteString("fileName"u8, file.Name);
        if (kind != MediaKind.Audio && part.Text.Length > 0)
            w.WriteString("caption"u8, part.Text);
    }
}
