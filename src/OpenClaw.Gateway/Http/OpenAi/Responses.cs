using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Runs;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>POST /v1/responses</c> (spec 06 §3).</summary>
internal sealed class Responses(ApiSurface surface, ApiTargets targets, ApiRuns runs, FetchUrl fetch, Func<ConfigSnapshot> config, TimeProvider time)
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/v1/responses";

    /// <summary>Serves a request.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value != Path)
            return false;
        var http = config().Config.Gateway.Http;
        if (!http.Responses.Enabled)
            await ApiSurface.SwitchedOffAsync(context, "gateway.http.endpoints.responses.enabled").ConfigureAwait(false);
        else if (await surface.OpenAsync(context, http.Responses.MaxBodyBytes).ConfigureAwait(false) is var (caller, body))
            await ServeAsync(context, caller, body, new ApiMedia(ApiMediaLimits.Of(http), fetch)).ConfigureAwait(false);
        return true;
    }

    private async Task ServeAsync(HttpContext context, HttpCaller caller, JsonElement body, ApiMedia media)
    {
        var fault = ResponsesRequest.Fault(body);
        ClientTools? tools = null;
        Sampling? sampling = null;
        ApiConversation? conversation = null;
        ApiTarget? target = null;
        if (fault is null)
            (tools, fault) = ClientTools.Read(body);
        if (fault is null)
            (sampling, fault) = SamplingFields.Read(body, "max_output_tokens");
        if (fault is null)
            (conversation, fault) = await ConversationAsync(body, tools!, media, context.RequestAborted).ConfigureAwait(false);
        if (fault is null)
            (target, fault) = targets.Choose(context.Request, body.Text("model"), body.Text("user"));
        if (fault is not null)
        {
            await ApiSurface.FailAsync(context, fault).ConfigureAwait(false);
            return;
        }

        var id = $"resp_{Guid.NewGuid()}";
        var where = runs.After(target!, body.Text("previous_response_id"));
        using var run = runs.Start(id, caller, where, conversation!, tools!, sampling);
        var objects = new ResponseObjects(id, body.Text("model")!, time);
        if (run is null)
            await ApiSurface.FailAsync(context, ApiErrors.Busy).ConfigureAwait(false);
        else if (body.Flag("stream"))
            await StreamAsync(context, run, objects).ConfigureAwait(false);
        else
            await AnswerAsync(context, run, objects).ConfigureAwait(false);
    }

    private static async ValueTask<(ApiConversation? Conversation, ApiFault? Fault)> ConversationAsync(
        JsonElement body, ClientTools tools, ApiMedia media, CancellationToken ct)
    {
        var text = new ConversationText();
        text.System(body.Text("instructions"));
        var input = new ResponsesInput(text, media);
        if (await input.ReadAsync(body.Field("input")!.Value, ct).ConfigureAwait(false) is { } fault)
            return (null, fault);
        text.System(tools.Choice switch
        {
            null => null,
            "required" => "Before you answer, call one of the tools that the caller provides.",
            var name => $"Before you answer, call the tool {name}.",
        });
        foreach (var file in input.Files)
            text.System(file);
        return text.Build() is { } conversation ? (conversation, null) : (null, new ApiFault("Missing user message in `input`."));
    }

    private static async Task AnswerAsync(HttpContext context, ApiRun run, ResponseObjects objects)
    {
        var outcome = await run.Completion.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        if (ApiErrors.Of(outcome) is { } fault)
        {
            // A refusal of the provider is the caller's to mend; a limit of it is worth another try; the rest is the server's.
            var status = fault.Status switch { 429 => 429, >= 400 and < 500 => 400, _ => 500 };
            await HttpAnswers.JsonAsync(context, status, objects.Response("failed", new JsonArray(), outcome.Usage, fault)).ConfigureAwait(false);
            return;
        }

        var output = outcome.ClientCalls.Count > 0
            ? new JsonArray([.. outcome.ClientCalls.Select(static call => ResponseObjects.FunctionCall($"call_{Guid.NewGuid()}", call, status: null))])
            : new JsonArray(objects.Message(ChatCompletions.Said(run, outcome), ResponseObjects.Completed));
        await HttpAnswers.JsonAsync(
            context, StatusCodes.Status200OK, objects.Response(ResponseObjects.StatusOf(outcome), output, outcome.Usage)).ConfigureAwait(false);
    }

    private static async Task StreamAsync(HttpContext context, ApiRun run, ResponseObjects objects)
    {
        var sse = new SseStream(context);
        var stream = new ResponsesStream(sse, objects);
        await sse.StartAsync().ConfigureAwait(false);
        await stream.OpenAsync().ConfigureAwait(false);
        var said = new System.Text.StringBuilder();
        while (await run.NextAsync(context.RequestAborted).ConfigureAwait(false) is { } delta)
        {
            said.Append(delta);
            await stream.DeltaAsync(delta).ConfigureAwait(false);
        }

        var outcome = await run.Completion.ConfigureAwait(false);
        if (ApiErrors.Of(outcome) is { } fault)
        {
            await stream.FailAsync(fault).ConfigureAwait(false);
            return;
        }

        // Nothing was streamed: the whole text is one piece.
        if (said.Length == 0 && ChatCompletions.Said(run, outcome) is { Length: > 0 } whole)
        {
            said.Append(whole);
            await stream.DeltaAsync(whole).ConfigureAwait(false);
        }

        await stream.CloseAsync(said.ToString(), outcome).ConfigureAwait(false);
    }
}
