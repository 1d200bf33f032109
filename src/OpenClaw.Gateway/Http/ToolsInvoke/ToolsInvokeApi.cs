using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.ToolsInvoke;

/// <summary>
/// <c>POST /tools/invoke</c>: one tool, used without a run (spec 06 §4). What may be used is decided by the policy of the session's agent,
/// by what HTTP callers may use at all, and by the scopes of the caller.
/// </summary>
internal sealed class ToolsInvokeApi(ConversationParts conversations, BearerAuth auth, JsonBody bodies, TimeProvider time, ILogger logger)
{
    private const string Path = "/tools/invoke";
    private const long MaxBodyBytes = 2 * 1024 * 1024;

    // A tool that waits for somebody (sessions_send, nodes) has limits of its own; this one ends what has none.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    private AgentDirectory Agents => conversations.Agents;

    /// <summary>Answers its path; false leaves the request to the next page.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path != Path)
            return false;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await HttpAnswers.MethodNotAllowedAsync(context, HttpMethods.Post).ConfigureAwait(false);
            return true;
        }

        if (await auth.AuthenticateAsync(context).ConfigureAwait(false) is not { } caller)
            return true;
        var (body, fault) = await bodies.ReadAsync(context, MaxBodyBytes).ConfigureAwait(false);
        if (fault is not null)
            await HttpAnswers.BodyFaultAsync(context, fault).ConfigureAwait(false);
        else
            await InvokeAsync(context, caller.Run, body).ConfigureAwait(false);
        return true;
    }

    private async Task InvokeAsync(HttpContext context, RunCaller caller, JsonElement body)
    {
        var request = new ToolArguments(body);
        if ((request.Text("tool") ?? request.Text("name")) is not { } name)
        {
            await HttpAnswers.InvalidAsync(context, "tools.invoke requires body.tool").ConfigureAwait(false);
            return;
        }

        var (scene, problem) = Scene(context.Request, caller, request);
        if (scene is null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_request", problem!).ConfigureAwait(false);
            return;
        }

        await conversations.Tools.ReadyAsync(context.RequestAborted).ConfigureAwait(false);
        if (Find(scene, name) is not { } tool)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "not_found", $"Tool not available: {name}").ConfigureAwait(false);
            return;
        }

        var call = new ToolCall { Id = scene.RunId, Scene = scene, Arguments = Arguments(tool, request) };
        var result = await UseAsync(tool, call, context.RequestAborted).ConfigureAwait(false);
        if (result.IsError)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "tool_error", Problem(result)).ConfigureAwait(false);
        else
            await HttpAnswers.JsonAsync(context, StatusCodes.Status200OK, new JsonObject { ["ok"] = true, ["result"] = Wire(result) }).ConfigureAwait(false);
    }

    private (ToolScene? Scene, string? Problem) Scene(HttpRequest http, RunCaller caller, ToolArguments request)
    {
        var (rules, named) = (Agents.KeyRules, request.Text("agentId"));
        var agentId = named is null ? rules.DefaultAgentId : AgentIds.Normalize(named);
        var key = request.Text("sessionKey") is { } given && !rules.IsMainWord(given) ? conversations.Sessions.Canonical(given) : SessionKeys.ForMain(agentId, rules);
        var owner = conversations.Sessions.AgentOf(key);
        if (!Agents.IsKnown(owner))
            return (null, $"sessionKey: unknown agent id \"{owner}\"");
        if (named is not null && owner != agentId && key != SessionKeys.Global)
            return (null, $"agentId: \"{agentId}\" does not match the agent of sessionKey, \"{owner}\"");
        return (new ToolScene
        {
            RunId = string.Create(CultureInfo.InvariantCulture, $"http-{time.GetUtcNow().ToUnixTimeMilliseconds()}"),
            SessionKey = key,
            AgentId = owner,
            Workspace = Agents.Workspace(owner),
            Caller = caller,
            Channel = Header(http, "x-openclaw-message-channel"),
            AccountId = Header(http, "x-openclaw-account-id"),
        }, null);
    }

    private ITool? Find(ToolScene scene, string name) => conversations.Tools.For(scene).FirstOrDefault(tool =>
        tool.Definition.Name == name && HttpToolPolicy.Allows(Agents.Config.Gateway.Tools, tool.Definition.Name, tool.Definition.Source));

    /// <summary>The arguments; the action beside them counts when the tool has one and they do not say which.</summary>
    private static JsonElement Arguments(ITool tool, ToolArguments request)
    {
        var given = request.Object("args") is { } args ? JsonNode.Parse(args.GetRawText())!.AsObject() : [];
        if (request.Text("action") is { } action && !given.ContainsKey("action")
            && tool.Definition.Parameters.TryGetProperty("properties", out var properties) && properties.TryGetProperty("action", out _))
            given["action"] = action;
        using var document = JsonDocument.Parse(JsonBytes.Of(given));
        return document.RootElement.Clone();
    }

    private async Task<ToolResult> UseAsync(ITool tool, ToolCall call, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(s_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return await tool.RunAsync(call, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return ToolResult.Error(tool.Definition.Name, "the tool was not done in time");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // As in a run: a fault of a tool is its result, and the log has the details.
            ToolsInvokeLog.Failed(logger, problem, tool.Definition.Name);
            return ToolResult.Error(tool.Definition.Name, problem.Message);
        }
    }

    private static string Problem(ToolResult result) =>
        result.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
            ? error.GetString()!
            : string.Join('\n', result.Content.OfType<ContentPart.Text>().Select(static part => part.Value));

    private static JsonObject Wire(ToolResult result)
    {
        var content = new JsonArray();
        foreach (var part in result.Content)
        {
            if (part is ContentPart.Text text)
                content.Add((JsonNode)new JsonObject { ["type"] = "text", ["text"] = text.Value });
            else if (part is ContentPart.Image image)
                content.Add((JsonNode)new JsonObject { ["type"] = "image", ["data"] = image.Data, ["mimeType"] = image.MimeType });
        }

        var wire = new JsonObject { ["content"] = content };
        if (result.Details is { } details)
            wire["details"] = JsonNode.Parse(details.GetRawText());
        return wire;
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message) => HttpAnswers.JsonAsync(
        context, status, new JsonObject { ["ok"] = false, ["error"] = new JsonObject { ["type"] = type, ["message"] = message } });

    private static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;
}
