using System.Text.Json;
using OpenClaw.Configuration;

namespace OpenClaw.Agents.Models;

/// <summary>
/// Looks for an Ollama on this machine, when asked and never before: starting the gateway costs nothing. What was found is remembered
/// for a minute.
/// </summary>
/// <param name="http">Shared client.</param>
/// <param name="server">Where to look.</param>
/// <param name="time">Clock for the timeout and the memory.</param>
public sealed class OllamaDiscovery(HttpClient http, Uri server, TimeProvider time)
{
    private const int MaxBody = 1024 * 1024;
    private const int MaxModels = 200;

    // Ollama reserves memory for the whole window, several gigabytes at this size; a larger one is for the configuration to ask for.
    private const long MaxWindow = 32_768;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_memory = TimeSpan.FromMinutes(1);

    private readonly OllamaDetails _details = new(http, server, time);
    private volatile IReadOnlyList<ModelInfo> _known = [];
    private DateTimeOffset _checkedAt = DateTimeOffset.MinValue;

    /// <summary>Where Ollama listens unless <c>OPENCLAW_OLLAMA_URL</c> says otherwise.</summary>
    public static Uri ServerOf(EnvironmentVariables environment) =>
        Uri.TryCreate(environment["OPENCLAW_OLLAMA_URL"], UriKind.Absolute, out var named) ? named : new Uri("http://127.0.0.1:11434");

    /// <summary>What the last look found.</summary>
    public IReadOnlyList<ModelInfo> Known => _known;

    /// <summary>The models it offers; none when nothing answers within 300 ms.</summary>
    public async Task<IReadOnlyList<ModelInfo>> FindAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - _checkedAt < s_memory)
            return _known;
        _checkedAt = now;
        using var timeout = new CancellationTokenSource(s_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var response = await http
                .GetAsync(new Uri(server, "/api/tags"), HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            _known = response.IsSuccessStatusCode ? await ReadAsync(response, ct).ConfigureAwait(false) : [];
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException)
        {
            _known = [];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            _known = [];
        }

        return _known;
    }

    private async Task<IReadOnlyList<ModelInfo>> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var buffer = new byte[MaxBody];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        using var document = JsonDocument.Parse(buffer.AsMemory(0, read));
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Array)
            return [];
        var names = models.EnumerateArray().Select(Name).OfType<string>().Take(MaxModels).ToList();
        await _details.LearnAsync(names, ct).ConfigureAwait(false);
        return [.. names.Select(Model)];
    }

    /// <summary>A model of this server, with what is known of it.</summary>
    internal ModelInfo Model(string name)
    {
        var details = _details.Of(name);
        return new ModelInfo
        {
            Ref = new ModelRef("ollama", name),
            Name = name,
            Api = ModelApis.Ollama,
            BaseUrl = server.ToString().TrimEnd('/'),
            Reasoning = details.Thinks,
            Input = details.Sees ? ["text", "image"] : ["text"],
            ContextWindow = Math.Min(details.Window, MaxWindow),
            MaxTokens = 8192,
        };
    }

    private static string? Name(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
