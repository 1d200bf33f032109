namespace OpenClaw.Storage.Journal;

/// <summary>Work with a result, which is known to its caller only when it is on disk.</summary>
/// <param name="work">What to do.</param>
internal sealed class JournalTask<T>(Func<JournalDatabase, T> work) : JournalWork
{
    private readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> End => _end.Task;

    public override void Do(JournalDatabase database) => _result = work(database);

    public override void Done() => _end.TrySetResult(_result);

    public override void Failed(Exception problem) => _end.TrySetException(problem);
}
