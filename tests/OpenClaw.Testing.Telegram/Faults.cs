namespace OpenClaw.Testing.Telegram;

/// <summary>What goes wrong next, by method.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    public void Add(string method, int times, BotApiFailure? answer, Func<BotApiCall, bool>? when)
    {
        lock (_gate)
            _planned.Add(new Planned(method, answer, when) { Left = times });
    }

    public void Clear(string method)
    {
        lock (_gate)
            _planned.RemoveAll(p => p.Matches(method));
    }

    /// <summary>The fault for this call and whether there is one; a null failure means that the connection breaks after the work was done.</summary>
    public (bool Is, BotApiFailure? Failure) Next(BotApiCall call)
    {
        lock (_gate)
        {
            var planned = _planned.Find(p => p.Matches(call.Method) && p.When?.Invoke(call) != false);
            if (planned is null)
                return (false, null);
            if (--planned.Left <= 0)
                _planned.Remove(planned);
            return (true, planned.Failure);
        }
    }

    private sealed record Planned(string Method, BotApiFailure? Failure, Func<BotApiCall, bool>? When)
    {
        public int Left { get; set; }

        public bool Matches(string method) => Method == "*" || Method.Equals(method, StringComparison.OrdinalIgnoreCase);
    }
}
