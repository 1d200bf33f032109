using OpenClaw.Configuration;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>What the config allows the Control UI (spec 01 §4.4).</summary>
/// <param name="IsControlUi">The client says it is the Control UI.</param>
/// <param name="MayGoWithoutDevice">A flag of the config lets it in with a secret alone.</param>
/// <param name="IgnoresDevice">The config says that a device it sends is not looked at.</param>
internal sealed record ControlUiRules(bool IsControlUi, bool MayGoWithoutDevice, bool IgnoresDevice)
{
    public static ControlUiRules Of(ConnectParams parameters, ConfigSnapshot snapshot)
    {
        var isControlUi = parameters.Client.Id == ClientIds.ControlUi;
        var flags = snapshot.Config.Gateway.ControlUi;
        return new ControlUiRules(
            isControlUi,
            isControlUi && (flags.AllowInsecureAuth || flags.DangerouslyDisableDeviceAuth),
            isControlUi && flags.DangerouslyDisableDeviceAuth);
    }
}
