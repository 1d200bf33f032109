using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;

namespace OpenClaw.Cli.Commands.Agent;

/// <summary>
/// The answer as it is being written: the assistant's words of one run, appended as they arrive. A message that is revised in
/// a way that cannot be appended is left for the final answer to set right.
/// </summary>
internal sealed class AgentStream(Screen screen, string runId) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _shown = new();
    private string _message = "";

    /// <summary>Shows events until <see cref="Stop"/>, then what is already here.</summary>
    public async Task ShowAsync(ChannelReader<GatewayEvent> events, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        try
        {
            while (await events.WaitToReadAsync(either.Token).ConfigureAwait(false))
                Drain(events);
        }
        catch (OperationCanceledException)
        {
            Drain(events);
        }
    }

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    /// <summary>True when the reader has already seen exactly this text; ends the line.</summary>
    public bool Finish(string final)
    {
        if (_shown.Length > 0)
            screen.Line();
        return final.Length > 0 && _shown.ToString().Trim() == final.Trim();
    }

    private void Drain(ChannelReader<GatewayEvent> events)
    {
        while (events.TryRead(out var message))
        {
            if (message.Is(ProtocolEvents.Agent) && message.Read(ProtocolEvents.Agent) is { Stream: "assistant" } told && told.RunId == runId)
                Show(told.Data);
        }
    }

    private void Show(JsonElement data)
    {
        if (!data.TryGetProperty("text", out var value) || value.GetString() is not { } text)
            return;
        // "text" is the whole message so far. A shorter or different one begins the next message of the run.
        if (!text.StartsWith(_message, StringComparison.Ordinal))
        {
            if (_shown.Length > 0)
                Put("\n");
            _message = "";
        }
        Put(text[_message.Length..]);
        _message = text;
    }

    private void Put(string text)
    {
        _shown.Append(text);
        screen.Out.Write(text);
        screen.Out.Flush();
    }
}
