using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary>Building a config object.</summary>
internal static class Json
{
    /// <summary>The object under a name; made when missing.</summary>
    public static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child)
            return child;
        child = [];
        parent[name] = child;
        return child;
    }
}
