namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Asks the local Tailscale daemon who an address belongs to.</summary>
internal interface ITailscaleWhois
{
    /// <summary>The login name, or null when the daemon does not know or does not answer.</summary>
    ValueTask<string?> LoginOfAsync(string address, CancellationToken cancellationToken);
}
