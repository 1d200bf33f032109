namespace OpenClaw.Configuration.Model;

/// <summary><c>sandbox</c> of an agent or of the defaults: which sessions are sandboxed (spec 09 §1.2).</summary>
public sealed record SandboxConfig
{
    /// <summary><c>off</c>, <c>non-main</c> or <c>all</c>; null: not said here.</summary>
    public string? Mode { get; init; }

    /// <summary><c>spawned</c> or <c>all</c>: which sessions a sandboxed one sees; null: not said here.</summary>
    public string? SessionToolsVisibility { get; init; }

    internal static SandboxConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode"),
        SessionToolsVisibility = node.Text("sessionToolsVisibility"),
    };
}
