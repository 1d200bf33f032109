using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>What a hook's caller is answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON; null: an empty body, or plain text when <paramref name="Text"/> is given.</param>
/// <param name="Text">Plain text.</param>
internal sealed record HookAnswer(int Status, JsonObject? Body = null, string? Text = null)
{
    public static HookAnswer NotFound { get; } = new(404, Text: "Not Found");

    /// <summary>A transform decided that nothing is to be done.</summary>
    public static HookAnswer Nothing { get; } = new(204);

    public static HookAnswer Woken(string mode) => new(200, new JsonObject { ["ok"] = true, ["mode"] = mode });

    public static HookAnswer Accepted(string runId) => new(202, new JsonObject { ["ok"] = true, ["runId"] = runId });

    public static HookAnswer Fail(int status, string error) => new(status, new JsonObject { ["ok"] = false, ["error"] = error });
}
