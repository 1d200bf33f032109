using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Devices;

/// <summary>Paired devices and their tokens (spec 01 §8, spec 02 §8).</summary>
public static class DevicesMethods
{
    /// <summary><c>device.pair.list</c></summary>
    public static MethodDefinition<NoParams, DevicePairListResult> PairList { get; } = new(
        "device.pair.list",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.DevicePairListResult)
    {
        Summary = "Lists paired devices and open pairing requests.",
    };

    /// <summary><c>device.pair.approve</c></summary>
    public static MethodDefinition<DevicePairApproveParams, DevicePairApproveResult> PairApprove { get; } = new(
        "device.pair.approve",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.DevicePairApproveParams,
        static () => ProtocolJson.Default.DevicePairApproveResult)
    {
        Summary = "Approves a pairing request.",
    };

    /// <summary><c>device.pair.reject</c></summary>
    public static MethodDefinition<DevicePairRejectParams, DevicePairRejectResult> PairReject { get; } = new(
        "device.pair.reject",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.DevicePairRejectParams,
        static () => ProtocolJson.Default.DevicePairRejectResult)
    {
        Summary = "Rejects a pairing request.",
    };

    /// <summary><c>device.token.rotate</c></summary>
    public static MethodDefinition<DeviceTokenRotateParams, DeviceTokenRotateResult> TokenRotate { get; } = new(
        "device.token.rotate",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.DeviceTokenRotateParams,
        static () => ProtocolJson.Default.DeviceTokenRotateResult)
    {
        Summary = "Gives a device a new token for a role.",
    };

    /// <summary><c>device.token.revoke</c></summary>
    public static MethodDefinition<DeviceTokenRevokeParams, DeviceTokenRevokeResult> TokenRevoke { get; } = new(
        "device.token.revoke",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.DeviceTokenRevokeParams,
        static () => ProtocolJson.Default.DeviceTokenRevokeResult)
    {
        Summary = "Revokes the token of a device for a role.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [PairList, PairApprove, PairReject, TokenRotate, TokenRevoke];
}
