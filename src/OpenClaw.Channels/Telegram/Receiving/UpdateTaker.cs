using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Mapping;
using OpenClaw.Channels.Telegram.Sending;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Channels.Telegram.Stickers;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Brings updates into the journal, polled and posted ones alike.</summary>
internal sealed class UpdateTaker(
    string accountId, AccountHost host, TelegramApi api, TelegramStatus status, SentMessages sent, TelegramStickers stickers, GroupMigration migration)
{
    private static readonly TimeSpan s_answerLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_keepLimit = TimeSpan.FromMinutes(1);

    /// <summary>Who we are.</summary>
    public BotUser Me { get; set; } = new();

    /// <summary>
    /// True when the update is safe, also when it means nothing here or nobody can read it: it must not stand in the way of the others.
    /// False: it could not be kept; offer it again. Up to the journal it runs at once, so that calls one after the other keep their order.
    /// </summary>
    public async Task<bool> TakeAsync(JsonElement raw, CancellationToken ct)
    {
        var (events, update) = Read(raw);
        var answered = update?.CallbackQuery is { } pressed ? AnswerAsync(pressed.Id, ct) : Task.CompletedTask;
        foreach (var happened in events)
        {
            if (happened is { Kind: "migrate", NewChatId: { } target })
                await migration.MoveAsync(happened.ChatId, target, ct).ConfigureAwait(false);
            if (!await KeepAsync(happened, ct).ConfigureAwait(false))
                return false;
            status.Received();
        }

        await answered.ConfigureAwait(false);
        return true;
    }

    private (IReadOnlyList<InboundEvent> Events, BotUpdate? Update) Read(JsonElement raw)
    {
        try
        {
            var update = raw.Deserialize(BotJson.Default.BotUpdate)!;
            if (update.MyChatMember is { } member)
                TelegramLog.Membership(host.Logger, accountId, member.NewChatMember.Status, member.Chat.Id);
            return (UpdateMapping.Events(update, Context()), update);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TelegramLog.Unreadable(host.Logger, accountId, IdOf(raw) ?? 0, e.GetType().Name);
            return ([], null);
        }
    }

    private MappingContext Context() => new()
    {
        AccountId = accountId,
        Me = Me,
        Now = host.Time.GetUtcNow().ToUnixTimeMilliseconds(),
        Reactions = new TelegramSettings(host.Config(), accountId).ReactionNotifications,
        Sent = sent.Find,
        Sticker = stickers.Find,
    };

    private async Task<bool> KeepAsync(InboundEvent happened, CancellationToken ct)
    {
        try
        {
            return await host.Intake.AcceptAsync(happened, ct).WaitAsync(s_keepLimit, host.Time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // The app shows a waiting button until it is answered; when that fails nothing else is lost.
    private async Task AnswerAsync(string callbackId, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(s_answerLimit, host.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            await api.AnswerCallbackAsync(callbackId, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // It took too long.
        }
    }

    /// <summary>The update's id; null when it has none.</summary>
    public static long? IdOf(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;
}
