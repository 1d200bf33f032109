using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Sessions;

/// <summary>A change of a store that waits to be made and written, possibly together with those of others.</summary>
/// <param name="key">The one entry that it may change.</param>
internal abstract class StoreChange(string key)
{
    /// <summary>The entry.</summary>
    public string Key => key;

    /// <summary>Makes the change; true when the store must be written. Called once.</summary>
    public abstract bool Apply(JsonObject store);

    /// <summary>Tells the caller: what it changed is on disk.</summary>
    public abstract void Settle();

    /// <summary>Tells the caller that nothing was written.</summary>
    public abstract void Fail(Exception problem);
}

/// <summary>As the base; with what the caller wants to know.</summary>
/// <typeparam name="T">What the change answers.</typeparam>
/// <param name="key">The one entry that it may change.</param>
/// <param name="change">Says whether the store must be written. One that says no, or throws, leaves the store as it was.</param>
internal sealed class StoreChange<T>(string key, Func<JsonObject, (bool Changed, T Result)> change) : StoreChange(key)
{
    private readonly TaskCompletionSource<T> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>Ends when the change is on disk, or when it is certain that it will not be.</summary>
    public Task<T> Settled => _settled.Task;

    /// <inheritdoc/>
    public override bool Apply(JsonObject store)
    {
        try
        {
            (var changed, _result) = change(store);
            return changed;
        }
        catch (Exception problem)
        {
            // The fault of this one: the others of the same writing are none the worse.
            Fail(problem);
            return false;
        }
    }

    /// <inheritdoc/>
    public override void Settle() => _settled.TrySetResult(_result!);

    /// <inheritdoc/>
    public override void Fail(Exception problem) => _settled.TrySetException(problem);
}
