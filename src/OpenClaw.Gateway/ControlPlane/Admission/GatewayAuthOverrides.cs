namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>What the command line says about auth; it wins over the config (spec 01 §7.1). Printing it shows no secret.</summary>
public sealed record GatewayAuthOverrides
{
    /// <summary><c>--auth</c>: <c>token</c> or <c>password</c>.</summary>
    public string? Mode { get; init; }

    /// <summary><c>--token</c>.</summary>
    public string? Token { get; init; }

    /// <summary><c>--password</c>.</summary>
    public string? Password { get; init; }

    /// <summary><c>--tailscale</c>: <c>off</c>, <c>serve</c> or <c>funnel</c>.</summary>
    public string? Tailscale { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(GatewayAuthOverrides)} {{ Mode = {Mode} }}";
}
