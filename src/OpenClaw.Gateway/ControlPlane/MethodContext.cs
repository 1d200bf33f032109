using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What a handler knows about the request it answers.</summary>
public sealed class MethodContext
{
    private readonly IInterimResponder _interim;

    internal MethodContext(Caller caller, string requestId, TimeProvider time, IInterimResponder interim)
    {
        Caller = caller;
        RequestId = requestId;
        Time = time;
        _interim = interim;
    }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; }

    /// <summary>The request's id, echoed in every response to it.</summary>
    public string RequestId { get; }

    /// <summary>The gateway's clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Short for <see cref="Caller.ConnId"/>.</summary>
    public string ConnId => Caller.ConnId;

    /// <summary>Now, in epoch milliseconds.</summary>
    public long NowMs => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What to do when the answer is queued.</summary>
    internal Action? Afterwards { get; private set; }

    /// <summary>
    /// Has <paramref name="next"/> done as soon as the answer to this request is queued, so that nobody can see what it causes before
    /// the answer. It is also done when the answer is an error or its connection is gone. It must not throw.
    /// </summary>
    /// <param name="next">What the answer has promised.</param>
    public void AfterReply(Action next) => Afterwards += next;

    /// <summary>
    /// Sends a first successful response (<c>ok:true</c>) to this request; the handler's own return value becomes the second one.
    /// Completed means queued, not delivered.
    /// </summary>
    /// <typeparam name="T">Type of the payload.</typeparam>
    /// <param name="payload">The payload.</param>
    /// <param name="type">Its serialisation metadata.</param>
    public ValueTask RespondInterimAsync<T>(T payload, JsonTypeInfo<T> type)
    {
        _interim.RespondInterim(RequestId, payload, type);
        return ValueTask.CompletedTask;
    }
}
