using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity.Routing;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Replies;

/// <summary>Answers of the reference that agents give here (spec 10 §16); the other groups are compared in the tests of the channels.</summary>
public sealed class ChannelVectorTests
{
    private static readonly JsonObject s_groups = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "channels-vectors.json")))!.AsObject();

    [Fact]
    public void Media_lines()
    {
        using var workspace = new TempFolder();
        Check("mediaParse", row =>
        {
            var reply = ReplyDirectives.Read(row["in"]!.GetValue<string>(), new MediaGate(workspace.Path, []));

            // The reference leaves a path as it is written, relative to its own directory (fix 12); ours says where in the workspace it is.
            var files = reply.MediaUrls.Select(f => f.StartsWith(workspace.Path, StringComparison.Ordinal) ? $"./{Path.GetRelativePath(workspace.Path, f)}" : f).ToList();
            var answer = new JsonObject { ["text"] = reply.Text };
            if (files.Count > 0)
                (answer["mediaUrls"], answer["mediaUrl"]) = (new JsonArray([.. files.Select(f => (JsonNode?)f)]), files[0]);
            if (reply.AudioAsVoice)
                answer["audioAsVoice"] = true;
            return answer;
        });
    }

    [Fact]
    public void Marks_of_a_reply() => Check("directives", row =>
    {
        var reply = ReplyDirectives.Read(row["in"]!.GetValue<string>(), new MediaGate("/nowhere", []));
        var answer = new JsonObject
        {
            ["text"] = reply.Text,
            ["audioAsVoice"] = reply.AudioAsVoice,
            ["replyToCurrent"] = reply.ReplyToCurrent,
            ["hasAudioTag"] = reply.AudioAsVoice,
            ["hasReplyTag"] = reply.ReplyToCurrent || reply.ReplyToId is not null,
        };
        if (reply.ReplyToId is { } id)
            answer["replyToExplicitId"] = id;
        var target = reply.ReplyToId ?? (reply.ReplyToCurrent ? row["currentMessageId"]!.GetValue<string>() : null);
        if (target is not null)
            answer["replyToId"] = target;
        return answer;
    });

    [Fact]
    public void Silence() => Check("silent", static row => SilentWords.IsSilent(row["in"]!.GetValue<string>()));

    [Fact]
    public void Session_keys() => Check("sessionKey", static row =>
    {
        var input = row["in"]!.AsObject();
        var session = new JsonObject { ["dmScope"] = input["dmScope"]?.DeepClone(), ["identityLinks"] = input["identityLinks"]?.DeepClone() };
        return PeerKeys.Of(
            OpenClawConfig.From(new JsonObject { ["session"] = session }), Text(input, "agentId")!, Text(input, "channel")!, Text(input, "accountId"),
            Text(input, "peerKind")!, Text(input, "peerId")!);
    });

    [Fact]
    public void Routes()
    {
        var config = OpenClawConfig.From(s_groups["routeConfig"]!.AsObject());
        Check("route", row =>
        {
            var input = row["in"]!.AsObject();
            var (kind, peer) = (Text(input["peer"]?.AsObject(), "kind"), Text(input["peer"]?.AsObject(), "id"));
            var channel = Text(input, "channel")!;
            var match = AgentRouting.Find(config, new RouteQuery(channel, Text(input, "accountId"), kind, peer));
            return new JsonObject
            {
                ["agentId"] = match.AgentId,
                ["channel"] = channel,
                ["accountId"] = Text(input, "accountId") ?? "default",
                ["sessionKey"] = PeerKeys.Of(config, match.AgentId, channel, Text(input, "accountId"), kind ?? "dm", peer ?? string.Empty),
                ["mainSessionKey"] = SessionKeys.Of(match.AgentId, SessionKeys.Main),
                ["matchedBy"] = match.MatchedBy,
            };
        });
    }

    private static void Check(string group, Func<JsonObject, JsonNode?> ours)
    {
        foreach (var row in s_groups[group]!.AsArray().Select(static row => row!.AsObject()))
        {
            var answer = ours(row);
            Assert.True(JsonNode.DeepEquals(row["out"], answer), $"{row["in"]?.ToJsonString()}\nexpected {row["out"]?.ToJsonString()}\nours {answer?.ToJsonString()}");
        }
    }

    private static string? Text(JsonObject? json, string name) => json?[name]?.GetValue<string>();
}
