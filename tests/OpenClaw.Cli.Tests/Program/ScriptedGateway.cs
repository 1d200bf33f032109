using System.Text.Json;
using OpenClaw.Client.Tests;

namespace OpenClaw.Cli.Tests.Program;

/// <summary>A stand-in gateway that answers each method with a fixed payload and keeps what was asked.</summary>
internal sealed class ScriptedGateway : IDisposable
{
    private readonly FakeGateway _gateway = new();
    private readonly Dictionary<string, string> _answers;
    private readonly Task _serving;

    public ScriptedGateway(params (string Method, string Payload)[] answers)
    {
        _answers = answers.ToDictionary(a => a.Method, a => a.Payload);
        _serving = ServeAsync();
    }

    public string Url => _gateway.Url.OriginalString;

    /// <summary>Every request after connect, in order.</summary>
    public List<(string Method, JsonElement Params)> Asked { get; } = [];

    /// <summary>Params of every connect.</summary>
    public List<JsonElement> Connects { get; } = [];

    public void Dispose()
    {
        _gateway.Dispose();
        Assert.True(_serving.IsFaulted || _serving.Wait(TimeSpan.FromSeconds(5)));
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            FakeConnection connection;
            try
            {
                connection = await _gateway.AcceptAsync();
            }
            catch (Exception e) when (e is ObjectDisposedException or System.Net.Sockets.SocketException or OperationCanceledException)
            {
                return;
            }
            Connects.Add(await connection.WelcomeAsync());
            await AnswerAsync(connection);
        }
    }

    private async Task AnswerAsync(FakeConnection connection)
    {
        using (connection)
        {
            while (await connection.TryReceiveAsync() is { } request)
            {
                var method = request.GetProperty("method").GetString()!;
                Asked.Add((method, request.GetProperty("params")));
                if (_answers.TryGetValue(method, out var payload))
                    await connection.AnswerAsync(request, payload);
                else
                    await connection.SendAsync($$$"""{"type":"res","id":"{{{request.GetProperty("id").GetString()}}}","ok":false,"error":{"code":"INVALID_REQUEST","message":"unknown method: {{{method}}}"}}""");
            }
        }
    }
}
