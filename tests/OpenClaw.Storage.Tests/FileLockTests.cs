namespace OpenClaw.Storage.Tests;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void A_held_lock_is_refused_to_others_and_free_again_after_release()
    {
        var first = FileLock.TryAcquire(_directory["x.lock"]);
        Assert.NotNull(first);
        Assert.Null(FileLock.TryAcquire(_directory["x.lock"]));

        first.Dispose();

        using var second = FileLock.TryAcquire(_directory["x.lock"]);
        Assert.NotNull(second);
    }

    [Fact]
    public void What_the_holder_publishes_can_be_read_while_it_holds()
    {
        using var held = FileLock.TryAcquire(_directory["x.lock"], """{"pid":42}""");

        Assert.Equal("""{"pid":42}""", FileLock.ReadContent(_directory["x.lock"]));
    }

    [Fact]
    public async Task Waiting_ends_when_the_holder_lets_go()
    {
        var held = FileLock.TryAcquire(_directory["x.lock"])!;
        var waiting = FileLock.AcquireAsync(
            _directory["x.lock"], TimeSpan.FromMinutes(1), TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        held.Dispose();

        using var second = await waiting;
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline()
    {
        using var held = FileLock.TryAcquire(_directory["x.lock"]);

        Assert.Null(await FileLock.AcquireAsync(
            _directory["x.lock"], TimeSpan.Zero, TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Nobody_ever_held_a_file_that_does_not_exist() => Assert.Null(FileLock.ReadContent(_directory["none.lock"]));

    public void Dispose() => _directory.Dispose();
}
