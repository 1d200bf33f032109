using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.ControlPlane.Admission;

// 10xx admission, 11xx connections, 12xx methods, 15xx life cycle
internal static partial class AdmissionLog
{
    [LoggerMessage(1001, LogLevel.Warning, "Refused a client at {Address}: {Reason}")]
    public static partial void Refused(ILogger logger, string address, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "Refused {Count} more clients in the last minute, the latest at {Address}: {Reason}")]
    public static partial void RefusedSummary(ILogger logger, long count, string address, string reason);

    [LoggerMessage(1003, LogLevel.Information, "Approved device {DeviceId} on this host for role {Role}: the caller is local and showed the gateway's secret")]
    public static partial void ApprovedSilently(ILogger logger, string deviceId, string role);

    [LoggerMessage(1004, LogLevel.Warning, "Device {DeviceId} wants to pair; approve it with: openclaw devices approve {RequestId}")]
    public static partial void PairingRequested(ILogger logger, string deviceId, string requestId);
}
