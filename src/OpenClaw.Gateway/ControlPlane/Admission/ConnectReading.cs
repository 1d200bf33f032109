using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Reads the params of <c>connect</c>: strict for protocol 3; for newer clients members that we do not know are ignored, because they
/// may be of a release after ours (spec 01 §19.4).
/// </summary>
internal static class ConnectReading
{
    private static readonly Lazy<Shape> s_tolerant = new(Tolerant);

    /// <summary>The params, or the whole error text in the words of spec 01 §3.</summary>
    public static (ConnectParams? Params, string? Error) Read(ReadOnlyMemory<byte> json)
    {
        var method = ConnectMethods.Connect;
        if (json.IsEmpty)
            return (null, $"invalid {method.Name} params: must be object");
        if (MaxProtocol(json.Span) <= ProtocolLimits.MinProtocol)
            return method.TryReadParams(json, out var strict, out var error) ? (strict, null) : (null, error);
        if (SchemaValidator.Validate(json.Span, s_tolerant.Value) is { } problem)
            return (null, $"invalid {method.Name} params: {problem}");
        return (JsonSerializer.Deserialize(json.Span, method.Params), null);
    }

    private static Shape Tolerant()
    {
        if (ConnectMethods.Connect.ParamsShape is not ObjectShape connect)
            return ConnectMethods.Connect.ParamsShape;
        (string, Shape)[] open =
        [
            .. connect.Members
                .Where(m => m is { Name: "client" or "auth", Shape: ObjectShape })
                .Select(m => (m.Name, (Shape)((ObjectShape)m.Shape).With(isOpen: true))),
        ];
        return connect.With(isOpen: true, open);
    }

    private static double MaxProtocol(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ProtocolLimits.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                var wanted = reader.ValueTextEquals("maxProtocol"u8);
                reader.Read();
                if (wanted && reader.TokenType == JsonTokenType.Number)
                    return reader.GetDouble();
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            return 0;
        }
        return 0;
    }
}
