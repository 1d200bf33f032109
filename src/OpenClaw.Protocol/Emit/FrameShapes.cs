using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>The three frames as shapes (spec 01 §2). The reader and the writer handle them without types of their own.</summary>
internal static class FrameShapes
{
    private static readonly TextShape s_name = new(Min: 1);
    private static readonly AnyShape s_any = new();

    /// <summary>Client to gateway.</summary>
    public static ObjectShape Request { get; } = new(
        "RequestFrame",
        [
            new("type", new ConstantShape("req"), IsRequired: true),
            new("id", s_name, IsRequired: true),
            new("method", s_name, IsRequired: true),
            new("params", s_any, IsRequired: false),
            new("traceparent", s_name, IsRequired: false),
            new("expectedProfileId", s_name, IsRequired: false),
        ],
        IsOpen: false);

    /// <summary>Gateway to client, under the id of a request.</summary>
    public static ObjectShape Response { get; } = new(
        "ResponseFrame",
        [
            new("type", new ConstantShape("res"), IsRequired: true),
            new("id", s_name, IsRequired: true),
            new("ok", new FlagShape(), IsRequired: true),
            new("payload", s_any, IsRequired: false),
            new("error", Shape.Of(ProtocolJson.Default.GatewayError), IsRequired: false),
        ],
        IsOpen: false);

    /// <summary>Gateway to client, unasked.</summary>
    public static ObjectShape Event { get; } = new(
        "EventFrame",
        [
            new("type", new ConstantShape("event"), IsRequired: true),
            new("event", s_name, IsRequired: true),
            new("payload", s_any, IsRequired: false),
            new("seq", new NumberShape(Whole: true, Min: 0), IsRequired: false),
            new("stateVersion", Shape.Of(ProtocolJson.Default.StateVersion), IsRequired: false),
        ],
        IsOpen: false);
}
