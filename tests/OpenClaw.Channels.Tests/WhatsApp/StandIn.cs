using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The stand-in for WhatsApp Web (tests/whatsapp-standin): a server on loopback, and the phones behind it.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly string _control;
    private int _seen;

    private StandIn(Process process, JsonElement ready)
    {
        _process = process;
        Url = ready.GetProperty("wsUrl").GetString()!;
        CaFile = ready.GetProperty("caFile").GetString()!;
        _control = ready.GetProperty("controlUrl").GetString()!;
    }

    public string Url { get; }

    public string CaFile { get; }

    /// <summary>The repository, found from where the tests run.</summary>
    public static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "OpenClaw.slnx")))
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
            return folder;
        }
    }

    public static async Task<StandIn> StartAsync()
    {
        var main = Path.Combine(Repository, "tests", "whatsapp-standin", "src", "main.js");
        var process = Process.Start(new ProcessStartInfo("node", [main]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        var standIn = new StandIn(process, JsonDocument.Parse(line ?? throw new InvalidOperationException("the stand-in did not start: npm ci in tests/whatsapp-standin")).RootElement);
        // A login without 812 keys to upload: these tests encrypt nothing.
        await standIn.TellAsync("settings", new JsonObject { ["preKeysClaimed"] = 100 });
        return standIn;
    }

    public async Task<JsonElement> TellAsync(string command, JsonObject body)
    {
        var answer = await _http.PostAsJsonAsync($"{_control}/{command}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The next event of a type that fits.</summary>
    public async Task<JsonElement> NextAsync(string type, Func<JsonElement, bool>? fits = null)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(90);)
        {
            foreach (var one in (await _http.GetFromJsonAsync<JsonElement>($"{_control}/events?after={_seen}&type={type}&timeoutMs=2000")).EnumerateArray())
            {
                _seen = one.GetProperty("n").GetInt32();
                if (fits?.Invoke(one) != false)
                    return one;
            }
        }

        throw new TimeoutException($"WhatsApp saw no {type}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _http.Dispose();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
