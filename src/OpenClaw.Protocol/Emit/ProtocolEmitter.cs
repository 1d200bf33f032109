namespace OpenClaw.Protocol.Emit;

/// <summary>
/// Writes the protocol for other languages. The text follows from the wire types alone: same types, same bytes, with <c>\n</c> line
/// ends on every system.
/// </summary>
public static class ProtocolEmitter
{
    /// <summary>Writes one whole document.</summary>
    public static void Write(EmitKind kind, TextWriter output)
    {
        var model = ProtocolModel.Current;
        output.Write(kind switch
        {
            EmitKind.Schema => JsonSchemaText.Of(model),
            EmitKind.TypeScript => TypeScriptText.Of(model),
            EmitKind.Swift => SwiftText.Of(model),
            EmitKind.Markdown => MarkdownText.Of(model),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of document"),
        });
    }

    /// <summary>The file under <c>protocol/</c> that keeps this document.</summary>
    public static string FileName(EmitKind kind) => kind switch
    {
        EmitKind.Schema => "openclaw.schema.json",
        EmitKind.TypeScript => "openclaw.ts",
        EmitKind.Swift => "OpenClaw.swift",
        EmitKind.Markdown => "methods.md",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of document"),
    };
}
