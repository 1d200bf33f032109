namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>
/// Answers that are repeated when a request comes again under the same <c>Idempotency-Key</c>: 5 minutes, 1000 keys. Two at the same time
/// are carried out once. Failures are not kept.
/// </summary>
internal sealed class HookReplays(TimeProvider time)
{
    private const int MaxKeys = 1000;
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, (Task<HookAnswer> Answer, DateTimeOffset At)> _kept = new(StringComparer.Ordinal);

    /// <summary>The answer to this key, made now if there is none.</summary>
    public async Task<HookAnswer> OnceAsync(string key, Func<Task<HookAnswer>> make)
    {
        Task<HookAnswer> answer;
        lock (_gate)
        {
            Forget();
            if (_kept.TryGetValue(key, out var known))
            {
                answer = known.Answer;
            }
            else
            {
                answer = make();
                _kept[key] = (answer, time.GetUtcNow());
            }
        }

        try
        {
            var made = await answer.ConfigureAwait(false);
            if (made.Status >= 300)
                Drop(key, answer);
            return made;
        }
        catch
        {
            Drop(key, answer);
            throw;
        }
    }

    private void Drop(string key, Task<HookAnswer> answer)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var known) && known.Answer == answer)
                _kept.Remove(key);
        }
    }

    private void Forget()
    {
        var oldest = time.GetUtcNow() - s_lifetime;
        while (_kept.Count > 0 && (_kept.Count >= MaxKeys || _kept.GetAt(0).Value.At <= oldest))
            _kept.RemoveAt(0);
    }
}
