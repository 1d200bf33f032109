using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Send;

/// <summary>Params of <c>message.action</c>, as clients of 2026.9 send them (spec 01 §19.3). Members it does not know are ignored.</summary>
[Open]
public sealed record MessageActionParams
{
    /// <summary>For example <c>send</c>, <c>react</c>, <c>edit</c>.</summary>
    [Size(Min = 1)]
    public required string Action { get; init; }

    /// <summary>Channel id or alias; absent means the only one there is.</summary>
    public string? Channel { get; init; }

    /// <summary>Account; absent means the channel's default one.</summary>
    public string? AccountId { get; init; }

    /// <summary>What the action needs: <c>target</c> or <c>to</c>, <c>message</c>, <c>messageId</c> and so on; an object.</summary>
    public JsonElement? Params { get; init; }

    /// <summary>Agent whose files may be attached and whose session keeps a copy; absent means the default one.</summary>
    public string? AgentId { get; init; }

    /// <summary>Session that keeps a copy of what was sent.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Only say what would be done.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The same key is never sent twice.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }
}
