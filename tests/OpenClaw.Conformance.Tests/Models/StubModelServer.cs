using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Conformance.Tests.Models;

/// <summary>
/// A local model that does what the prompt says, in the two wire formats that the gateway speaks: OpenAI's chat completions
/// and Anthropic's messages, both streamed.
/// </summary>
internal sealed class StubModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubModelServer(WebApplication app) => _app = app;

    public int Port { get; private set; }

    /// <summary>Every request that came, as path, headers of interest and body.</summary>
    public ConcurrentQueue<(string Path, string? Credential, JsonObject Body)> Requests { get; } = new();

    /// <summary>Answers to prompts without a directive: the first whose key is in the prompt.</summary>
    public Dictionary<string, string> Script { get; } = [];

    public static async Task<StubModelServer> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new StubModelServer(app);
        app.MapPost("/v1/chat/completions", server.ChatCompletionsAsync);
        app.MapPost("/v1/messages", server.MessagesAsync);
        await app.StartAsync(ct);
        server.Port = new Uri(app.Urls.First()).Port;
        return server;
    }

    private async Task ChatCompletionsAsync(HttpContext context)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        Requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization, body));
        var directive = Directive(body);
        if (directive.Status != 200)
        {
            await ErrorAsync(context, directive, new JsonObject { ["error"] = new JsonObject { ["message"] = directive.Text, ["type"] = "stub" } });
            return;
        }

        JsonObject Chunk(JsonNode? delta, string? finish) => new()
        {
            ["id"] = "chatcmpl-stub",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = body["model"]?.DeepClone(),
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        };

        await StartStreamAsync(context);
        await SendAsync(context, null, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null));
        if (directive.Tool is { } tool && !EndsWithResult(body))
        {
            await SendAsync(context, null, Chunk(new JsonObject
            {
                ["tool_calls"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0,
                    ["id"] = $"call_stub_{Requests.Count}",
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = directive.Arguments },
                }),
            }, null));
            await EndAsync("tool_calls");
            return;
        }

        foreach (var piece in directive.Pieces())
        {
            await Task.Delay(directive.DelayMs, context.RequestAborted);
            await SendAsync(context, null, Chunk(new JsonObject { ["content"] = piece }, null));
        }
        await EndAsync("stop");

        async Task EndAsync(string reason)
        {
            var last = Chunk(new JsonObject(), reason);
            last["usage"] = new JsonObject { ["prompt_tokens"] = 11, ["completion_tokens"] = 7, ["total_tokens"] = 18 };
            await SendAsync(context, null, last);
            await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
        }
    }

    private async Task MessagesAsync(HttpContext context)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        Requests.Enqueue((context.Request.Path, context.Request.Headers["x-api-key"], body));
        var directive = Directive(body);
        if (directive.Status != 200)
        {
            await ErrorAsync(context, directive, new JsonObject
            {
                ["type"] = "error",
                ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["message"] = directive.Text },
            });
            return;
        }

        await StartStreamAsync(context);
        await SendAsync(context, "message_start", new JsonObject
        {
            ["type"] = "message_start",
            ["message"] = new JsonObject
            {
                ["id"] = "msg_stub",
                ["type"] = "message",
                ["role"] = "assistant",
                ["model"] = body["model"]?.DeepClone(),
                ["content"] = new JsonArray(),
                ["usage"] = new JsonObject { ["input_tokens"] = 13, ["output_tokens"] = 1 },
            },
        });
        await SendAsync(context, "content_block_start", new JsonObject
        {
            ["type"] = "content_block_start",
            ["index"] = 0,
            ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" },
        });
        foreach (var piece in directive.Pieces())
        {
            await Task.Delay(directive.DelayMs, context.RequestAborted);
            await SendAsync(context, "content_block_delta", new JsonObject
            {
                ["type"] = "content_block_delta",
                ["index"] = 0,
                ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = piece },
            });
        }
        await SendAsync(context, "content_block_stop", new JsonObject { ["type"] = "content_block_stop", ["index"] = 0 });
        await SendAsync(context, "message_delta", new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = "end_turn" },
            ["usage"] = new JsonObject { ["output_tokens"] = 9 },
        });
        await SendAsync(context, "message_stop", new JsonObject { ["type"] = "message_stop" });
    }

    private static async Task ErrorAsync(HttpContext context, StubDirective directive, JsonObject body)
    {
        context.Response.StatusCode = directive.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private static async Task StartStreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync(context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, string? name, JsonObject data)
    {
        await context.Response.WriteAsync($"{(name is null ? "" : $"event: {name}\n")}data: {data.ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private StubDirective Directive(JsonObject body)
    {
        var prompt = LastUserText(body);
        if (EndsWithResult(body))
            return StubDirective.In(prompt) is { Tool: not null } asked ? new StubDirective(asked.After) : new StubDirective("tool finished");
        return Script.FirstOrDefault(s => prompt.Contains(s.Key, StringComparison.Ordinal)).Value is { } answer
            ? new StubDirective(answer)
            : StubDirective.In(prompt);
    }

    /// <summary>True when the model is asked to go on after a tool.</summary>
    private static bool EndsWithResult(JsonObject body) => ((JsonArray)body["messages"]!)[^1]!["role"]!.GetValue<string>() == "tool";

    private static string LastUserText(JsonObject body)
    {
        var last = ((JsonArray)body["messages"]!).Last(m => m!["role"]!.GetValue<string>() == "user")!["content"];
        return last is JsonArray parts
            ? string.Join('\n', parts.Select(p => p!["text"]?.GetValue<string>() ?? ""))
            : last!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
