using System.Text;
using OpenClaw.Agents.Providers;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Memory;

/// <summary>Turns texts into vectors in batches that every server accepts, some at a time (spec 09 §11).</summary>
internal sealed class MemoryEmbedder(IEmbeddingProvider provider, EmbeddingRequest template, TimeProvider time)
{
    private const int BatchTokens = 8000;
    private const int BytesPerToken = 4;

    // Google takes no more texts at once.
    private const int BatchTexts = 100;
    private const int AtOnce = 4;
    private static readonly TimeSpan s_questionTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_batchTime = TimeSpan.FromMinutes(2);

    /// <summary>Who makes them.</summary>
    public string Provider => template.Provider;

    /// <summary>The model.</summary>
    public string Model => template.Model;

    /// <summary>Tells servers apart that offer a model of the same name. Holds no secret.</summary>
    public string ProviderKey { get; } = ContentHash.Of(template.BaseUrl)[..16];

    /// <summary>The vector of a question.</summary>
    public async Task<(float[]? Vector, string? Problem)> QuestionAsync(string text, CancellationToken ct)
    {
        var (vectors, problem) = await BatchAsync([text], s_questionTime, ct).ConfigureAwait(false);
        return (vectors.Count > 0 ? vectors[0] : null, problem);
    }

    /// <summary>The vectors of texts, in their order; those of a batch that failed are null, and the first failure is told.</summary>
    public async Task<(float[]?[] Vectors, string? Problem)> TextsAsync(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var vectors = new float[]?[texts.Count];
        string? problem = null;
        await Parallel.ForEachAsync(
            Batches(texts),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (batch, stop) =>
            {
                if (Volatile.Read(ref problem) is not null)
                    return;
                var (made, failure) = await BatchAsync([.. texts.Skip(batch.Start).Take(batch.Count)], s_batchTime, stop).ConfigureAwait(false);
                for (var i = 0; i < made.Count; i++)
                    vectors[batch.Start + i] = made[i];
                if (failure is not null)
                    Interlocked.CompareExchange(ref problem, failure, null);
            }).ConfigureAwait(false);
        return (vectors, problem);
    }

    private static IEnumerable<(int Start, int Count)> Batches(IReadOnlyList<string> texts)
    {
        var (start, tokens) = (0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var more = (Encoding.UTF8.GetByteCount(texts[i]) / BytesPerToken) + 1;
            if (i > start && (tokens + more > BatchTokens || i - start == BatchTexts))
            {
                yield return (start, i - start);
                (start, tokens) = (i, 0);
            }

            tokens += more;
        }

        if (start < texts.Count)
            yield return (start, texts.Count - start);
    }

    private async Task<(IReadOnlyList<float[]> Vectors, string? Problem)> BatchAsync(IReadOnlyList<string> texts, TimeSpan most, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            var answer = await provider.EmbedAsync(template with { Inputs = texts }, either.Token).ConfigureAwait(false);
            return (answer.Vectors, answer.Error?.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ([], $"{Provider} made no vectors within {most.TotalSeconds:0} s");
        }
    }
}
