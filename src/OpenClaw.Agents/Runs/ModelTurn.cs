using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// One assistant message: calls the model, publishes its text as it grows, and repeats the call on failures that pass (spec 08 §9).
/// </summary>
internal sealed class ModelTurn(IModelProvider provider, AgentRun run, TimeProvider time)
{
    private static readonly TimeSpan[] s_retries = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    // A few screens: shorter texts are published piece by piece as they come.
    private const int LongText = 4096;

    private readonly GrowingText _text = new();

    /// <summary>What the model said so far in the current attempt.</summary>
    public string Partial => _text.SoFar.ToString();

    /// <summary>The complete answer, or the error that is left after the retries.</summary>
    public async Task<(ModelEvent.Done? Answer, ModelError? Error)> RunAsync(ModelRequest request, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (answer, error) = await AttemptAsync(request, ct).ConfigureAwait(false);
            if (error is not { Retryable: true } || attempt == s_retries.Length)
                return (answer, error);
            await Task.Delay(s_retries[attempt], time, ct).ConfigureAwait(false);
        }
    }

    private async Task<(ModelEvent.Done? Answer, ModelError? Error)> AttemptAsync(ModelRequest request, CancellationToken ct)
    {
        _text.Restart();
        run.BeginMessage();
        var unsaid = false;
        var steps = provider.StreamAsync(request, ct).GetAsyncEnumerator(ct);
        await using (steps.ConfigureAwait(false))
        {
            while (true)
            {
                // Every event repeats the whole text. When the model is faster than we are, a long text is not repeated for every few
                // characters that are here already; but nothing is held back while we wait for more.
                var next = steps.MoveNextAsync();
                if (unsaid && (!next.IsCompleted || _text.SoFar.Length < LongText))
                {
                    run.Say(ReplyText.Streaming(_text.SoFar, run.Request));
                    unsaid = false;
                }

                if (!await next.ConfigureAwait(false))
                    break;
                switch (steps.Current)
                {
                    case ModelEvent.TextDelta delta:
                        _text.Append(delta.Text);
                        unsaid = true;
                        break;
                    case ModelEvent.Done { StopReason: StopReasons.Error } refused:
                        return (refused, new ModelError(ModelErrorKind.Refused, $"{request.Model.Ref.Provider} stopped the answer for its content"));
                    case ModelEvent.Done done:
                        run.Say(ReplyText.Final(string.Concat(done.Content.OfType<ContentPart.Text>().Select(static part => part.Value)), run.Request).AsMemory());
                        return (done, null);
                    case ModelEvent.Failed failed:
                        return (null, failed.Error);
                }
            }
        }

        throw new InvalidOperationException("a model provider ended without a final event");
    }
}
