using System.Text.Json.Nodes;
using OpenClaw.Channels.Polls;
using OpenClaw.Channels.Supervision;

namespace OpenClaw.Channels.Tests.Vectors;

public class RuleVectorTests
{
    [Fact]
    public void Polls() => Vectors.Check("poll", static row =>
    {
        var input = row["in"]!.AsObject();
        var (poll, problem) = PollRules.Check(
            input["question"]!.GetValue<string>(), [.. input["options"]!.AsArray().Select(o => o!.GetValue<string>())],
            input["maxSelections"]?.GetValue<int>(), input["durationHours"]?.GetValue<int>());
        return new()
        {
            ["out"] = poll is null
                ? new JsonObject { ["error"] = problem is { Length: > 0 } }
                : new JsonObject
                {
                    ["question"] = poll.Question,
                    ["options"] = new JsonArray([.. poll.Options.Select(o => (JsonNode?)o)]),
                    ["maxSelections"] = poll.MaxSelections,
                },
        };
    });

    [Fact]
    public void Pauses_without_jitter() => Vectors.Check("backoffNoJitter", static row => new()
    {
        ["ms"] = (long)Backoff.Default.After(row["attempt"]!.GetValue<int>(), random: 0).TotalMilliseconds,
    });

    // The rest is answered by the agents' side and compared in its tests.
    [Fact]
    public void Every_group_is_compared_somewhere() => Assert.Equal(
        [
            "accountId", "backoffNoJitter", "chunkMarkdown", "chunkParagraph", "chunkText", "directives", "envelope", "jidToE164", "location",
            "mediaParse", "poll", "route", "routeConfig", "sessionKey", "silent", "telegramCaption", "telegramChunks", "telegramForward",
            "telegramHtml", "telegramLabels", "telegramTarget", "telegramThread", "waExtract", "whatsappTables", "whatsappTarget",
        ],
        Vectors.Groups.Order(StringComparer.Ordinal));
}
