namespace OpenClaw.Protocol.Frames;

/// <summary>What <see cref="RequestFrameReader"/> made of a message.</summary>
/// <param name="Fault">Whether it is a request.</param>
/// <param name="Frame">The request, when it is one.</param>
/// <param name="Reason">
/// For <see cref="FrameFault.NotRequest"/>: the whole error text, <c>invalid request frame: …</c>, worded as spec 01 §3.
/// </param>
/// <param name="AnswerId">
/// For <see cref="FrameFault.NotRequest"/>: the <c>id</c> to answer under, as raw JSON: the frame's own when it has a text or
/// a number there, else <c>"invalid"</c>.
/// </param>
public readonly record struct RequestReading(FrameFault Fault, RequestFrame? Frame, string? Reason, ReadOnlyMemory<byte> AnswerId);
