using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>What all wire formats do alike: send, read message by message, end with the answer or with one error.</summary>
internal static class AnswerStream
{
    public static async IAsyncEnumerable<ModelEvent> ReadAsync(
        IAsyncEnumerable<ServerEventCall.Item> items, IStreamedAnswer answer, ModelRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        Func<JsonElement, ModelEvent?> take = message => answer.Take(message, request);
        await foreach (var item in items.WithCancellation(ct).ConfigureAwait(false))
        {
            if (item.Error is { } error)
            {
                yield return new ModelEvent.Failed(error);
                yield break;
            }

            // The mark with which OpenAI's formats end.
            if (item.Data == "[DONE]")
            {
                yield return answer.Finish();
                yield break;
            }

            var step = StreamStep.Read(item.Data, request, take);
            if (step is not null)
                yield return step;
            if (step is ModelEvent.Failed)
                yield break;
            if (answer.Complete)
                break;
        }

        yield return answer.IsWhole ? answer.Finish() : new ModelEvent.Failed(ModelErrors.CutOff(request));
    }
}
