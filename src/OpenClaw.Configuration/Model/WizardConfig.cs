namespace OpenClaw.Configuration.Model;

/// <summary><c>wizard</c>, written by setup flows.</summary>
public sealed record WizardConfig
{
    /// <summary>ISO time of the last run.</summary>
    public string? LastRunAt { get; init; }

    /// <summary>Program that ran.</summary>
    public string? LastRunVersion { get; init; }

    /// <summary>Its revision.</summary>
    public string? LastRunCommit { get; init; }

    /// <summary>Command that ran.</summary>
    public string? LastRunCommand { get; init; }

    /// <summary><c>local</c> or <c>remote</c>.</summary>
    public string? LastRunMode { get; init; }

    internal static WizardConfig Read(ConfigNode node) => new()
    {
        LastRunAt = node.Text("lastRunAt"),
        LastRunVersion = node.Text("lastRunVersion"),
        LastRunCommit = node.Text("lastRunCommit"),
        LastRunCommand = node.Text("lastRunCommand"),
        LastRunMode = node.Text("lastRunMode"),
    };
}
