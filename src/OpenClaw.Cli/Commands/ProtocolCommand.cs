using System.CommandLine;
using System.Text;
using OpenClaw.Cli.Invocation;
using OpenClaw.Protocol.Emit;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw protocol schema|ts|swift|docs</c>: the wire contract for other languages.</summary>
internal static class ProtocolCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("protocol", "Emit the wire contract, derived from the types the gateway itself uses.");
        command.Subcommands.Add(Emit(context, "schema", "JSON Schema of every method, event and frame.", EmitKind.Schema));
        command.Subcommands.Add(Emit(context, "ts", "TypeScript types.", EmitKind.TypeScript));
        command.Subcommands.Add(Emit(context, "swift", "Swift types.", EmitKind.Swift));
        command.Subcommands.Add(Emit(context, "docs", "Markdown table of methods and events.", EmitKind.Markdown));
        return command;
    }

    private static Command Emit(CliContext context, string name, string description, EmitKind kind)
    {
        var command = new Command(name, description);
        var file = new Option<string?>("--out", "-o") { Description = "Write to a file instead of the output", HelpName = "file" };
        command.Options.Add(file);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(file) is { } path)
            {
                using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                ProtocolEmitter.Write(kind, writer);
            }
            else
            {
                ProtocolEmitter.Write(kind, context.Screen.Out);
            }
            return ExitCodes.Success;
        });
        return command;
    }
}
