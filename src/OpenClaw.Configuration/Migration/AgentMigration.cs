using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Migration;

/// <summary>The former <c>agent</c> and <c>identity</c> sections.</summary>
internal static class AgentMigration
{
    private static readonly (string From, string To)[] s_moves =
    [
        ("agent.tools.allow", "tools.allow"), ("agent.tools.deny", "tools.deny"), ("agent.elevated", "tools.elevated"), ("agent.bash", "tools.exec"),
        ("agent.sandbox.tools", "tools.sandbox.tools"), ("agent.subagents.tools", "tools.subagents.tools"),
        ("agent.modelFallbacks", "agents.defaults.model.fallbacks"), ("agent.imageModelFallbacks", "agents.defaults.imageModel.fallbacks"),
    ];

    public static void Apply(KeyMover mover)
    {
        foreach (var kind in new[] { "model", "imageModel" })
        {
            if (mover.Look($"agent.{kind}") is JsonValue)
                mover.Move($"agent.{kind}", $"agents.defaults.{kind}.primary");
        }
        foreach (var (from, to) in s_moves)
            mover.Move(from, to);
        Models(mover);
        mover.Move("agent", "agents.defaults");
        if (mover.Take("identity") is JsonObject identity)
        {
            Merge(DefaultAgent(mover), identity);
            mover.Note("Moved identity → agents.list (default agent).identity.");
        }
    }

    /// <summary>The agent of this id in <c>agents.list</c>; added when it is not there.</summary>
    public static JsonObject Entry(KeyMover mover, string id)
    {
        var list = List(mover);
        var entry = list.OfType<JsonObject>().FirstOrDefault(a => a["id"] is JsonValue value && value.TryGetValue<string>(out var name) && name == id);
        if (entry is null)
            list.Add((JsonNode)(entry = new JsonObject { ["id"] = id }));
        return entry;
    }

    private static void Models(KeyMover mover)
    {
        if (mover.Take("agent.allowedModels") is JsonArray allowed)
        {
            foreach (var model in allowed.OfType<JsonValue>())
                mover.Give(["agents", "defaults", "models", model.GetValue<string>()], new JsonObject());
            mover.Note("Moved agent.allowedModels → agents.defaults.models.");
        }
        if (mover.Take("agent.modelAliases") is not JsonObject aliases)
            return;
        foreach (var (alias, model) in aliases)
        {
            if (model is JsonValue value && value.TryGetValue<string>(out var id))
                mover.Give(["agents", "defaults", "models", id, "alias"], alias);
        }
        mover.Note("Moved agent.modelAliases → agents.defaults.models.<id>.alias.");
    }

    private static JsonObject DefaultAgent(KeyMover mover)
    {
        var agents = List(mover).OfType<JsonObject>().ToList();
        return agents.FirstOrDefault(a => a["default"] is JsonValue flag && flag.TryGetValue<bool>(out var on) && on)
            ?? agents.FirstOrDefault()
            ?? Entry(mover, "main");
    }

    private static JsonArray List(KeyMover mover)
    {
        mover.Give("agents.list", new JsonArray());
        return mover.Look("agents.list") as JsonArray ?? [];
    }

    private static void Merge(JsonObject agent, JsonObject identity)
    {
        if (agent["identity"] is not JsonObject present)
            agent["identity"] = present = [];
        foreach (var (key, value) in identity)
        {
            if (!present.ContainsKey(key))
                present[key] = value?.DeepClone();
        }
    }
}
