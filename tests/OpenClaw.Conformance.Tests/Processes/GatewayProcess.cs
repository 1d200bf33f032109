using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenClaw.Conformance.Tests.Replay;

namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>A gateway as a child process.</summary>
internal sealed class GatewayProcess : IReplayTarget, IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private GatewayProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public int Id => _process.Id;

    public Uri WebSocketUri => new($"ws://127.0.0.1:{Port}/");

    public Uri HttpUri => new($"http://127.0.0.1:{Port}/");

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts <c>openclaw gateway</c> on the configuration in the home directory and waits until it listens.</summary>
    public static Task<GatewayProcess> StartAsync(PrivateHome home, int port, CancellationToken ct) =>
        StartAsync(home, port, ["gateway", "--port", $"{port}"], ct);

    /// <summary>The same for the development profile, with whatever configuration it makes for itself.</summary>
    public static Task<GatewayProcess> StartDevAsync(PrivateHome home, int port, CancellationToken ct)
    {
        // The commands of the test find the gateway as they would find it on a machine that sets the port for everybody.
        home.Environment["OPENCLAW_GATEWAY_PORT"] = $"{port}";
        return StartAsync(home, port, ["--dev", "gateway", "--allow-unconfigured"], ct);
    }

    private static async Task<GatewayProcess> StartAsync(PrivateHome home, int port, string[] arguments, CancellationToken ct)
    {
        var process = Process.Start(Cli.StartInfo(home, arguments))!;
        var gateway = new GatewayProcess(process, port);
        try
        {
            await gateway.WaitUntilReadyAsync(ct);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A port that was free a moment ago, below those the system hands out by itself: whoever asks it for any port cannot get this one before it is
    /// used.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: another one.
                continue;
            }
        }
    }

    public async Task SignalAsync(string name, CancellationToken ct)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync(ct);
    }

    /// <summary>The exit code, or null when the process still runs after that time.</summary>
    public async Task<int?> ExitCodeAsync(TimeSpan within, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(within);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = HttpUri, Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The gateway ended with {_process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await http.GetAsync("readyz", ct);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (started.Elapsed < s_startLimit)
            {
                // Not listening yet.
            }
            if (started.Elapsed > s_startLimit)
                throw new TimeoutException($"The gateway was not ready after {s_startLimit.TotalSeconds} s:\n{Output}");
            await Task.Delay(20, ct);
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
