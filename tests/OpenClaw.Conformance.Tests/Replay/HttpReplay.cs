using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Replays recorded HTTP exchanges and compares status, content type, and the shape of what came back.</summary>
internal sealed class HttpReplay(Uri gateway, Placeholders placeholders) : IDisposable
{
    private static readonly string[] s_compared = ["content-type", "allow"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly HashSet<string> _brokenOff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Status, Dictionary<string, string> Headers, string Text)> _answers = [];

    /// <summary>Sends a recorded request; its answer is compared where the recorded one stands.</summary>
    public async Task SendAsync(RecordedLine line, CancellationToken ct)
    {
        var recorded = (JsonObject)line.Json["http"]!;
        var method = new HttpMethod(recorded["method"]!.GetValue<string>());
        using var request = new HttpRequestMessage(method, new Uri(gateway, placeholders.Fill(recorded["path"]!.GetValue<string>())));
        if (recorded["body"] is { } body)
        {
            var text = body is JsonValue value && value.TryGetValue<string>(out var raw) ? raw
                : body["<bytes>"] is { } size ? $$"""{"text":"{{new string('x', size.GetValue<int>())}}"}""" : body.ToJsonString();
            request.Content = new StringContent(placeholders.Fill(text), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in recorded["headers"] as JsonObject ?? [])
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
                request.Headers.TryAddWithoutValidation(name, placeholders.Fill(value!.GetValue<string>()));
        using var answer = await SendAsync(line.Connection, request, ct);
        if (answer is null)
            return;
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(", ", h.Value), StringComparer.Ordinal);
        _answers[line.Connection] = ((int)answer.StatusCode, headers, await answer.Content.ReadAsStringAsync(ct));
    }

    /// <returns>Null when the server broke the connection off instead of answering.</returns>
    private async Task<HttpResponseMessage?> SendAsync(string label, HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await _http.SendAsync(request, ct);
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            _brokenOff.Add(label);
            return null;
        }
    }

    /// <summary>How the last answer on this connection is unlike the recorded one.</summary>
    public IEnumerable<Difference> Compare(RecordedLine line)
    {
        var recorded = (JsonObject)line.Json["http"]!;
        var on = $"http {line.Connection}";
        if (recorded["error"] is not null && _brokenOff.Contains(line.Connection))
            return [];
        if (!_answers.TryGetValue(line.Connection, out var actual))
            return [new Difference(on, "$", DifferenceKind.NoAnswer, _brokenOff.Contains(line.Connection) ? "the connection was broken off" : "nothing came")];
        var differences = new List<Difference>();
        if (recorded["error"] is { } broken)
            return [new Difference(on, "$", DifferenceKind.Unexpected, $"recorded {broken}, got {actual.Status}")];
        var status = recorded["status"]!.GetValue<int>();
        if (status != actual.Status)
            return [new Difference(on, "$.status", DifferenceKind.Value, $"recorded {status}, got {actual.Status}: {actual.Text[..Math.Min(200, actual.Text.Length)]}")];
        foreach (var (name, value) in (recorded["headers"] as JsonObject ?? []).Where(h => s_compared.Contains(h.Key)))
            if (actual.Headers.GetValueOrDefault(name) != value!.GetValue<string>())
                differences.Add(new Difference(on, $"$.headers.{name}", DifferenceKind.Value, $"recorded {value}, got {actual.Headers.GetValueOrDefault(name)}"));
        if (recorded["body"] is { } body)
            differences.AddRange(Body(on, body, actual.Text));
        else if (recorded["sse"] is JsonArray events)
            differences.AddRange(Events(on, events, actual.Text));
        else if (recorded["bodyText"]?.GetValue<string>() is { } text && status >= 400 && !Placeholders.Matches(text, actual.Text))
            differences.Add(new Difference(on, "$.bodyText", DifferenceKind.Value, $"recorded \"{text}\", got \"{actual.Text}\""));
        return differences;
    }

    private IEnumerable<Difference> Body(string on, JsonNode recorded, string text)
    {
        if (Parse(text) is not { } actual)
            return [new Difference(on, "$.body", DifferenceKind.Type, $"recorded JSON, got {text[..Math.Min(120, text.Length)]}")];
        placeholders.Learn(recorded, actual);
        var wanted = recorded["error"] is JsonObject error ? error["message"]?.GetValue<string>() : null;
        var got = actual["error"] is JsonObject now ? now["message"]?.GetValue<string>() : null;
        var messages = wanted is not null && got is not null && !Placeholders.Matches(wanted, got)
            ? new[] { new Difference(on, "$.body.error.message", DifferenceKind.Value, $"recorded \"{wanted}\", got \"{got}\"") }
            : [];
        return ShapeComparer.Compare(on, recorded, actual).Concat(messages);
    }

    private static List<Difference> Events(string on, JsonArray recorded, string text)
    {
        var actual = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(ToEvent).ToList();
        string Kinds(IEnumerable<JsonNode?> events) => string.Join(' ', events.Select(Kind).Aggregate(
            new List<string>(), static (kinds, kind) => { if (kinds.Count == 0 || kinds[^1] != kind) kinds.Add(kind); return kinds; }));
        var differences = ShapeComparer.CompareSets(on, [.. recorded], actual).ToList();
        if (Kinds(recorded) is var wanted && Kinds(actual) is var got && wanted != got)
            differences.Add(new Difference(on, "$.sse", DifferenceKind.EventOrder, $"recorded {wanted}, got {got}"));
        return differences;
    }

    private static string Kind(JsonNode? happened) => happened!["event"]?.GetValue<string>() ?? (happened["data"] is JsonValue ? "[DONE]" : "data");

    private static JsonNode ToEvent(string block)
    {
        var result = new JsonObject();
        foreach (var line in block.Split('\n'))
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                result["event"] = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                result["data"] = Parse(line[6..]) ?? JsonValue.Create(line[6..]);
        }

        return result;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
