using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>
/// Shows an answer as a draft while it grows (Telegram, spec 10 §8.10): the newest text at most every 300 ms, until the platform refuses or the
/// text is too long for it.
/// </summary>
internal sealed class DraftText : IAsyncDisposable
{
    private const int MaxLength = 4096;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    private readonly IChannelAccount _account;
    private readonly AcceptedMessage _message;
    private readonly int _step;
    private readonly int _limit;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private ReadOnlyMemory<char>? _next;
    private int _shown;
    private bool _over;
    private Task _loop = Task.CompletedTask;

    private DraftText(IChannelAccount account, AcceptedMessage message, int step, int limit, TimeProvider time) =>
        (_account, _message, _step, _limit, _time) = (account, message, step, limit, time);

    /// <summary>For a chat where drafts can be shown; null elsewhere.</summary>
    public static DraftText? For(IAccountDirectory accounts, AcceptedMessage message, ChannelAccountConfig settings, TimeProvider time)
    {
        var inbound = message.Event;
        if (inbound is not { Channel: "telegram", ChatType: "direct", IsForum: true, ThreadId: not null } || settings.StreamMode == "off"
            || accounts.Running(inbound.Channel, inbound.AccountId) is not { } account)
            return null;
        return new DraftText(account, message, settings.StreamMode == "block" ? settings.DraftMinChars : 1, Math.Min(settings.TextChunkLimit, MaxLength), time);
    }

    /// <summary>The text so far.</summary>
    public void Say(ReadOnlyMemory<char> text)
    {
        lock (_gate)
        {
            if (_over || text.Length - _shown < _step)
                return;
            _over = text.Length > _limit;
            if (_over)
                return;
            _next = text;
            if (_loop.IsCompleted)
                _loop = ShowAsync(_stop.Token);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _over = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        await Task.Yield();
        while (Take() is { } text)
        {
            var result = await _account.ActAsync(
                new ChannelAction
                {
                    Name = "draft", ChatId = _message.ReplyTo, ThreadId = _message.ReplyThreadId, MessageId = _message.Event.MessageId, Text = text,
                },
                ct).ConfigureAwait(false);
            if (!result.Ok)
            {
                lock (_gate)
                    _over = true;
            }

            await Task.Delay(s_pause, _time, ct).ConfigureAwait(false);
        }
    }

    private string? Take()
    {
        lock (_gate)
        {
            var text = _over ? null : _next?.ToString();
            _next = null;
            _shown = text?.Length ?? _shown;
            return text;
        }
    }
}
