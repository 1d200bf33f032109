using System.Runtime.CompilerServices;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// The model of a machine that has none: says that it is a demonstration, repeats what was said, and needs neither network nor key. It
/// answers in several pieces, so that streaming and stopping can be seen.
/// </summary>
public sealed class EchoProvider(TimeProvider time) : IModelProvider
{
    private const string Label = "[demo, no language model is configured] You said: ";
    private const string Advice =
        " (To talk to a real model, set ANTHROPIC_API_KEY or OPENAI_API_KEY, add models.providers to the configuration, or start Ollama.)";

    private const int MaxEcho = 600;
    private const int PieceLength = 24;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The one model it has.</summary>
    public static ModelInfo Model { get; } = new()
    {
        Ref = new ModelRef("demo", "echo"),
        Name = "Demo echo (no key needed)",
        Api = ModelApis.Demo,
        BaseUrl = string.Empty,
    };

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var said = UserText.Strip(request.Messages.OfType<ModelMessage.User>().LastOrDefault()?.Text ?? string.Empty).Trim();
        var answer = Label + (said.Length > MaxEcho ? said[..MaxEcho] + "…" : said) + Advice;
        for (var at = 0; at < answer.Length; at += PieceLength)
        {
            if (at > 0)
                await Task.Delay(s_pause, time, ct).ConfigureAwait(false);
            yield return new ModelEvent.TextDelta(answer.Substring(at, Math.Min(PieceLength, answer.Length - at)));
        }

        // Four characters a token is the usual rule of thumb; the point is only that the accounting can be seen.
        yield return new ModelEvent.Done(
            [new ContentPart.Text(answer)], StopReasons.Stop, new TokenUsage(said.Length / 4, answer.Length / 4, 0, 0));
    }
}
