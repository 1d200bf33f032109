using System.Text;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>The protocol as tables: methods, events, then every type.</summary>
internal static class MarkdownText
{
    public static string Of(ProtocolModel model)
    {
        var text = new StringBuilder();
        text.Append($"<!-- {EmitText.Notice} -->\n\n# Gateway methods and events\n\n");
        text.Append($"Protocol {ProtocolLimits.MinProtocol} to {ProtocolLimits.MaxProtocol}. `operator.admin` satisfies every operator scope. ");
        text.Append("A method marked *loose* ignores members it does not know; every other one refuses them. ");
        text.Append("A method marked *unlisted* is callable but not advertised.\n\n");
        text.Append("## Methods\n\n| Method | Scope | Params | Result | |\n|---|---|---|---|---|\n");
        foreach (var method in ProtocolModel.Methods)
        {
            var marks = $"{(method.Checked ? "" : " *loose*")}{(method.Advertised ? "" : " *unlisted*")}";
            text.Append($"| `{method.Name}`{marks} | {EmitText.Scope(method.Scope)} | {Value(method.ParamsShape)} ");
            text.Append($"| {Value(EmitText.Result(method))} | {method.Summary} |\n");
        }

        text.Append("\n## Events\n\n| Event | Goes to | When the client is slow | Payload | |\n|---|---|---|---|---|\n");
        foreach (var definition in ProtocolModel.Events)
        {
            text.Append($"| `{definition.Name}` | {EmitText.Audience(definition.Audience)} | {(definition.DropIfSlow ? "dropped" : "client closed")} ");
            text.Append($"| {Value(Shape.Of(definition.PayloadType))} | {definition.Summary} |\n");
        }

        text.Append("\n## Types\n");
        foreach (var (name, shape) in model.Types)
            Type(text, name, shape);
        return text.ToString();
    }

    private static void Type(StringBuilder text, string name, Shape shape)
    {
        text.Append($"\n### {name}\n\n");
        if (shape is UnionShape union)
        {
            text.Append($"One of {string.Join(", ", union.Branches.Select(Value))}.\n");
            return;
        }

        var known = (ObjectShape)shape;
        if (known.Members.Count == 0)
        {
            text.Append(known.IsOpen ? "Any object.\n" : "An empty object.\n");
            return;
        }

        text.Append("| Member | Type | Limits |\n|---|---|---|\n");
        foreach (var member in known.Members)
            text.Append($"| `{member.Name}`{(member.IsRequired ? "" : "?")} | {Value(member.Shape)} | {EmitText.Limits(member.Shape)} |\n");
        if (known.IsOpen)
            text.Append("\nOther members may follow.\n");
    }

    private static string Value(Shape shape) => shape switch
    {
        ObjectShape { Name: var name } => $"[{name}](#{Anchor(name)})",
        UnionShape { Name: { } name } => $"[{name}](#{Anchor(name)})",
        UnionShape union => string.Join(" or ", union.Branches.Select(Value)),
        TextShape => "text",
        ConstantShape { Value: var value } => $"`{value}`",
        NumberShape => "number",
        FlagShape => "flag",
        NullShape => "null",
        ArrayShape { Item: var item } => $"list of {Value(item)}",
        MapShape { Value: var value } => $"map to {Value(value)}",
        _ => "any",
    };

    private static string Anchor(string name) => name.ToLowerInvariant();
}
