using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Rules;

/// <summary>A tool server is either started or called.</summary>
internal static class McpRules
{
    public static void Check(JsonObject config, RuleReport report)
    {
        if (config["mcp"]?["servers"] is not JsonObject servers)
            return;
        foreach (var (name, node) in servers)
        {
            if (node is not JsonObject server)
                continue;
            string[] path = ["mcp", "servers", name];
            var (command, url) = (server["command"] is not null, server["url"] is not null);
            if (command == url)
                report.Error(path, command ? "sets both command and url; keep the one that reaches the server" : "needs a command to start or a url to call");
            if (url && !(Uri.TryCreate((string?)server["url"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
                report.Error([.. path, "url"], "is not an http or https address");
        }
    }
}
