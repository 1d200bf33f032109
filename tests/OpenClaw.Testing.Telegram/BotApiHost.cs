using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OpenClaw.Testing.Telegram;

/// <summary>The HTTP side: paths, bodies, answers, cut connections.</summary>
internal sealed class BotApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<CancellationTokenSource, bool> _open = new();
    private readonly Func<BotApiCall, CancellationToken, Task<JsonObject?>> _serve;
    private readonly Func<string, string, byte[]?> _file;

    private BotApiHost(Func<BotApiCall, CancellationToken, Task<JsonObject?>> serve, Func<string, string, byte[]?> file)
    {
        _serve = serve;
        _file = file;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public int Port { get; private set; }

    public static async Task<BotApiHost> StartAsync(Func<BotApiCall, CancellationToken, Task<JsonObject?>> serve, Func<string, string, byte[]?> file)
    {
        var host = new BotApiHost(serve, file);
        await host._app.StartAsync();
        var addresses = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        host.Port = new Uri(addresses.Single()).Port;
        return host;
    }

    public void AbortAll()
    {
        // Each request breaks itself off: its context belongs to its own thread.
        foreach (var request in _open.Keys)
        {
            try
            {
                request.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself in this moment.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        AbortAll();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var request = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _open[request] = true;
        try
        {
            // /bot<token>/<method> or /file/bot<token>/<path>
            var parts = context.Request.Path.Value!.TrimStart('/').Split('/');
            if (parts is ["file", var bot, ..] && bot.StartsWith("bot", StringComparison.Ordinal))
                await SendFileAsync(context, bot[3..], string.Join('/', parts.Skip(2)), request.Token);
            else if (parts is [var caller, var method] && caller.StartsWith("bot", StringComparison.Ordinal))
                await CallAsync(context, caller[3..], method, request.Token);
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The client went away, which some tests want.
            context.Abort();
        }
        finally
        {
            _open.TryRemove(request, out _);
        }
    }

    private async Task CallAsync(HttpContext context, string token, string method, CancellationToken aborted)
    {
        var call = await ReadAsync(context.Request, token, method);
        if (await _serve(call, aborted) is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer["error_code"]?.GetValue<int>() ?? StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), aborted);
    }

    private async Task SendFileAsync(HttpContext context, string token, string path, CancellationToken aborted)
    {
        if (_file(token, path) is not { } content)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = content.Length;
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(content, aborted);
    }

    private static async Task<BotApiCall> ReadAsync(HttpRequest request, string token, string method)
    {
        var files = new Dictionary<string, BotApiUpload>();
        var parameters = new JsonObject();
        foreach (var (name, value) in request.Query)
            parameters[name] = value.ToString();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(new Microsoft.AspNetCore.Http.Features.FormOptions { MultipartBodyLengthLimit = long.MaxValue }, request.HttpContext.RequestAborted);
            foreach (var (name, value) in form)
                parameters[name] = Value(value.ToString());
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content);
                files[file.Name] = new BotApiUpload(file.FileName, file.ContentType, content.ToArray());
            }
        }
        else if (request.ContentLength is not (null or 0) && await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) is JsonObject body)
        {
            foreach (var (name, value) in body)
                parameters[name] = value?.DeepClone();
        }

        return new BotApiCall(method, token, parameters, files) { At = TimeProvider.System.GetUtcNow() };
    }

    // Objects and lists of a form are JSON in a text field.
    private static JsonNode Value(string text) => text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text)! : JsonValue.Create(text);
}
