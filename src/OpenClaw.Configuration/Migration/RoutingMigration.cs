using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Migration;

/// <summary>The former <c>routing</c> section.</summary>
internal static class RoutingMigration
{
    public static void Apply(KeyMover mover)
    {
        if (mover.Look("routing.allowFrom") is not null && mover.Look("channels.whatsapp") is null)
            mover.Drop("routing.allowFrom", "WhatsApp is not configured");
        mover.Move("routing.allowFrom", "channels.whatsapp.allowFrom");
        Mention(mover);
        mover.Move("routing.groupChat.historyLimit", "messages.groupChat.historyLimit");
        mover.Move("routing.groupChat.mentionPatterns", "messages.groupChat.mentionPatterns");
        Agents(mover);
        mover.Move("routing.bindings", "bindings");
        mover.Move("routing.agentToAgent", "tools.agentToAgent");
        mover.Move("routing.queue", "messages.queue");
        Transcription(mover);
        if (mover.Look("routing") is JsonObject { Count: 0 })
            mover.Take("routing");
    }

    private static void Mention(KeyMover mover)
    {
        if (mover.Take("routing.groupChat.requireMention") is not { } mention)
            return;
        string[] targets = mover.Look("channels.whatsapp") is null ? ["telegram", "imessage"] : ["whatsapp", "telegram", "imessage"];
        foreach (var id in targets)
            mover.Give(["channels", id, "groups", "*", "requireMention"], mention.DeepClone());
        mover.Note($"Moved routing.groupChat.requireMention → channels.{{{string.Join(',', targets)}}}.groups.\"*\".requireMention.");
    }

    private static void Agents(KeyMover mover)
    {
        var byDefault = (mover.Take("routing.defaultAgentId") as JsonValue)?.TryGetValue<string>(out var id) == true ? id : null;
        if (mover.Take("routing.agents") is JsonObject agents)
        {
            foreach (var (name, value) in agents)
            {
                var agent = AgentMigration.Entry(mover, name);
                foreach (var (key, member) in value as JsonObject ?? [])
                {
                    if (!agent.ContainsKey(key))
                        agent[key] = member?.DeepClone();
                }
            }
            mover.Note("Moved routing.agents → agents.list.");
        }
        if (byDefault is null)
            return;
        AgentMigration.Entry(mover, byDefault)["default"] = true;
        mover.Note($"Moved routing.defaultAgentId → agents.list (id \"{byDefault}\").default.");
    }

    /// <summary>Only whisper can be taken over: of another program it is not known how it answers.</summary>
    private static void Transcription(KeyMover mover)
    {
        if (mover.Look("routing.transcribeAudio") is not JsonObject old)
            return;
        if ((old["command"] as JsonArray)?.FirstOrDefault() is JsonValue first && first.TryGetValue<string>(out var program)
            && Path.GetFileName(program) == "whisper" && mover.Look("tools.media.audio.models") is null)
        {
            var command = (JsonArray)old["command"]!;
            var arguments = new JsonArray([.. command.Skip(1).Select(a => a?.DeepClone())]);
            var model = new JsonObject { ["type"] = "cli", ["command"] = program, ["args"] = arguments };
            if (old["timeoutSeconds"] is { } timeout)
                model["timeoutSeconds"] = timeout.DeepClone();
            mover.Take("routing.transcribeAudio");
            mover.Give("tools.media.audio.models", new JsonArray(model));
            mover.Note("Moved routing.transcribeAudio → tools.media.audio.models.");
        }
        else
            mover.Drop("routing.transcribeAudio", "its program cannot be taken over");
    }
}
