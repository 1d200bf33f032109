using OpenClaw.Gateway.ControlPlane.Logs;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>logs.tail</c> (spec 02 §2).</summary>
/// <param name="file">The log file of this moment.</param>
internal sealed class LogsMethodHandlers(Func<string> file)
{
    public void Register(MethodTable table) => table.Add(LogsMethods.Tail, TailAsync);

    private async ValueTask<Reply<LogsTailResult>> TailAsync(MethodContext context, LogsTailParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await LogTail.ReadAsync(file(), parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GatewayError.Unavailable($"log read failed: {TextCut.Message(e.Message)}");
        }
    }
}
