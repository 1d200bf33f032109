using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary>The session a call is about, or why there is none.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Entry">What is stored of it; null with a problem.</param>
/// <param name="Problem">Why it cannot be had.</param>
/// <param name="IsForbidden">True when the rules say no.</param>
internal sealed record SessionFound(string Key, StoredSession? Entry, string? Problem = null, bool IsForbidden = false)
{
    /// <summary>The problem as a result: <c>{status:"forbidden", error}</c>, or an error of the tool.</summary>
    public ToolResult Refusal(string tool) => IsForbidden
        ? ToolResult.Json(new JsonObject { ["status"] = "forbidden", ["error"] = Problem })
        : ToolResult.Error(tool, Problem ?? "no such session");
}
