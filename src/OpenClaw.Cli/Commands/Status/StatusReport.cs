using OpenClaw.Cli.Commands.Probing;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>Everything <c>status</c> has gathered.</summary>
internal sealed record StatusReport
{
    public required CliContext Context { get; init; }

    public required GatewayTarget Target { get; init; }

    public required ProbeResult Probe { get; init; }

    public required ServiceGlance Service { get; init; }

    public required IReadOnlyList<AgentGlance> Agents { get; init; }

    public required StopRecord? LastStop { get; init; }

    public required bool Deep { get; init; }
}
