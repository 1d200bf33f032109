using OpenClaw.Cli.Invocation;
using OpenClaw.Client;
using OpenClaw.Client.Identity;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Cli.Remote;

/// <summary>Connects as the command line does (spec 04 §1.3, spec 01 §18).</summary>
internal static class GatewayLink
{
    private static readonly string[] s_scopes = [Scopes.Admin, Scopes.Approvals, Scopes.Pairing];
    private static readonly string[] s_probeScopes = [Scopes.Admin];

    /// <summary>Connects as <c>cli</c> with all operator scopes.</summary>
    public static Task<GatewayClient> ConnectAsync(
        CliContext context, GatewayTarget target, TimeSpan timeout, int eventCapacity, CancellationToken cancellationToken) =>
        GatewayClient.ConnectAsync(Options(context, target, timeout, ClientModes.Cli, s_scopes) with { EventCapacity = eventCapacity }, cancellationToken);

    /// <summary>Connects as a reachability check.</summary>
    public static Task<GatewayClient> ProbeAsync(
        CliContext context, GatewayTarget target, TimeSpan timeout, CancellationToken cancellationToken) =>
        GatewayClient.ConnectAsync(Options(context, target, timeout, ClientModes.Probe, s_probeScopes), cancellationToken);

    private static GatewayClientOptions Options(
        CliContext context, GatewayTarget target, TimeSpan timeout, string mode, string[] scopes)
    {
        var paths = context.Paths;
        return new GatewayClientOptions
        {
            Url = target.Url,
            Client = new ClientInfo
            {
                Id = ClientIds.Cli,
                Version = ProductVersion.Text,
                Platform = PlatformName,
                Mode = mode,
                InstanceId = Guid.NewGuid().ToString(),
            },
            Scopes = scopes,
            Token = target.Token,
            Password = target.Password,
            Identity = DeviceIdentity.LoadOrCreate(paths.DeviceFile, paths.IsIsolated ? null : paths.LegacyDeviceFile, context.Time),
            Tokens = new DeviceTokenStore(Path.Combine(paths.IdentityDir, "device-auth.json"), context.Time),
            TlsFingerprint = target.TlsFingerprint,
            ConnectTimeout = timeout,
            RequestTimeout = timeout,
            Time = context.Time,
        };
    }

    /// <summary>The names clients of the era send.</summary>
    private static string PlatformName =>
        OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsFreeBSD() ? "freebsd" : "linux";
}
