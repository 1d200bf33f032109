using System.Text;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Context;

/// <summary>Asks a model for a summary; failures that pass are tried again (spec 08 §21).</summary>
internal sealed class SummaryWriter(ModelProviders providers, TimeProvider time)
{
    private static readonly TimeSpan[] s_retries = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    /// <summary>The text, or why there is none.</summary>
    /// <param name="candidate">The model and its key.</param>
    /// <param name="question">What to summarise and how.</param>
    /// <param name="maxTokens">Longest answer.</param>
    /// <param name="ct">Ends the call.</param>
    public async Task<(string? Text, string? Problem)> AskAsync(ModelCandidate candidate, string question, long maxTokens, CancellationToken ct)
    {
        if (providers.For(candidate.Model.Api) is not { } provider)
            return (null, $"{candidate.Model.Api} is not supported by this release");
        var request = new ModelRequest
        {
            Model = candidate.Model,
            ApiKey = candidate.Key?.Value,
            SystemPrompt = SummaryTexts.System,
            Messages = [new ModelMessage.User([new ContentPart.Text(question)])],
            Sampling = new Sampling(MaxTokens: Math.Max(1, Math.Min(maxTokens, candidate.Model.MaxTokens))),
        };
        for (var attempt = 0; ; attempt++)
        {
            var (text, error) = await AttemptAsync(provider, request, ct).ConfigureAwait(false);
            if (error is null)
                return string.IsNullOrWhiteSpace(text) ? (null, "the model wrote an empty summary") : (text.Trim(), null);
            if (!error.Retryable || attempt == s_retries.Length)
                return (null, error.Message);
            await Task.Delay(s_retries[attempt], time, ct).ConfigureAwait(false);
        }
    }

    private static async Task<(string Text, ModelError? Error)> AttemptAsync(IModelProvider provider, ModelRequest request, CancellationToken ct)
    {
        var streamed = new StringBuilder();
        await foreach (var step in provider.StreamAsync(request, ct).ConfigureAwait(false))
        {
            switch (step)
            {
                case ModelEvent.TextDelta delta:
                    streamed.Append(delta.Text);
                    break;
                case ModelEvent.Done { StopReason: StopReasons.Error }:
                    return (string.Empty, new ModelError(ModelErrorKind.Refused, $"{request.Model.Ref.Provider} stopped the summary for its content"));
                case ModelEvent.Done done:
                    var text = string.Concat(done.Content.OfType<ContentPart.Text>().Select(static part => part.Value));
                    return (text.Length > 0 ? text : streamed.ToString(), null);
                case ModelEvent.Failed failed:
                    return (string.Empty, failed.Error);
            }
        }

        throw new InvalidOperationException("a model provider ended without a final event");
    }
}
