using Microsoft.Extensions.Time.Testing;

namespace OpenClaw.Storage.Tests;

public sealed class DirectoryLockTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Path => _directory["inside/x.json.lock"];

    [Fact]
    public async Task A_held_lock_is_a_directory_and_is_refused_to_others_until_it_is_let_go()
    {
        using (var held = await DirectoryLock.AcquireAsync(Path, TimeSpan.Zero, TimeProvider.System, Ct))
        {
            Assert.NotNull(held);
            Assert.True(Directory.Exists(Path));
            Assert.Null(await DirectoryLock.AcquireAsync(Path, TimeSpan.Zero, TimeProvider.System, Ct));
        }

        Assert.False(Directory.Exists(Path));
        using var second = await DirectoryLock.AcquireAsync(Path, TimeSpan.Zero, TimeProvider.System, Ct);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task A_lock_left_behind_by_a_dead_process_is_taken_over_after_half_a_minute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        Directory.CreateDirectory(Path);
        Directory.SetLastWriteTimeUtc(Path, time.GetUtcNow().UtcDateTime.AddSeconds(-29));
        Assert.Null(await DirectoryLock.AcquireAsync(Path, TimeSpan.Zero, time, Ct));

        time.Advance(TimeSpan.FromSeconds(2));

        using var taken = await DirectoryLock.AcquireAsync(Path, TimeSpan.Zero, time, Ct);
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task Many_at_once_go_in_one_after_another()
    {
        var inside = 0;
        var counted = 0;
        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (_, ct) =>
        {
            using var held = await DirectoryLock.AcquireAsync(Path, TimeSpan.FromMinutes(1), TimeProvider.System, ct);
            Assert.NotNull(held);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            counted++;
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(40, counted);
    }

    [Fact]
    public async Task Where_nothing_can_be_made_waiting_does_not_help()
    {
        await File.WriteAllTextAsync(_directory["file"], "", Ct);

        await Assert.ThrowsAnyAsync<IOException>(() =>
            DirectoryLock.AcquireAsync(_directory["file/x.lock"], TimeSpan.FromMinutes(1), TimeProvider.System, Ct));
    }

    public void Dispose() => _directory.Dispose();
}
