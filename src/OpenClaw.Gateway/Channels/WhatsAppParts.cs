using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.WhatsApp;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Channels;

/// <summary>The WhatsApp channel as part of the gateway: its sidecar is installed and started when the first account needs it.</summary>
internal sealed class WhatsAppParts : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly ILogger _logger;
    private readonly SidecarHost _sidecar;

    public WhatsAppParts(GatewayOptions options)
    {
        _options = options;
        _logger = options.Loggers.CreateLogger("gateway/channels/whatsapp/sidecar");
        _sidecar = new SidecarHost(
            WhatsAppSidecar.Spec(options.Paths, options.Config().Environment, ProductVersion.Text, PrepareAsync), options.Time, _logger);
        Channel = new WhatsAppChannel(_sidecar, options.Paths, options.Time);
    }

    /// <summary>The channel.</summary>
    public WhatsAppChannel Channel { get; }

    /// <summary>Ends the sidecar, after the accounts.</summary>
    public ValueTask DisposeAsync() => _sidecar.DisposeAsync();

    private Task<SidecarPlan> PrepareAsync(CancellationToken ct) =>
        WhatsAppSidecar.PrepareAsync(_options.Config(), _options.Paths, _options.Time, _logger, static _ => { }, ct);
}
