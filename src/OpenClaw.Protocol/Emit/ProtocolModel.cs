using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>Everything an emitted document tells: frames, methods, events, and every named type they reach.</summary>
internal sealed class ProtocolModel
{
    private readonly SortedDictionary<string, Shape> _types = new(StringComparer.Ordinal);

    private ProtocolModel()
    {
        foreach (var frame in Frames)
            Visit(frame);
        foreach (var data in AgentData)
            Visit(data);
        foreach (var method in Methods)
        {
            Visit(method.ParamsShape);
            Visit(method.ResultShape);
        }

        foreach (var definition in Events)
            Visit(Shape.Of(definition.PayloadType));
    }

    /// <summary>The three frames.</summary>
    public static IReadOnlyList<ObjectShape> Frames { get; } = [FrameShapes.Request, FrameShapes.Response, FrameShapes.Event];

    /// <summary>What <c>agent</c> events carry in <c>data</c>, per stream; reached by no member, because the member is open.</summary>
    public static IReadOnlyList<Shape> AgentData { get; } =
    [
        Shape.Of(ProtocolJson.Default.AgentLifecycleData),
        Shape.Of(ProtocolJson.Default.AgentAssistantData),
        Shape.Of(ProtocolJson.Default.AgentToolData),
        Shape.Of(ProtocolJson.Default.AgentCompactionData),
        Shape.Of(ProtocolJson.Default.AgentGapData),
    ];

    /// <summary>The protocol of this build. Declared after what its constructor reads.</summary>
    public static ProtocolModel Current { get; } = new();

    /// <summary>Methods in catalog order.</summary>
    public static IReadOnlyList<MethodDefinition> Methods => MethodCatalog.All;

    /// <summary>Events in catalog order.</summary>
    public static IReadOnlyList<EventDefinition> Events => EventCatalog.All;

    /// <summary>Objects and named unions by name, sorted.</summary>
    public IReadOnlyDictionary<string, Shape> Types => _types;

    private void Visit(Shape shape)
    {
        switch (shape)
        {
            case ObjectShape known when _types.TryAdd(known.Name, known):
                foreach (var member in known.Members)
                    Visit(member.Shape);
                break;
            case UnionShape { Name: { } name } union when !_types.TryAdd(name, union):
                break;
            case UnionShape union:
                foreach (var branch in union.Branches)
                    Visit(branch);
                break;
            case ArrayShape array:
                Visit(array.Item);
                break;
            case MapShape map:
                Visit(map.Value);
                break;
            default:
                break;
        }
    }
}
