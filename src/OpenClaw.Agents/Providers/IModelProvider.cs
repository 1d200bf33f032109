namespace OpenClaw.Agents.Providers;

/// <summary>Speaks one wire format to models.</summary>
public interface IModelProvider
{
    /// <summary>
    /// Calls the model and streams what it says. Failures of the call are events, not exceptions; the only exception is
    /// <see cref="OperationCanceledException"/>. One attempt: retrying is the caller's business.
    /// </summary>
    IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken ct);
}
