namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// How many sockets may be open without having connected: 64 in all and 16 per address (spec 12). A burst of honest clients is
/// served in turn: who finds no slot waits a little in a bounded queue before being turned away.
/// </summary>
/// <param name="time">The clock of the wait.</param>
/// <param name="total">Slots in all.</param>
/// <param name="perAddress">Slots per address.</param>
internal sealed class PreAuthBudget(TimeProvider time, int total = 64, int perAddress = 16)
{
    private const int MaxWaiting = 512;
    private const int MaxWaitingPerAddress = 256;
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private readonly LinkedList<Waiter> _waiting = [];
    private int _inUse;

    /// <summary>Slots in use.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
                return _inUse;
        }
    }

    /// <summary>A slot for this address, or null when there is none in time. Dispose it when the socket has connected or ended.</summary>
    public async ValueTask<Slot?> TakeAsync(string address, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter> node;
        lock (_gate)
        {
            if (TryTake(address))
                return new Slot(this, address);
            if (_waiting.Count >= MaxWaiting || _waiting.Count(w => w.Address == address) >= MaxWaitingPerAddress)
                return null;
            node = _waiting.AddLast(new Waiter(address, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
        try
        {
            await node.Value.Ready.Task.WaitAsync(s_wait, time, cancellationToken).ConfigureAwait(false);
            return new Slot(this, address);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            lock (_gate)
            {
                if (node.List is not null)
                {
                    _waiting.Remove(node);
                    return null;
                }
            }
            // The slot was given at the very moment the wait ended: it is this caller's to give back or to use.
            var slot = new Slot(this, address);
            if (!cancellationToken.IsCancellationRequested)
                return slot;
            slot.Dispose();
            return null;
        }
    }

    private bool TryTake(string address)
    {
        var held = _held.GetValueOrDefault(address);
        if (_inUse >= total || held >= perAddress)
            return false;
        _inUse++;
        _held[address] = held + 1;
        return true;
    }

    private void Return(string address)
    {
        lock (_gate)
        {
            _inUse--;
            var held = _held[address] - 1;
            if (held == 0)
                _held.Remove(address);
            else
                _held[address] = held;
            for (var node = _waiting.First; node is not null; node = node.Next)
            {
                if (!TryTake(node.Value.Address))
                    continue;
                _waiting.Remove(node);
                node.Value.Ready.SetResult();
                return;
            }
        }
    }

    /// <summary>One unauthenticated socket's place.</summary>
    public sealed class Slot(PreAuthBudget budget, string address) : IDisposable
    {
        private int _returned;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _returned, 1) == 0)
                budget.Return(address);
        }
    }

    private sealed record Waiter(string Address, TaskCompletionSource Ready);
}
