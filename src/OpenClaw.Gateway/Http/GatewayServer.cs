using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// Kestrel on the bound sockets, with nothing around it: no configuration files watched, no routing, no console lifetime. HTTPS is wired
/// up only when there is a certificate.
/// </summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayServer(WebApplication app) => _app = app;

    /// <summary>Listens. Requests are served from here on.</summary>
    /// <param name="sockets">What to listen on; taken over.</param>
    /// <param name="certificate">Serve TLS with this, if given.</param>
    /// <param name="loggers">For the server's own warnings.</param>
    /// <param name="serve">Serves each request.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<GatewayServer> StartAsync(
        ListenSockets sockets, X509Certificate2? certificate, ILoggerFactory loggers, RequestDelegate serve, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.Services.Configure<SocketTransportOptions>(o => o.CreateBoundListenSocket = sockets.Take);
        builder.WebHost.UseKestrelCore();
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(o => Configure(o, sockets.EndPoints, certificate));

        var app = builder.Build();
        // No protocol pings and no compression, as in the reference: ticks keep a connection alive, and a compressor costs 200 KB each.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(serve);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new GatewayServer(app);
    }

    /// <summary>Stops listening and lets go of the port.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions options, IReadOnlyList<IPEndPoint> endPoints, X509Certificate2? certificate)
    {
        options.AddServerHeader = false;
        // A slow reader is our decision (spec 01 §12), not the server's.
        options.Limits.MinResponseDataRate = null;
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(5);
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (var endPoint in endPoints)
        {
            options.Listen(endPoint, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                    listen.UseHttps(certificate, https => https.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13);
            });
        }
    }

    /// <summary>Signals are the gateway's own business.</summary>
    private sealed class NoHostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
