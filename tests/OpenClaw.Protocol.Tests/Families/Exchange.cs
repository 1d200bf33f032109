using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Families;

/// <summary>One recorded call of the reference: what was asked and what came back.</summary>
public sealed record Exchange(string Where, string Method, JsonElement Params, bool Ok, JsonElement? Payload, string? Message)
{
    /// <summary>Every recorded call in <c>Fixtures/Exchanges</c>.</summary>
    public static IReadOnlyList<Exchange> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Exchanges"), "*.jsonl").Order().SelectMany(Read)];

    private static IEnumerable<Exchange> Read(string file)
    {
        var line = 0;
        foreach (var text in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(text);
            var call = document.RootElement.Clone();
            yield return new(
                $"{Path.GetFileName(file)}:{++line}",
                call.GetProperty("method").GetString()!,
                call.GetProperty("params"),
                call.GetProperty("ok").GetBoolean(),
                call.TryGetProperty("payload", out var payload) ? payload : null,
                call.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString() : null);
        }
    }
}
