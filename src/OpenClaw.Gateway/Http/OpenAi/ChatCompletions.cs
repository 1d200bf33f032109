using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Runs;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>POST /v1/chat/completions</c> (spec 06 §2): a run of an agent in the form OpenAI's clients know.</summary>
internal sealed class ChatCompletions(
    ApiSurface surface, ApiTargets targets, ApiRuns runs, FetchUrl fetch, Func<ConfigSnapshot> config, TimeProvider time)
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/v1/chat/completions";

    private const long MaxBodyBytes = 20 * 1024 * 1024;
    private const string NothingSaid = "No response from OpenClaw.";
    private const string NoMessage = "Missing user message in `messages`.";

    /// <summary>Serves a request.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value != Path)
            return false;
        var http = config().Config.Gateway.Http;
        if (!http.ChatCompletionsEnabled)
            await ApiSurface.SwitchedOffAsync(context, "gateway.http.endpoints.chatCompletions.enabled").ConfigureAwait(false);
        else if (await surface.OpenAsync(context, MaxBodyBytes).ConfigureAwait(false) is var (caller, body))
            await ServeAsync(context, caller, body, new ApiMedia(ApiMediaLimits.Of(http), fetch)).ConfigureAwait(false);
        return true;
    }

    private async Task ServeAsync(HttpContext context, HttpCaller caller, JsonElement body, ApiMedia media)
    {
        var text = new ConversationText();
        var (tools, badTools) = ClientTools.Read(body);
        var (sampling, badSampling) = SamplingFields.Read(body, "max_completion_tokens", "max_tokens");
        var fault = badTools ?? badSampling ?? await ChatMessages.ReadAsync(body, text, media, context.RequestAborted).ConfigureAwait(false);
        var conversation = text.Build();
        var model = body.Text("model") is { Length: > 0 } named ? named : ApiTargets.DefaultModel;
        ApiTarget? target = null;
        if (fault is null && conversation is null)
            fault = new ApiFault(NoMessage);
        if (fault is null)
            (target, fault) = targets.Choose(context.Request, model, body.Text("user"));
        if (fault is not null)
        {
            await ApiSurface.FailAsync(context, fault).ConfigureAwait(false);
            return;
        }

        var id = $"chatcmpl_{Guid.NewGuid()}";
        using var run = runs.Start(id, caller, target!, conversation!, tools!, sampling);
        var chunks = new ChatChunks(id, time.GetUtcNow().ToUnixTimeSeconds(), model);
        if (run is null)
            await ApiSurface.FailAsync(context, ApiErrors.Busy).ConfigureAwait(false);
        else if (body.Flag("stream"))
            await StreamAsync(context, run, chunks, body.Field("stream_options")?.Flag("include_usage") == true).ConfigureAwait(false);
        else
            await AnswerAsync(context, run, chunks).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, ApiRun run, ChatChunks chunks)
    {
        var outcome = await run.Completion.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        if (ApiErrors.Of(outcome) is { } fault)
            await ApiSurface.FailAsync(context, fault).ConfigureAwait(false);
        else
            await HttpAnswers.JsonAsync(context, StatusCodes.Status200OK, chunks.Completion(Said(run, outcome), outcome)).ConfigureAwait(false);
    }

    private static async Task StreamAsync(HttpContext context, ApiRun run, ChatChunks chunks, bool withUsage)
    {
        var stream = new SseStream(context);
        await stream.StartAsync().ConfigureAwait(false);
        await stream.SendAsync(chunks.Role()).ConfigureAwait(false);
        var said = false;
        while (await run.NextAsync(context.RequestAborted).ConfigureAwait(false) is { } delta)
        {
            said = true;
            await stream.SendAsync(chunks.Content(delta)).ConfigureAwait(false);
        }

        var outcome = await run.Completion.ConfigureAwait(false);
        if (ApiErrors.Of(outcome) is { } fault)
            await stream.SendAsync(new JsonObject { ["error"] = new JsonObject { ["message"] = fault.Message, ["type"] = fault.Type } }).ConfigureAwait(false);
        else
            await FinishAsync(stream, run, outcome, chunks, said, withUsage).ConfigureAwait(false);
        await stream.DoneAsync().ConfigureAwait(false);
    }

    private static async Task FinishAsync(SseStream stream, ApiRun run, RunOutcome outcome, ChatChunks chunks, bool said, bool withUsage)
    {
        if (!said && Said(run, outcome) is { Length: > 0 } whole)
            await stream.SendAsync(chunks.Content(whole)).ConfigureAwait(false);
        for (var i = 0; i < outcome.ClientCalls.Count; i++)
        {
            await stream.SendAsync(chunks.CallStart(i, outcome.ClientCalls[i])).ConfigureAwait(false);
            await stream.SendAsync(chunks.CallArguments(i, outcome.ClientCalls[i])).ConfigureAwait(false);
        }

        await stream.SendAsync(chunks.Stop(outcome)).ConfigureAwait(false);
        if (withUsage)
            await stream.SendAsync(chunks.UsageChunk(outcome)).ConfigureAwait(false);
    }

    /// <summary>The text of an answer: a client that gets neither text nor tool calls is told so.</summary>
    internal static string Said(ApiRun run, RunOutcome outcome) => (run.Text, outcome) switch
    {
        ({ Length: > 0 } text, _) => text,
        (_, { Text.Length: > 0 }) => outcome.Text,
        (_, { ClientCalls.Count: > 0 }) => string.Empty,
        _ => NothingSaid,
    };
}
