using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Channels.WhatsApp;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>A WhatsApp channel on a state directory of its own: files are real, the sidecar is what a test gives.</summary>
internal sealed class WhatsAppBench : IAsyncDisposable, IInboundIntake
{
    private readonly TemporaryDirectory _folder = new();
    private readonly Channel<InboundEvent> _accepted = System.Threading.Channels.Channel.CreateUnbounded<InboundEvent>();

    public WhatsAppBench(Func<WhatsAppBench, SidecarHost> sidecar, string channels = """{ "whatsapp": { "dmPolicy": "pairing" } }""", string web = "{}")
    {
        Paths = ConfigPaths.Resolve(
            new EnvironmentVariables([new("HOME", _folder.Path), new("OPENCLAW_STATE_DIR", _folder["state"])]), ProfileSelection.None);
        Directory.CreateDirectory(Paths.StateDir);
        _folder.Write("state/openclaw.json", $$"""{ "channels": {{channels}}, "web": {{web}} }""");
        Sidecar = sidecar(this);
        Channel = new WhatsAppChannel(Sidecar, Paths, TimeProvider.System);
    }

    public ConfigPaths Paths { get; }

    public SidecarHost Sidecar { get; }

    public WhatsAppChannel Channel { get; }

    public ConcurrentQueue<string> Notes { get; } = new();

    /// <summary>False: the disk is full.</summary>
    public bool Accepts { get; set; } = true;

    public int Refused { get; private set; }

    public string AuthDir => Path.Combine(Paths.CredentialsDir, "whatsapp", "default");

    public ConfigSnapshot Config() => ConfigLoader.Load(Paths, new EnvironmentVariables([new("HOME", _folder.Path)]));

    public AccountHost Host => new()
    {
        Config = Config,
        Paths = Paths,
        Intake = this,
        Download = static (_, _, _) => Task.FromResult(new FetchedMedia(null, Problem: "none")),
        Time = TimeProvider.System,
        Logger = NullLogger.Instance,
        Note = Notes.Enqueue,
    };

    public void Link(string jid = "4511111111:3@s.whatsapp.net")
    {
        Directory.CreateDirectory(AuthDir);
        File.WriteAllText(Path.Combine(AuthDir, "creds.json"), new JsonObject { ["me"] = new JsonObject { ["id"] = jid, ["name"] = "Me" } }.ToJsonString());
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (Accepts)
            _accepted.Writer.TryWrite(inbound);
        else
            Refused++;
        return Task.FromResult(Accepts);
    }

    public async Task<InboundEvent> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _accepted.Reader.ReadAsync(limit.Token);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(10, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Sidecar.DisposeAsync();
        _folder.Dispose();
    }
}
