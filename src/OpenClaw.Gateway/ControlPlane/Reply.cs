using System.Diagnostics.CodeAnalysis;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// What a method answers: a payload, an error, or both (spec 01 §2: <c>agent</c>, <c>chat.send</c> and <c>skills.install</c> send a
/// payload beside the error). An expected failure is returned, never thrown.
/// </summary>
/// <typeparam name="TResult">Payload of the response.</typeparam>
public readonly record struct Reply<TResult>
{
    internal Reply(bool hasPayload, TResult? payload, GatewayError? error)
    {
        HasPayload = hasPayload;
        Payload = payload;
        Error = error;
    }

    /// <summary>True when <see cref="Payload"/> is sent, be it <c>null</c>.</summary>
    public bool HasPayload { get; }

    /// <summary>The payload, when <see cref="HasPayload"/>.</summary>
    public TResult? Payload { get; }

    /// <summary>The error; <c>null</c> means <c>ok:true</c>.</summary>
    public GatewayError? Error { get; }

    /// <summary>True for a success.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>A success.</summary>
    /// <param name="payload">The payload.</param>
    public static implicit operator Reply<TResult>(TResult payload) => new(true, payload, null);

    /// <summary>A failure without payload.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator Reply<TResult>(GatewayError error) => new(false, default, error);
}

/// <summary>Makes <see cref="Reply{TResult}"/> values where the conversions do not apply.</summary>
public static class Reply
{
    /// <summary>A success; needed when the payload is an interface type or <c>null</c>.</summary>
    /// <typeparam name="TResult">Payload of the response.</typeparam>
    /// <param name="payload">The payload.</param>
    public static Reply<TResult> Ok<TResult>(TResult payload) => new(true, payload, null);

    /// <summary>A failure.</summary>
    /// <typeparam name="TResult">Payload of the response.</typeparam>
    /// <param name="error">The error.</param>
    public static Reply<TResult> Fail<TResult>(GatewayError error) => new(false, default, error);

    /// <summary>A failure that carries a payload too.</summary>
    /// <typeparam name="TResult">Payload of the response.</typeparam>
    /// <param name="error">The error.</param>
    /// <param name="payload">The payload sent beside it.</param>
    public static Reply<TResult> Fail<TResult>(GatewayError error, TResult payload) => new(true, payload, error);
}
