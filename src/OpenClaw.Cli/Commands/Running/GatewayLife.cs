using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Writing;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Operations.Logging;
using OpenClaw.Operations.Processes;
using OpenClaw.Protocol;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>One process's life as a gateway: start, wait for a signal, restart in place or stop (spec 05 §5).</summary>
internal sealed class GatewayLife(CliContext context, RunFlags flags, int port, GatewayLog log)
{
    private readonly StateVersions _versions = new();

    // A handful of signals is more than anybody sends; what does not fit is a repetition.
    private readonly Channel<ProcessSignal> _signals = Channel.CreateBounded<ProcessSignal>(
        new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConfigStore _config = new(
        context.Config,
        context.Paths,
        flags.Apply(context.Environment, port),
        new ConfigFileWriter(context.Paths, context.Environment, context.Time));

    /// <summary>Exit code and reason, once the gateway has stopped.</summary>
    public async Task<(int Code, string Reason)> RunAsync(CancellationToken cancellationToken)
    {
        using var signals = new Signals(signal => _signals.Writer.TryWrite(signal));
        _config.Changed += (_, now) => log.Apply(LogSetup.Of(context, flags, now.Config.Logging));
        while (true)
        {
            var start = await GatewayRuntime.StartAsync(Options(), cancellationToken).ConfigureAwait(false);
            if (start.Runtime is not { } gateway)
            {
                var code = await StartProblems.RefusedAsync(context, start.Refusal!, port, cancellationToken).ConfigureAwait(false);
                log.WriteToFile(LogLevel.Error, "gateway", $"not started: {start.Refusal!.Message}");
                return (code, start.Refusal.Message);
            }
            var signal = await ServeAsync(gateway, cancellationToken).ConfigureAwait(false);
            if (signal == ProcessSignal.Restart)
            {
                await StopAsync(gateway, "gateway restarting", ProtocolLimits.RestartExpectedMs).ConfigureAwait(false);
                Reload();
                continue;
            }
            var name = Signals.NameOf(signal);
            log.Write(LogLevel.Information, "gateway", $"received {name}; shutting down");
            await StopAsync(gateway, "gateway stopping", null).ConfigureAwait(false);
            return (ExitCodes.Success, name);
        }
    }

    private GatewayOptions Options() => new()
    {
        Paths = context.Paths,
        Config = () => _config.Current,
        Store = _config,
        Environment = flags.Apply(context.Environment, port),
        Traffic = new WebSocketLog(log.Loggers.CreateLogger(WebSocketLog.Category), flags.WebSocketLog, context.Verbose),
        Port = port,
        Bind = flags.Bind,
        Auth = flags.AuthOverrides,
        Time = context.Time,
        Loggers = log.Loggers,
        LogFile = () => log.FilePath,
        Versions = _versions,
    };

    /// <summary>Until a signal that is to be obeyed.</summary>
    private async Task<ProcessSignal> ServeAsync(GatewayRuntime gateway, CancellationToken cancellationToken)
    {
        Banner.Addresses(context, flags, _config.Current, gateway, log);
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var model = Banner.ModelAsync(context, () => _config.Current, log, serving.Token);
        try
        {
            while (true)
            {
                var signal = await _signals.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                log.Write(LogLevel.Information, "gateway", $"signal {Signals.NameOf(signal)} received");
                if (signal != ProcessSignal.Restart)
                    return signal;
                if (_config.Current.Config.Commands.Restart)
                {
                    log.Write(LogLevel.Information, "gateway", "received SIGUSR1; restarting");
                    return signal;
                }
                log.Write(LogLevel.Warning, "gateway", "SIGUSR1 restart ignored (not authorized; enable commands.restart or use config.apply)");
            }
        }
        finally
        {
            await serving.CancelAsync().ConfigureAwait(false);
            await model.ConfigureAwait(false);
        }
    }

    /// <summary>Stops within five seconds or gives up waiting; signals that arrive meanwhile are told and ignored.</summary>
    private async Task StopAsync(GatewayRuntime gateway, string reason, int? restartExpectedMs)
    {
        var stopping = gateway.StopAsync(reason, restartExpectedMs).AsTask();
        var deadline = Task.Delay(TimeSpan.FromMilliseconds(ProtocolLimits.ShutdownTimeoutMs), context.Time);
        while (await Task.WhenAny(stopping, deadline, _signals.Reader.WaitToReadAsync().AsTask()).ConfigureAwait(false) is var first
            && first != stopping && first != deadline)
        {
            while (_signals.Reader.TryRead(out var again))
                log.Write(LogLevel.Information, "gateway", $"{Signals.NameOf(again)} received during shutdown; ignored");
        }
        if (stopping.IsCompleted)
            await stopping.ConfigureAwait(false);
        else
            log.Write(LogLevel.Error, "gateway", "shutdown timed out; exiting without full cleanup");
    }

    /// <summary>A restart reads the config anew; an invalid one changes nothing.</summary>
    private void Reload()
    {
        foreach (var issue in _config.Reload().Issues)
            log.Write(LogLevel.Error, "gateway", $"config not reloaded: {issue}");
    }
}
