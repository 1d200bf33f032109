using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.McpServer;

/// <summary>Streamable HTTP in its simplest form: each POST is answered with one JSON body. Wants the header <c>X-Test-Key: open</c>.</summary>
internal static class HttpTransport
{
    public static async Task RunAsync()
    {
        var port = FreePort();
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        Console.WriteLine(port);
        var server = new Answers();
        while (true)
        {
            var context = await listener.GetContextAsync();
            context.Response.StatusCode = await AnswerAsync(context, server);
            context.Response.Close();
        }
    }

    private static async Task<int> AnswerAsync(HttpListenerContext context, Answers server)
    {
        if (context.Request.Headers["X-Test-Key"] != "open")
            return 401;
        if (context.Request.HttpMethod != "POST")
            return 405;
        using var reader = new StreamReader(context.Request.InputStream);
        if (JsonNode.Parse(await reader.ReadToEndAsync()) is not JsonObject message || server.To(message).FirstOrDefault() is not { } answer)
            return 202;
        context.Response.ContentType = "application/json";
        context.Response.StatusCode = 200;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()));
        return 200;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
