using System.CommandLine;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>--node</c>.</summary>
internal static class NodeOption
{
    public static Option<string> AddTo(Command command)
    {
        var option = new Option<string>("--node") { Description = "Node id, name, address, or the beginning of its id", HelpName = "node", Required = true };
        command.Options.Add(option);
        return option;
    }
}
