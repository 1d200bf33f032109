namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Whether a request came through this host's Tailscale Serve from the user it names (spec 01 §7.2). The header alone proves nothing:
/// the daemon must confirm that the forwarded address belongs to that login.
/// </summary>
internal sealed class TailscaleIdentity(ITailscaleWhois whois)
{
    /// <summary>The confirmed login, or null.</summary>
    public async ValueTask<string?> VerifyAsync(Peer peer, ForwardedHeaders headers, CancellationToken cancellationToken)
    {
        if (headers.TailscaleLogin?.Trim() is not { Length: > 0 } claimed || !Addresses.IsLoopback(peer.Socket))
            return null;
        if (headers.ForwardedFor is null || headers.ForwardedProto is null || headers.ForwardedHost is null)
            return null;
        if (Addresses.Parse(headers.ForwardedFor.Split(',')[0]) is not { } client)
            return null;
        var login = await whois.LoginOfAsync(client.ToString(), cancellationToken).ConfigureAwait(false);
        return login is not null && string.Equals(login.Trim(), claimed, StringComparison.OrdinalIgnoreCase) ? login.Trim() : null;
    }
}
