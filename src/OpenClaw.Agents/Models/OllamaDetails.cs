using System.Collections.Concurrent;
using System.Text.Json;

namespace OpenClaw.Agents.Models;

/// <summary>What an Ollama tells of its models (POST <c>/api/show</c>): asked once for each, a few at a time, within two seconds for all.</summary>
internal sealed class OllamaDetails(HttpClient http, Uri server, TimeProvider time)
{
    private const int MaxBody = 4 * 1024 * 1024;
    private const int AtOnce = 4;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);
    private static readonly Details s_unknown = new(32_768, Thinks: false, Sees: false);

    private readonly ConcurrentDictionary<string, Details> _known = new(StringComparer.Ordinal);

    /// <param name="Window">Tokens it was trained to see.</param>
    /// <param name="Thinks">It can think before it answers.</param>
    /// <param name="Sees">It takes pictures.</param>
    internal sealed record Details(long Window, bool Thinks, bool Sees);

    public Details Of(string name) => _known.GetValueOrDefault(name, s_unknown);

    public async Task LearnAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(s_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await Parallel.ForEachAsync(
                names.Where(name => !_known.ContainsKey(name)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token },
                async (name, one) => await AskAsync(name, one).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The rest is asked for at the next look; until then the modest assumptions hold.
            return;
        }
    }

    private async Task AskAsync(string name, CancellationToken ct)
    {
        try
        {
            using var body = new ByteArrayContent(JsonBytes.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("model", name);
                writer.WriteEndObject();
            }));
            body.Headers.ContentType = new("application/json");
            using var response = await http.PostAsync(new Uri(server, "/api/show"), body, ct).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > MaxBody)
                return;
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                _known[name] = Read(document.RootElement);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or JsonException)
        {
            // Older servers do not tell.
            return;
        }
    }

    private static Details Read(JsonElement root)
    {
        var abilities = root.TryGetProperty("capabilities", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!).ToList()
            : [];
        var info = root.Object("model_info") ?? default;
        var window = info.ValueKind == JsonValueKind.Object
            ? info.EnumerateObject().Where(static one => one.Name.EndsWith(".context_length", StringComparison.Ordinal) && one.Value.ValueKind == JsonValueKind.Number)
                .Select(static one => one.Value.TryGetInt64(out var number) ? number : 0).FirstOrDefault()
            : 0;
        return new Details(window > 0 ? window : s_unknown.Window, abilities.Contains("thinking"), abilities.Contains("vision"));
    }
}
