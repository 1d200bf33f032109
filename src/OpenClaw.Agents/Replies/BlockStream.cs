using System.Threading.Channels;
using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Replies;

/// <summary>
/// Sends an answer in blocks while it grows (spec 08 §17): chunked, small ones joined, with a pause between two. When a block cannot be
/// sent in time the rest is not sent in blocks either, and <see cref="Unsent"/> says that the whole answer is to go out at the end.
/// </summary>
public sealed class BlockStream : IAsyncDisposable
{
    // An answer is at most a few hundred blocks; a sink that is stuck must not keep more of it than that.
    private const int MaxBlocks = 512;
    private static readonly TimeSpan s_sendTimeout = TimeSpan.FromSeconds(15);

    private readonly BlockChunking _chunking;
    private readonly BlockCoalescing? _coalescing;
    private readonly HumanDelay _delay;
    private readonly ReplySink _sink;
    private readonly TimeProvider _time;
    private readonly Channel<string> _blocks = Channel.CreateBounded<string>(new BoundedChannelOptions(MaxBlocks) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _sent = [];
    private readonly Task _pump;
    private BlockChunker _chunker;
    private ReadOnlyMemory<char> _taken;
    private volatile bool _failed;

    /// <summary>Starts with nothing said.</summary>
    public BlockStream(BlockChunking chunking, BlockCoalescing? coalescing, HumanDelay delay, ReplySink sink, TimeProvider time)
    {
        (_chunking, _coalescing, _delay, _sink, _time) = (chunking, coalescing, delay, sink, time);
        _chunker = new BlockChunker(chunking);
        _pump = PumpAsync(_stop.Token);
    }

    /// <summary>True when a block was not sent: what follows goes out at the end instead.</summary>
    public bool Failed => _failed;

    /// <summary>The visible text of the current assistant message so far; a text that does not continue the last one is a new message.</summary>
    public void Say(ReadOnlyMemory<char> text)
    {
        if (!text.Span.StartsWith(_taken.Span))
            EndMessage();
        Offer(_chunker.Append(text[_taken.Length..].ToString()));
        _taken = text;
    }

    /// <summary>The current assistant message is complete.</summary>
    public void EndMessage()
    {
        Offer(_chunker.Flush());
        _chunker = new BlockChunker(_chunking);
        _taken = default;
    }

    /// <summary>Sends what is left and waits until it is out.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        EndMessage();
        _blocks.Writer.TryComplete();
        await _pump.WaitAsync(ct).ConfigureAwait(false);
    }

    /// <summary>What of a final answer has not been sent yet: all of it, or nothing.</summary>
    public string Unsent(string finalText)
    {
        lock (_sent)
            return !_failed && _sent.Count > 0 && Same(string.Concat(_sent)).Contains(Same(finalText), StringComparison.Ordinal) ? string.Empty : finalText;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _blocks.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Offer(IReadOnlyList<string> blocks)
    {
        foreach (var block in blocks)
            _failed |= !_blocks.Writer.TryWrite(block);
    }

    private async Task PumpAsync(CancellationToken ct)
    {
        var coalescer = _coalescing is null ? null : new BlockCoalescer(_coalescing);
        var first = true;
        while (await NextAsync(coalescer, ct).ConfigureAwait(false) is { } ready)
        {
            foreach (var block in ready)
            {
                if (_failed)
                    continue;
                if (!first)
                    await Task.Delay(_delay.Next(Random.Shared.NextDouble()), _time, ct).ConfigureAwait(false);
                first = false;
                await SendAsync(block, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Blocks to send now, possibly none; null at the end.</summary>
    private async Task<IReadOnlyList<string>?> NextAsync(BlockCoalescer? coalescer, CancellationToken ct)
    {
        var more = _blocks.Reader.WaitToReadAsync(ct).AsTask();
        if (coalescer?.DueAt is { } due)
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var wait = due - _time.GetUtcNow();
            var timer = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, idle.Token);
            if (await Task.WhenAny(more, timer).ConfigureAwait(false) == timer && !more.IsCompleted)
                return coalescer.Flush();
            await idle.CancelAsync().ConfigureAwait(false);
        }

        if (!await more.ConfigureAwait(false))
            return coalescer?.Flush() is { Count: > 0 } held ? held : null;
        if (!_blocks.Reader.TryRead(out var block))
            return [];
        return coalescer is null ? [block] : coalescer.Add(block, _time.GetUtcNow());
    }

    private async Task SendAsync(string block, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_sendTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var receipt = await _sink(new ReplyPayload { Text = block }, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            _failed |= !receipt.Ok;
            lock (_sent)
                _sent.Add(block);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            _failed = true;
        }
    }

    private static string Same(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
