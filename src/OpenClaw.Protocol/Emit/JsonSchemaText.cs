using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>The protocol as one JSON Schema (draft 7): a document is any frame; <c>definitions</c> holds every named type.</summary>
internal static class JsonSchemaText
{
    public static string Of(ProtocolModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
            Document(writer, model);
        return $"{Encoding.UTF8.GetString(buffer.WrittenSpan)}\n";
    }

    private static void Document(Utf8JsonWriter writer, ProtocolModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        writer.WriteString("title", "OpenClaw gateway protocol");
        writer.WriteString("description", $"Protocol {ProtocolLimits.MinProtocol} to {ProtocolLimits.MaxProtocol}. Generated from the wire types.");
        writer.WriteStartArray("oneOf");
        foreach (var frame in ProtocolModel.Frames)
            Value(writer, frame);
        writer.WriteEndArray();
        writer.WriteStartObject("x-methods");
        foreach (var method in ProtocolModel.Methods)
        {
            writer.WriteStartObject(method.Name);
            writer.WriteString("summary", method.Summary);
            writer.WriteString("scope", EmitText.Scope(method.Scope));
            writer.WriteBoolean("advertised", method.Advertised);
            writer.WriteBoolean("checked", method.Checked);
            writer.WritePropertyName("params");
            Value(writer, method.ParamsShape);
            writer.WritePropertyName("result");
            Value(writer, EmitText.Result(method));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("x-events");
        foreach (var definition in ProtocolModel.Events)
        {
            writer.WriteStartObject(definition.Name);
            writer.WriteString("summary", definition.Summary);
            writer.WriteString("audience", EmitText.Audience(definition.Audience));
            writer.WriteBoolean("dropIfSlow", definition.DropIfSlow);
            writer.WritePropertyName("payload");
            Value(writer, Shape.Of(definition.PayloadType));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("definitions");
        foreach (var (name, shape) in model.Types)
        {
            writer.WritePropertyName(name);
            Definition(writer, shape);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Definition(Utf8JsonWriter writer, Shape shape)
    {
        if (shape is not ObjectShape known)
        {
            Union(writer, (UnionShape)shape);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "object");
        var required = known.Members.Where(m => m.IsRequired).ToList();
        if (required.Count > 0)
        {
            writer.WriteStartArray("required");
            foreach (var member in required)
                writer.WriteStringValue(member.Name);
            writer.WriteEndArray();
        }

        if (!known.IsOpen)
            writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        foreach (var member in known.Members)
        {
            writer.WritePropertyName(member.Name);
            Value(writer, member.Shape);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Union(Utf8JsonWriter writer, UnionShape union)
    {
        writer.WriteStartObject();
        if (union.Branches.All(b => b is ConstantShape))
        {
            writer.WriteStartArray("enum");
            foreach (var constant in union.Branches.Cast<ConstantShape>())
                writer.WriteStringValue(constant.Value);
        }
        else
        {
            writer.WriteStartArray("anyOf");
            foreach (var branch in union.Branches)
                Value(writer, branch);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, Shape shape)
    {
        if (shape is UnionShape { Name: null } union)
        {
            Union(writer, union);
            return;
        }

        writer.WriteStartObject();
        switch (shape)
        {
            case ObjectShape { Name: var name }:
                writer.WriteString("$ref", $"#/definitions/{name}");
                break;
            case UnionShape { Name: var name }:
                writer.WriteString("$ref", $"#/definitions/{name}");
                break;
            case TextShape text:
                writer.WriteString("type", "string");
                Limit(writer, "minLength", text.Min, 0);
                Limit(writer, "maxLength", text.Max, -1);
                break;
            case ConstantShape constant:
                writer.WriteString("const", constant.Value);
                break;
            case NumberShape number:
                writer.WriteString("type", number.Whole ? "integer" : "number");
                Limit(writer, "minimum", number.Min, double.NegativeInfinity);
                Limit(writer, "maximum", number.Max, double.PositiveInfinity);
                break;
            case FlagShape:
                writer.WriteString("type", "boolean");
                break;
            case NullShape:
                writer.WriteString("type", "null");
                break;
            case ArrayShape array:
                writer.WriteString("type", "array");
                Limit(writer, "minItems", array.Min, 0);
                Limit(writer, "maxItems", array.Max, -1);
                writer.WritePropertyName("items");
                Value(writer, array.Item);
                break;
            case MapShape map:
                writer.WriteString("type", "object");
                writer.WritePropertyName("additionalProperties");
                Value(writer, map.Value);
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }

    private static void Limit(Utf8JsonWriter writer, string name, double value, double none)
    {
        if (value != none)
            writer.WriteNumber(name, value);
    }
}
