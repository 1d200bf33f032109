using System.CommandLine;
using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>The options that say whose approvals file is meant.</summary>
internal sealed class ApprovalsPlaceOptions
{
    private readonly Option<bool> _gateway = new("--gateway") { Description = "The gateway's host instead of this installation" };
    private readonly Option<string?> _node = new("--node") { Description = "A node: id, name or address", HelpName = "node" };
    private readonly RemoteOptions _remote;

    private ApprovalsPlaceOptions(Command command)
    {
        command.Options.Add(_gateway);
        command.Options.Add(_node);
        _remote = RemoteOptions.AddTo(command);
    }

    public static ApprovalsPlaceOptions AddTo(Command command) => new(command);

    public ApprovalsPlace Read(ParseResult parsed) =>
        new(_remote.Read(parsed), parsed.GetValue(_gateway), parsed.GetValue(_node)?.Trim() is { Length: > 0 } node ? node : null);
}
