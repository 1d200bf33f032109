using OpenClaw.Cli.Remote;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Cli.Commands.Logs;

/// <summary>A form of the log's output.</summary>
internal interface ILogView
{
    void Page(LogsTailResult page, bool first);

    void Notice(string text);

    void Failure(string error, GatewayTarget target, IReadOnlyList<string> details);
}
