using System.Text;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>The protocol as TypeScript: one interface per type, a map of methods and a map of events.</summary>
internal static class TypeScriptText
{
    public static string Of(ProtocolModel model)
    {
        var text = new StringBuilder();
        text.Append($"// {EmitText.Notice}\n\n");
        text.Append($"export const minProtocol = {ProtocolLimits.MinProtocol};\n");
        text.Append($"export const maxProtocol = {ProtocolLimits.MaxProtocol};\n\n");
        foreach (var (name, shape) in model.Types)
            Type(text, name, shape);
        text.Append("export type Frame = RequestFrame | ResponseFrame | EventFrame;\n\n");
        text.Append("/** Every method, by wire name. */\nexport interface GatewayMethods {\n");
        foreach (var method in ProtocolModel.Methods)
        {
            text.Append($"  /** {method.Summary} Needs {EmitText.Scope(method.Scope)}. */\n");
            text.Append($"  \"{method.Name}\": {{ params: {Value(method.ParamsShape)}; result: {Value(EmitText.Result(method))} }};\n");
        }

        text.Append("}\n\n/** Every event, by wire name. */\nexport interface GatewayEvents {\n");
        foreach (var definition in ProtocolModel.Events)
        {
            text.Append($"  /** {definition.Summary} */\n");
            text.Append($"  \"{definition.Name}\": {Value(Shape.Of(definition.PayloadType))};\n");
        }

        text.Append("}\n\nexport type MethodName = keyof GatewayMethods;\nexport type EventName = keyof GatewayEvents;\n");
        return text.ToString();
    }

    private static void Type(StringBuilder text, string name, Shape shape)
    {
        if (shape is UnionShape union)
        {
            text.Append($"export type {name} = {Branches(union)};\n\n");
            return;
        }

        var known = (ObjectShape)shape;
        if (known.Members.Count == 0)
        {
            text.Append($"export type {name} = Record<string, {(known.IsOpen ? "unknown" : "never")}>;\n\n");
            return;
        }

        text.Append($"export interface {name} {{\n");
        foreach (var member in known.Members)
        {
            if (EmitText.Limits(member.Shape) is { } limits)
                text.Append($"  /** {limits} */\n");
            text.Append($"  {Name(member.Name)}{(member.IsRequired ? "" : "?")}: {Value(member.Shape)};\n");
        }

        if (known.IsOpen)
            text.Append("  [member: string]: unknown;\n");
        text.Append("}\n\n");
    }

    private static string Name(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : $"\"{name}\"";

    private static string Value(Shape shape) => shape switch
    {
        ObjectShape { Name: var name } => name,
        UnionShape { Name: { } name } => name,
        UnionShape union => Branches(union),
        TextShape => "string",
        ConstantShape { Value: var value } => $"\"{value}\"",
        NumberShape => "number",
        FlagShape => "boolean",
        NullShape => "null",
        ArrayShape { Item: UnionShape { Name: null } item } => $"Array<{Branches(item)}>",
        ArrayShape { Item: var item } => $"{Value(item)}[]",
        MapShape { Value: var value } => $"Record<string, {Value(value)}>",
        _ => "unknown",
    };

    private static string Branches(UnionShape union) => string.Join(" | ", union.Branches.Select(Value).Distinct());
}
