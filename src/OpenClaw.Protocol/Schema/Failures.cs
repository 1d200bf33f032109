namespace OpenClaw.Protocol.Schema;

/// <summary>
/// What one value got wrong, in the order it must be told. The list is made on the first failure, so that valid input costs none.
/// Bounded: a hostile message must not be turned into a larger answer.
/// </summary>
internal struct Failures
{
    private const int Most = 64;

    private List<Failure>? _list;

    /// <summary>Nothing is wrong.</summary>
    public readonly bool None => _list is null;

    /// <summary>Adds one.</summary>
    public void Add(Failure failure)
    {
        _list ??= [];
        if (_list.Count < Most)
            _list.Add(failure);
    }

    /// <summary>Adds what a value inside this one got wrong.</summary>
    public void AddUnder(string step, Failures inner)
    {
        if (inner._list is null)
            return;
        foreach (var failure in inner._list)
            Add(failure.Under(step));
    }

    /// <summary>Adds what another reading of the same value got wrong.</summary>
    public void AddAll(Failures other)
    {
        if (other._list is null)
            return;
        foreach (var failure in other._list)
            Add(failure);
    }

    /// <summary>The joined text, exact duplicates told once, or null when nothing is wrong.</summary>
    public override readonly string? ToString() => _list is null ? null : string.Join("; ", _list.Select(f => f.ToString()).Distinct());
}
