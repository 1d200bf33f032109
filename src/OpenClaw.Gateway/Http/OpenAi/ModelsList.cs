using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Identity;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>GET /v1/models</c> and <c>/v1/models/{id}</c> (spec 06 §12): the agents, by the names the other calls take.</summary>
internal sealed class ModelsList(ApiSurface surface, AgentDirectory agents, Func<ConfigSnapshot> config)
{
    private const string Path = "/v1/models";

    /// <summary>Serves a request.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        if (path != Path && !path.StartsWith(Path + "/", StringComparison.Ordinal))
            return false;
        var http = config().Config.Gateway.Http;
        if (!http.ChatCompletionsEnabled && !http.Responses.Enabled)
            await ApiSurface.SwitchedOffAsync(context, "gateway.http.endpoints.chatCompletions.enabled").ConfigureAwait(false);
        else if (await surface.OpenGetAsync(context).ConfigureAwait(false) is not null)
        {
            // The slash of a name arrives encoded, and the server leaves it so.
            var id = path.Length > Path.Length ? Uri.UnescapeDataString(path[(Path.Length + 1)..]) : null;
            await ServeAsync(context, id).ConfigureAwait(false);
        }

        return true;
    }

    private Task ServeAsync(HttpContext context, string? id)
    {
        string[] names = [ApiTargets.DefaultModel, $"{ApiTargets.DefaultModel}/default", .. agents.Ids().Select(static agent => $"{ApiTargets.DefaultModel}/{agent}")];
        if (id is null)
            return HttpAnswers.JsonAsync(
                context, StatusCodes.Status200OK, new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. names.Select(Entry)]) });
        return names.Contains(id, StringComparer.Ordinal)
            ? HttpAnswers.JsonAsync(context, StatusCodes.Status200OK, Entry(id))
            : HttpAnswers.FailAsync(context, StatusCodes.Status404NotFound, $"Model '{id}' not found", "invalid_request_error");
    }

    private static JsonObject Entry(string name) => new()
    {
        ["id"] = name,
        ["object"] = "model",
        ["created"] = 0,
        ["owned_by"] = ApiTargets.DefaultModel,
        ["permission"] = new JsonArray(),
    };
}
