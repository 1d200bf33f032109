namespace OpenClaw.Configuration.Model;

/// <summary>One entry of <c>approvals.exec.targets</c>.</summary>
public sealed record ApprovalTargetConfig
{
    /// <summary>For example <c>telegram</c>.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Peer or group.</summary>
    public string To { get; init; } = "";

    /// <summary>Account of the channel; null: its default one.</summary>
    public string? AccountId { get; init; }

    /// <summary>Topic or thread.</summary>
    public string? ThreadId { get; init; }

    internal static ApprovalTargetConfig Read(ConfigNode node) => new()
    {
        Channel = node.Text("channel") ?? "",
        To = node.Text("to") ?? "",
        AccountId = node.Text("accountId"),
        ThreadId = node.Text("threadId") ?? (node.Whole("threadId") is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
    };
}
