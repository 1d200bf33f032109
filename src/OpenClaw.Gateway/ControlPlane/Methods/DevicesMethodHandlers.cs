using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.ControlPlane.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>device.pair.*</c> and <c>device.token.*</c> (spec 02 §8, spec 12). Who loses standing loses the open socket too.</summary>
internal sealed class DevicesMethodHandlers(DevicePairingStore devices, Broadcaster broadcaster, CloseConnections close)
{
    private const string UnknownRequest = "unknown requestId";

    public void Register(MethodTable table)
    {
        table.Add(DevicesMethods.PairList, (_, _, _) => ValueTask.FromResult(List()));
        table.Add(DevicesMethods.PairApprove, (context, parameters, _) => ValueTask.FromResult(Approve(context, parameters)));
        table.Add(DevicesMethods.PairReject, (context, parameters, _) => ValueTask.FromResult(Reject(context, parameters)));
        table.Add(DevicesMethods.TokenRotate, (context, parameters, _) => ValueTask.FromResult(Rotate(context, parameters)));
        table.Add(DevicesMethods.TokenRevoke, (_, parameters, _) => ValueTask.FromResult(Revoke(parameters)));
    }

    private Reply<DevicePairListResult> List() => new DevicePairListResult
    {
        Pending = devices.Pending,
        Paired = [.. devices.Paired.Select(PairedDeviceView.Of)],
    };

    private Reply<DevicePairApproveResult> Approve(MethodContext context, DevicePairApproveParams parameters)
    {
        if (devices.FindRequest(parameters.RequestId) is not { } request)
            return GatewayError.Invalid(UnknownRequest);
        // Who approves gives away no more than they hold.
        if (request.Scopes?.FirstOrDefault(s => !context.Caller.Holds(s)) is { } beyond)
            return GatewayError.Invalid($"missing scope: {beyond}");
        if (devices.Approve(parameters.RequestId) is not { } device)
            return GatewayError.Invalid(UnknownRequest);
        Resolved(context, request, "approved");
        return new DevicePairApproveResult { RequestId = parameters.RequestId, Device = PairedDeviceView.Of(device) };
    }

    private Reply<DevicePairRejectResult> Reject(MethodContext context, DevicePairRejectParams parameters)
    {
        if (devices.Reject(parameters.RequestId) is not { } request)
            return GatewayError.Invalid(UnknownRequest);
        Resolved(context, request, "rejected");
        close(c => c.Caller.DeviceId == request.DeviceId, CloseReason.AccessRevoked);
        return new DevicePairRejectResult { RequestId = parameters.RequestId, DeviceId = request.DeviceId };
    }

    private Reply<DeviceTokenRotateResult> Rotate(MethodContext context, DeviceTokenRotateParams parameters)
    {
        var change = devices.Rotate(parameters.DeviceId, parameters.Role, parameters.Scopes, context.Caller.Scopes);
        if (change.Token is not { } token)
            return GatewayError.Invalid(change.Refusal!);
        // The caller learns the new value; everybody who came in with the old one must show the new one.
        close(
            c => Is(c, parameters.DeviceId, parameters.Role) && c.Method == AuthMethod.DeviceToken && c.ConnId != context.ConnId,
            CloseReason.AccessRevoked);
        return new DeviceTokenRotateResult
        {
            DeviceId = parameters.DeviceId,
            Role = parameters.Role,
            Token = token.Token,
            Scopes = token.Scopes,
            RotatedAtMs = token.RotatedAtMs ?? token.CreatedAtMs,
        };
    }

    private Reply<DeviceTokenRevokeResult> Revoke(DeviceTokenRevokeParams parameters)
    {
        var change = devices.Revoke(parameters.DeviceId, parameters.Role);
        if (change.Token is not { } token)
            return GatewayError.Invalid(change.Refusal!);
        close(c => Is(c, parameters.DeviceId, parameters.Role), CloseReason.AccessRevoked);
        return new DeviceTokenRevokeResult { DeviceId = parameters.DeviceId, Role = parameters.Role, RevokedAtMs = token.RevokedAtMs ?? 0 };
    }

    private void Resolved(MethodContext context, PendingDevice request, string decision) =>
        broadcaster.Publish(
            ProtocolEvents.DevicePairResolved,
            new DevicePairResolvedEvent { RequestId = request.RequestId, DeviceId = request.DeviceId, Decision = decision, Ts = context.NowMs });

    private static bool Is(Connection connection, string deviceId, string role) =>
        connection.Caller.DeviceId == deviceId && connection.Caller.Role == role;
}
