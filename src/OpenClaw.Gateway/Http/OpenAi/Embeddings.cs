using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>POST /v1/embeddings</c> (spec 06 §12): vectors by the model that the agent's memory uses.</summary>
internal sealed class Embeddings(ApiSurface surface, ApiTargets targets, EmbeddingSelection selection, ModelProviders providers, Func<ConfigSnapshot> config)
{
    private const string Path = "/v1/embeddings";
    private const long MaxBodyBytes = 5 * 1024 * 1024;
    private const int MaxInputs = 2048;
    private static readonly ApiFault s_badInput = new($"input: a text or at most {MaxInputs} texts, none of them empty");

    /// <summary>Serves a request.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value != Path)
            return false;
        var http = config().Config.Gateway.Http;
        if (!http.ChatCompletionsEnabled && !http.Responses.Enabled)
            await ApiSurface.SwitchedOffAsync(context, "gateway.http.endpoints.chatCompletions.enabled").ConfigureAwait(false);
        else if (await surface.OpenAsync(context, MaxBodyBytes).ConfigureAwait(false) is var (_, body))
            await ServeAsync(context, body).ConfigureAwait(false);
        return true;
    }

    private async Task ServeAsync(HttpContext context, JsonElement body)
    {
        var (request, api, fault) = Read(context, body);
        if (fault is null && providers.EmbeddingsFor(api!) is { } provider)
        {
            var answer = await provider.EmbedAsync(request!, context.RequestAborted).ConfigureAwait(false);
            if (answer.Error is null)
            {
                await HttpAnswers.JsonAsync(context, StatusCodes.Status200OK, List(body, answer)).ConfigureAwait(false);
                return;
            }

            fault = ApiErrors.Of(answer.Error);
        }

        await ApiSurface.FailAsync(context, fault ?? new ApiFault($"models of the kind \"{api}\" cannot make embeddings")).ConfigureAwait(false);
    }

    private (EmbeddingRequest? Request, string? Api, ApiFault? Fault) Read(HttpContext context, JsonElement body)
    {
        if (Inputs(body) is not { } inputs)
            return (null, null, s_badInput);
        if (body.Text("encoding_format") is not (null or "float" or "base64"))
            return (null, null, new ApiFault("encoding_format: float or base64"));
        int? dimensions = null;
        if (body.Field("dimensions") is { } wish)
        {
            if (wish.ValueKind != JsonValueKind.Number || !wish.TryGetInt32(out var length) || length < 1)
                return (null, null, new ApiFault("dimensions: a whole number above 0"));
            dimensions = length;
        }

        var (agentId, unknown) = targets.Agent(context.Request, body.Text("model"));
        if (unknown is not null)
            return (null, null, unknown);
        ModelRef? wanted = null;
        if (context.Request.Headers.TryGetValue("x-openclaw-model", out var named) && (wanted = ModelRef.Parse(named.ToString())) is null)
            return (null, null, new ApiFault("x-openclaw-model: provider/model"));
        var (api, request, problem) = selection.For(agentId, wanted);
        return problem is null ? (request! with { Inputs = inputs, Dimensions = dimensions }, api, null) : (null, null, new ApiFault(problem));
    }

    private static List<string>? Inputs(JsonElement body)
    {
        var texts = body.Field("input") switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()],
            { ValueKind: JsonValueKind.Array } many when many.EnumerateArray().All(static text => text.ValueKind == JsonValueKind.String) =>
                many.EnumerateArray().Select(static text => text.GetString()).ToList(),
            _ => null,
        };
        return texts is { Count: > 0 and <= MaxInputs } && texts.All(static text => text is { Length: > 0 }) ? [.. texts.OfType<string>()] : null;
    }

    private static JsonObject List(JsonElement body, EmbeddingAnswer answer)
    {
        var packed = body.Text("encoding_format") == "base64";
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. answer.Vectors.Select((vector, index) => new JsonObject
            {
                ["object"] = "embedding",
                ["index"] = index,
                ["embedding"] = packed
                    ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))
                    : new JsonArray([.. vector.Select(static value => (JsonNode)JsonValue.Create(value))]),
            })]),
            ["model"] = body.Text("model") ?? ApiTargets.DefaultModel,
            ["usage"] = new JsonObject { ["prompt_tokens"] = answer.InputTokens, ["total_tokens"] = answer.InputTokens },
        };
    }
}
