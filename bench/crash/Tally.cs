using System.Text.Json;
using OpenClaw.Bench.Channels;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Bench.Crash;

/// <summary>Counts what became of every numbered message.</summary>
internal sealed class Tally
{
    private readonly Dictionary<int, int> _answers = [];
    private readonly Dictionary<int, int> _sends = [];

    /// <summary>Answers in the conversations, by number: only what a reader of the session sees, orphaned branches left out.</summary>
    public IReadOnlyDictionary<int, int> Answers => _answers;

    /// <summary>Messages that the bot sent, by number.</summary>
    public IReadOnlyDictionary<int, int> Sends => _sends;

    public static Tally Of(string stateDir, BotApiServer server)
    {
        var tally = new Tally();
        var folder = Path.Combine(stateDir, "agents", "main", "sessions");
        foreach (var file in Directory.GetFiles(folder, "*.jsonl"))
        {
            foreach (var text in Answered(file))
                Count(tally._answers, text);
        }

        foreach (var call in server.CallsOf("sendMessage").Where(static call => call.Ok))
            Count(tally._sends, call.Text ?? string.Empty);
        return tally;
    }

    private static void Count(Dictionary<int, int> counts, string text)
    {
        foreach (var number in NumberModel.Answered(text))
            counts[number] = counts.GetValueOrDefault(number) + 1;
    }

    /// <summary>The answers on the path from the last line to the first.</summary>
    private static IEnumerable<string> Answered(string file)
    {
        var lines = File.ReadLines(file).Where(static line => line.Length > 0).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        string? next = null;
        foreach (var line in lines)
        {
            if (!line.TryGetProperty("id", out var id) || line.GetProperty("type").GetString() == "session")
                continue;
            next = id.GetString()!;
            byId[next] = line;
        }

        while (next is not null && byId.Remove(next, out var line))
        {
            if (line.TryGetProperty("message", out var message) && message.GetProperty("role").GetString() == "assistant")
                yield return string.Concat(message.GetProperty("content").EnumerateArray().Select(static part => part.TryGetProperty("text", out var text) ? text.GetString() : null));
            next = line.TryGetProperty("parentId", out var parent) ? parent.GetString() : null;
        }
    }
}
