namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Answers one request. Params are validated before; the caller's scope is checked before.</summary>
/// <typeparam name="TParams">Params of the method.</typeparam>
/// <typeparam name="TResult">Payload of the response.</typeparam>
/// <param name="context">Who asks, and how to answer in two stages.</param>
/// <param name="parameters">The params.</param>
/// <param name="cancellationToken">
/// Ends with the caller's connection or the gateway. Work that must outlive the connection (a run) does not use it.
/// </param>
public delegate ValueTask<Reply<TResult>> MethodHandler<TParams, TResult>(
    MethodContext context, TParams parameters, CancellationToken cancellationToken);
