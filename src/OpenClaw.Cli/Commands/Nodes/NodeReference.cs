using System.Text;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary>
/// Which node <c>--node</c> means: an id, an address, a name in any spelling, or the beginning of an id (spec 04 §11.1).
/// </summary>
internal static class NodeReference
{
    private const int ShortestPrefix = 6;

    /// <summary>The node id, or null with the reason.</summary>
    public static async Task<(string? NodeId, string? Problem)> ResolveAsync(
        GatewayClient client, string reference, CancellationToken cancellationToken)
    {
        var list = await client.RequestAsync(NodesMethods.List, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return Pick(list.Nodes, reference);
    }

    public static (string? NodeId, string? Problem) Pick(IReadOnlyList<NodeRow> nodes, string reference)
    {
        var name = Normalize(reference);
        var matches = nodes.Where(n => n.NodeId == reference).ToArray();
        if (matches.Length == 0)
            matches = [.. nodes.Where(n => n.RemoteIp == reference)];
        if (matches.Length == 0)
            matches = [.. nodes.Where(n => n.DisplayName is { } shown && name.Length > 0 && Normalize(shown) == name)];
        if (matches.Length == 0 && reference.Length >= ShortestPrefix)
            matches = [.. nodes.Where(n => n.NodeId.StartsWith(reference, StringComparison.Ordinal))];
        return matches switch
        {
            [var one] => (one.NodeId, null),
            [] => (null, $"unknown node: {reference} (known: {(nodes.Count == 0 ? "none" : string.Join(", ", nodes.Select(Label)))})"),
            _ => (null, $"ambiguous node: {reference} (matches: {string.Join(", ", matches.Select(Label))})"),
        };
    }

    public static string Label(NodeRow node) => node.DisplayName ?? node.NodeId;

    private static string Normalize(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != '-')
                result.Append('-');
        }
        return result.ToString().Trim('-');
    }
}
