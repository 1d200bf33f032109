namespace OpenClaw.Configuration.Model;

/// <summary>What a rule of <c>session.sendPolicy</c> looks at.</summary>
public sealed record SendPolicyMatch
{
    /// <summary>Channel id.</summary>
    public string? Channel { get; init; }

    /// <summary><c>direct</c>, <c>group</c> or <c>room</c>.</summary>
    public string? ChatType { get; init; }

    /// <summary>Beginning of the session key.</summary>
    public string? KeyPrefix { get; init; }

    internal static SendPolicyMatch Read(ConfigNode node) => new()
    {
        Channel = node.Text("channel"),
        ChatType = node.Text("chatType"),
        KeyPrefix = node.Text("keyPrefix"),
    };
}
