using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Params of <c>chat.inject</c>.</summary>
public sealed record ChatInjectParams
{
    /// <summary>Session.</summary>
    [Size(Min = 1)]
    public required string SessionKey { get; init; }

    /// <summary>Text the assistant is made to have said.</summary>
    [Size(Min = 1)]
    public required string Message { get; init; }

    /// <summary>Put in front, in brackets.</summary>
    [Size(Max = 100)]
    public string? Label { get; init; }
}
