using OpenClaw.Cli.Commands.Nodes;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Tests.Commands;

public class NodeReferenceTests
{
    private static readonly NodeRow[] s_nodes =
    [
        Node("abcdef-one", "Living Room", "192.0.2.7"),
        Node("abcdef-two", "Kitchen iPad!", null),
        Node("third", "kitchen-ipad", null),
    ];

    [Theory]
    [InlineData("third", "third")]
    [InlineData("192.0.2.7", "abcdef-one")]
    [InlineData("LIVING  room", "abcdef-one")]
    [InlineData("abcdef-o", "abcdef-one")]
    public void A_node_is_found_by_id_address_name_and_prefix(string reference, string expected) =>
        Assert.Equal((expected, null), NodeReference.Pick(s_nodes, reference));

    [Theory]
    [InlineData("abcde", "unknown node: abcde (known: Living Room, Kitchen iPad!, kitchen-ipad)")]
    [InlineData("abcdef", "ambiguous node: abcdef (matches: Living Room, Kitchen iPad!)")]
    [InlineData("Kitchen iPad", "ambiguous node: Kitchen iPad (matches: Kitchen iPad!, kitchen-ipad)")]
    public void What_is_not_one_node_is_explained(string reference, string expected) =>
        Assert.Equal((null, expected), NodeReference.Pick(s_nodes, reference));

    private static NodeRow Node(string id, string name, string? ip) => new()
    {
        NodeId = id, DisplayName = name, RemoteIp = ip, Caps = [], Commands = [], Paired = true, Connected = true,
    };
}
