using OpenClaw.Cli.Invocation;
using OpenClaw.Client;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Cli.Remote;

/// <summary>What a person needs to know when a call to the gateway failed: what, whom we asked, and what to do (spec 04 §1.3).</summary>
internal static class GatewayFailure
{
    /// <summary>Prints the failure to the error stream and returns the exit code.</summary>
    public static int Report(CliContext context, GatewayTarget target, GatewayException failure, string? prefix = null)
    {
        var text = failure.Message;
        return context.Fail(prefix is null ? text : $"{prefix}: {text}", [.. Details(context, target, failure)]);
    }

    /// <summary>The lines below the error.</summary>
    public static IEnumerable<string> Details(CliContext context, GatewayTarget target, GatewayException failure)
    {
        if (failure is GatewayRequestException refused)
        {
            if (refused.Error.RetryAfterMs is { } wait)
                yield return $"Try again in {wait} ms.";
            yield break;
        }
        if (failure.InnerException?.Message is { } cause)
            yield return $"Cause: {cause}";
        yield return $"Gateway target: {target.UrlText}";
        yield return $"Source: {target.Source}";
        yield return $"Config: {context.Config.Path}";
        if (target.IsLocal)
            yield return $"Bind: {context.Config.Config.Gateway.Bind}";
        if (Advice(context, target, failure) is { } advice)
            yield return advice;
    }

    private static string? Advice(CliContext context, GatewayTarget target, GatewayException failure)
    {
        if (failure is not GatewayClosedException closed)
            return null;
        if (closed.IsUnreachable)
        {
            return target.IsLocal
                ? $"Nothing listens there. Start the gateway: {context.Suggest("gateway")}"
                : "Nothing answers there. Check the address, and that the gateway runs and is reachable from here.";
        }
        if (closed.Error?.Code == ErrorCodes.NotPaired && RequestId(closed.Error) is { } request)
            return $"On the gateway's machine, approve this device: openclaw devices approve {request}";
        return closed.Reason.StartsWith("unauthorized", StringComparison.Ordinal)
            ? "Give the gateway's secret with --token or --password, or set it in the configuration of this profile."
            : null;
    }

    private static string? RequestId(GatewayError error) =>
        error.Details is { ValueKind: System.Text.Json.JsonValueKind.Object } details
        && details.TryGetProperty("requestId", out var id) ? id.GetString() : null;
}
