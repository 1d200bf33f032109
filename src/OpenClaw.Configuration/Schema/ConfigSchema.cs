using System.Text.Json.Nodes;
using OpenClaw.Configuration.Schema.Groups;
using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema;

/// <summary>
/// The one description of the config file (spec 03 §6), in the order in which a config is written. A key that is added here is
/// validated, ordered, part of <c>config.schema</c> and offered by forms.
/// </summary>
internal static class ConfigSchema
{
    public static ObjectShape Root { get; } = Object(
        Key("$schema", Text),
        Key("meta", StampSchema.Meta),
        Key("env", SurroundingsSchema.Env),
        Key("wizard", StampSchema.Wizard),
        Key("diagnostics", DiagnosticsSchema.Shape),
        Key("logging", LoggingSchema.Shape),
        Key("update", StampSchema.Update),
        Key("browser", BrowserSchema.Shape),
        Key("ui", SurroundingsSchema.Ui),
        Key("auth", AuthSchema.Shape),
        Key("models", ModelsSchema.Shape),
        Key("nodeHost", SurroundingsSchema.NodeHost),
        Key("agents", AgentsSchema.Shape),
        Key("tools", ToolsSchema.Shape),
        Key("bindings", ConversationSchema.Bindings),
        Key("broadcast", ConversationSchema.Broadcast),
        Key("audio", ConversationSchema.Audio),
        Key("media", ConversationSchema.Media),
        Key("messages", MessagesSchema.Shape),
        Key("commands", ConversationSchema.Commands),
        Key("approvals", ConversationSchema.Approvals),
        Key("session", SessionSchema.Shape),
        Key("cron", SurroundingsSchema.Cron),
        Key("hooks", HooksSchema.Shape),
        Key("web", SurroundingsSchema.Web),
        Key("channels", ChannelsSchema.Shape),
        Key("discovery", SurroundingsSchema.Discovery),
        Key("canvasHost", SurroundingsSchema.CanvasHost),
        Key("talk", ConversationSchema.Talk),
        Key("gateway", GatewaySchema.Shape),
        Key("skills", SkillsSchema.Shape),
        Key("plugins", PluginsSchema.Shape),
        Key("mcp", McpSchema.Shape));

    /// <summary>The description as JSON Schema draft-07, as <c>config.schema</c> returns it.</summary>
    public static JsonObject ToJsonSchema()
    {
        var body = Root.ToJsonSchema();
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#" };
        foreach (var (name, value) in body)
            schema[name] = value?.DeepClone();
        schema["title"] = "OpenClawConfig";
        // Our own spelling of the place of the schema is not for forms.
        ((JsonObject)schema["properties"]!).Remove("$schema");
        return schema;
    }
}
