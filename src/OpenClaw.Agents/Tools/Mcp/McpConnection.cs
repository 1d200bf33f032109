using System.Net;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>Opens connections to tool servers.</summary>
internal static class McpConnection
{
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(3);

    /// <summary>The shaken hand of a server.</summary>
    /// <param name="name">Its name in the configuration.</param>
    /// <param name="config">How to reach it.</param>
    /// <param name="environment">The gateway's variables; a started server gets the harmless ones of them.</param>
    /// <param name="paths">Directories of this process.</param>
    /// <param name="toolsChanged">Called when the server says that its tools are others now.</param>
    /// <param name="ct">Ends the attempt.</param>
    public static async Task<McpClient> OpenAsync(
        string name, McpServerConfig config, EnvironmentVariables environment, ConfigPaths paths, Action toolsChanged, CancellationToken ct)
    {
        var options = new McpClientOptions
        {
            ClientInfo = new Implementation { Name = "openclaw", Version = Protocol.ProductVersion.Text },
            InitializationTimeout = TimeSpan.FromSeconds(config.ConnectTimeoutSeconds),
            Handlers = new McpClientHandlers
            {
                NotificationHandlers =
                [
                    KeyValuePair.Create<string, Func<JsonRpcNotification, CancellationToken, ValueTask>>(
                        NotificationMethods.ToolListChangedNotification,
                        (_, _) =>
                        {
                            toolsChanged();
                            return ValueTask.CompletedTask;
                        }),
                ],
            },
        };
        return await McpClient.CreateAsync(Transport(name, config, environment, paths), options, null, ct).ConfigureAwait(false);
    }

    private static IClientTransport Transport(string name, McpServerConfig config, EnvironmentVariables environment, ConfigPaths paths)
    {
        if (config.Url is { } url)
        {
            return new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Name = name,
                    Endpoint = new Uri(url),
                    AdditionalHeaders = config.Headers.ToDictionary(),
                    ConnectionTimeout = TimeSpan.FromSeconds(config.ConnectTimeoutSeconds),
                },
                new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan },
                null,
                ownsHttpClient: true);
        }

        return new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = name,

            // A bare name is looked up on PATH.
            Command = config.Command!.StartsWith('~') ? paths.Expand(config.Command) : config.Command,
            Arguments = [.. config.Args],
            WorkingDirectory = config.Cwd is { } cwd ? paths.Expand(cwd) : paths.Home,
            InheritEnvironmentVariables = false,
            EnvironmentVariables = ChildEnvironment.For(config, environment),
            ShutdownTimeout = s_shutdown,
        });
    }

    // A redirect would carry the headers, and with them the secret, somewhere else.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AutomaticDecompression = DecompressionMethods.All,
    };
}
