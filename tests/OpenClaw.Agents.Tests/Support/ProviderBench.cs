using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>Requests, tools and events for tests of one wire format.</summary>
internal static class ProviderBench
{
    public static ToolDefinition Tool(string name = "read") => new()
    {
        Name = name,
        Description = $"the tool {name}",
        Parameters = Json("""{"type":"object","properties":{"path":{"type":"string"}},"required":["path"]}"""),
    };

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    public static ModelMessage.User Said(string text, params ContentPart.Image[] images) => new([new ContentPart.Text(text), .. images]);

    public static ModelMessage.ToolResult Result(string id, string name, string text, bool isError = false, params ContentPart.Image[] images) =>
        new(id, name, [new ContentPart.Text(text), .. images], isError);

    public static ModelRequest Request(string api, string url = "http://127.0.0.1:9", string provider = "stub", string id = "m", params ModelMessage[] messages) => new()
    {
        Model = new ModelInfo
        {
            Ref = new ModelRef(provider, id),
            Name = id,
            Api = api,
            BaseUrl = url,
            MaxTokens = 8000,
            ContextWindow = 64_000,
            Input = ["text", "image"],
        },
        ApiKey = "sk-test",
        SystemPrompt = "be kind",
        Messages = messages.Length > 0 ? messages : [Said("hi")],
    };

    /// <summary>Lines of server-sent events.</summary>
    public static string Events(params string[] data) => string.Concat(data.Select(static one => $"data: {one}\n\n"));

    public static async Task<List<ModelEvent>> StreamAsync(ModelRequest request, ProviderLimits? limits = null)
    {
        using var providers = new ModelProviders(TimeProvider.System, limits);
        var events = new List<ModelEvent>();
        await foreach (var step in providers.For(request.Model.Api)!.StreamAsync(request, TestContext.Current.CancellationToken))
            events.Add(step);
        return events;
    }

    /// <summary>The answer of a server that sends this body in random pieces.</summary>
    public static async Task<(List<ModelEvent> Events, ModelExchange Exchange)> AnswerAsync(
        ModelRequest request, string body, int seed = 1, string contentType = "text/event-stream")
    {
        await using var server = new ModelServer(e => e.PiecesAsync(body, seed, contentType));
        var events = await StreamAsync(request with { Model = request.Model with { BaseUrl = server.Url } });
        return (events, server.Requests[0]);
    }

    public static ModelEvent.Done Done(IReadOnlyList<ModelEvent> events) => Assert.IsType<ModelEvent.Done>(events[^1]);

    public static ModelError Failed(IReadOnlyList<ModelEvent> events) => Assert.IsType<ModelEvent.Failed>(events[^1]).Error;
}
