using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary>A node in a few words.</summary>
internal static class NodeText
{
    public static string Detail(NodeRow node)
    {
        string?[] parts =
        [
            node.DeviceFamily is { } family ? $"device: {family}" : null,
            node.ModelIdentifier is { } model ? $"hw: {model}" : null,
            Permissions(node) is { } granted ? $"perms: {granted}" : null,
            Version(node),
            node.PathEnv is { } path ? $"path: {path}" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static string? Permissions(NodeRow node) =>
        node.Permissions is { Count: > 0 } all ? string.Join(", ", all.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value ? p.Key : $"!{p.Key}")) : null;

    public static string? Version(NodeRow node) => (node.CoreVersion, node.UiVersion, node.Version) switch
    {
        ({ } core, { } ui, _) => $"core {core} · ui {ui}",
        ({ } core, null, _) => $"core {core}",
        (null, { } ui, _) => $"ui {ui}",
        (null, null, { } version) => version,
        _ => null,
    };
}
