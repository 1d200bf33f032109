namespace OpenClaw.Configuration.Model;

/// <summary>The conversation of a binding.</summary>
public sealed record BindingPeer
{
    /// <summary><c>dm</c>, <c>group</c> or <c>channel</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id on the channel.</summary>
    public string Id { get; init; } = "";

    private static BindingPeer Defaults { get; } = new();

    internal static BindingPeer Read(ConfigNode node) => new()
    {
        Kind = node.Text("kind") ?? Defaults.Kind,
        Id = node.Text("id") ?? Defaults.Id,
    };
}
