namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>How a client proved that it may connect.</summary>
internal enum AuthMethod
{
    /// <summary>The shared token.</summary>
    Token,

    /// <summary>The shared password.</summary>
    Password,

    /// <summary>A confirmed Tailscale identity.</summary>
    Tailscale,

    /// <summary>A device token, bound to the device's key.</summary>
    DeviceToken,
}
