using System.Text;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>
/// The protocol as Swift: one <c>Codable</c> struct per type. Texts with known values stay texts, so that a value of a later release
/// does not make a whole message unreadable.
/// </summary>
internal static class SwiftText
{
    private static readonly HashSet<string> s_reserved = ["default", "self", "in", "repeat", "case", "return", "operator", "extension", "protocol"];

    public static string Of(ProtocolModel model)
    {
        var text = new StringBuilder();
        text.Append($"// {EmitText.Notice}\n\nimport Foundation\n\n");
        text.Append($"public let openClawMinProtocol = {ProtocolLimits.MinProtocol}\npublic let openClawMaxProtocol = {ProtocolLimits.MaxProtocol}\n\n");
        text.Append(SwiftJsonValue.Text);
        foreach (var (name, shape) in model.Types)
        {
            if (shape is ObjectShape known)
                Struct(text, known);
            else
                Enum(text, name, (UnionShape)shape);
        }

        text.Append("/// Wire names of the methods.\npublic enum GatewayMethod: String, Codable, Sendable, CaseIterable {\n");
        foreach (var method in ProtocolModel.Methods)
            text.Append($"    /// {method.Summary} Needs {EmitText.Scope(method.Scope)}.\n    case {Case(method.Name)} = \"{method.Name}\"\n");
        text.Append("}\n\n/// Wire names of the events.\npublic enum GatewayEvent: String, Codable, Sendable, CaseIterable {\n");
        foreach (var definition in ProtocolModel.Events)
            text.Append($"    /// {definition.Summary}\n    case {Case(definition.Name)} = \"{definition.Name}\"\n");
        text.Append("}\n");
        return text.ToString();
    }

    private static void Struct(StringBuilder text, ObjectShape shape)
    {
        text.Append($"public struct {shape.Name}: Codable, Sendable, Equatable {{\n");
        foreach (var member in shape.Members)
        {
            if (Note(member.Shape) is { } note)
                text.Append($"    /// {note}\n");
            text.Append($"    public var {Name(member.Name)}: {MemberType(member)}\n");
        }

        var parameters = shape.Members.Select(m => $"{Name(m.Name)}: {MemberType(m)}{(MemberType(m).EndsWith('?') ? " = nil" : "")}");
        text.Append($"{(shape.Members.Count > 0 ? "\n" : "")}    public init({string.Join(", ", parameters)}) {{\n");
        foreach (var member in shape.Members)
            text.Append($"        self.{Name(member.Name)} = {Name(member.Name)}\n");
        text.Append("    }\n}\n\n");
    }

    private static void Enum(StringBuilder text, string name, UnionShape union)
    {
        var branches = union.Branches.OfType<ObjectShape>().Select(b => b.Name).ToList();
        text.Append($"public enum {name}: Codable, Sendable, Equatable {{\n");
        foreach (var branch in branches)
            text.Append($"    case {Case(branch)}({branch})\n");
        text.Append("\n    public init(from decoder: Decoder) throws {\n");
        foreach (var branch in branches)
            text.Append($"        if let value = try? {branch}(from: decoder) {{ self = .{Case(branch)}(value); return }}\n");
        text.Append("        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: ");
        text.Append($"\"not a {name}\"))\n    }}\n\n    public func encode(to encoder: Encoder) throws {{\n        switch self {{\n");
        foreach (var branch in branches)
            text.Append($"        case .{Case(branch)}(let value): try value.encode(to: encoder)\n");
        text.Append("        }\n    }\n}\n\n");
    }

    // A member that may be absent, null or a value needs three states, which an Optional does not have.
    private static string MemberType(ShapeMember member)
    {
        var nullable = member.Shape is UnionShape { Name: null, Branches: [.., NullShape] };
        if (nullable && !member.IsRequired)
            return "JSONValue?";
        return Value(member.Shape) + (nullable || !member.IsRequired ? "?" : "");
    }

    private static string Value(Shape shape) => shape switch
    {
        ObjectShape { Name: var name } => name,
        UnionShape { Name: { } name } => name,
        UnionShape { Branches: [.., NullShape] } union => Value(union.Branches[0]),
        UnionShape { Branches: var branches } when branches.All(b => b is ConstantShape) => "String",
        TextShape or ConstantShape => "String",
        NumberShape { Whole: true } => "Int64",
        NumberShape => "Double",
        FlagShape => "Bool",
        ArrayShape { Item: var item } => $"[{Value(item)}]",
        MapShape { Value: var value } => $"[String: {Value(value)}]",
        _ => "JSONValue",
    };

    private static string? Note(Shape shape) => shape switch
    {
        ConstantShape constant => $"\"{constant.Value}\"",
        UnionShape { Name: null } union when union.Branches.OfType<ConstantShape>().ToList() is { Count: > 0 } constants =>
            string.Join(", ", constants.Select(c => $"\"{c.Value}\"")),
        _ => EmitText.Limits(shape),
    };

    private static string Name(string name) => s_reserved.Contains(name) ? $"`{name}`" : name;

    // chat.send → chatSend, last-heartbeat → lastHeartbeat, CronRunById → cronRunById
    private static string Case(string name)
    {
        var parts = name.Split('.', '-');
        var joined = string.Concat(parts.Select((p, i) => i == 0 ? char.ToLowerInvariant(p[0]) + p[1..] : char.ToUpperInvariant(p[0]) + p[1..]));
        return Name(joined);
    }
}
