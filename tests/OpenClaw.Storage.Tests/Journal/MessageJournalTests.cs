using System.Text;
using Microsoft.Data.Sqlite;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Storage.Tests.Journal;

public sealed class MessageJournalTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private SqliteMessageJournal _journal = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Path => _directory["journal/messages.sqlite"];

    public ValueTask InitializeAsync()
    {
        _journal = new SqliteMessageJournal(Path, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Reading_an_empty_journal_makes_no_file()
    {
        Assert.Empty(await _journal.UnfinishedAsync(0, 5000, Ct));
        Assert.Empty(await _journal.PendingAsync(Ct));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task The_second_event_of_a_key_is_a_duplicate_whether_the_first_has_ended_or_not()
    {
        var first = await _journal.AcceptAsync(In("a"), Ct);
        var again = await _journal.AcceptAsync(In("a"), Ct);
        await _journal.FinishAsync([first.Id], "answered", [], Ct);
        var late = await _journal.AcceptAsync(In("a"), Ct);

        Assert.True(first.IsNew);
        Assert.Equal(new InboxReceipt(first.Id, false), again);
        Assert.Equal(new InboxReceipt(first.Id, false), late);
        Assert.True((await _journal.AcceptAsync(In("a") with { AccountId = "other" }, Ct)).IsNew);
    }

    [Fact]
    public async Task What_was_accepted_is_there_after_a_start_in_the_order_in_which_it_came_until_it_ends()
    {
        var ids = new List<long>();
        foreach (var key in (string[])["a", "b", "c"])
            ids.Add((await _journal.AcceptAsync(In(key), Ct)).Id);
        await _journal.FinishAsync([ids[1]], "silent", [], Ct);
        await RestartAsync();

        var left = await _journal.UnfinishedAsync(0, 5000, Ct);

        Assert.Equal(["a", "c"], left.Select(static entry => entry.Key));
        Assert.Equal("{\"key\":\"a\"}", Encoding.UTF8.GetString(left[0].Payload));
        Assert.Equal(2, _journal.Counts.Inbox);
    }

    [Fact]
    public async Task What_has_no_end_is_read_page_by_page()
    {
        var ids = new List<long>();
        foreach (var key in (string[])["a", "b", "c", "d", "e"])
            ids.Add((await _journal.AcceptAsync(In(key), Ct)).Id);
        await _journal.FinishAsync([ids[2]], "silent", [], Ct);

        Assert.Equal(["a", "b"], (await _journal.UnfinishedAsync(0, 2, Ct)).Select(static entry => entry.Key));
        Assert.Equal(["d", "e"], (await _journal.UnfinishedAsync(ids[1], 2, Ct)).Select(static entry => entry.Key));
        Assert.Empty(await _journal.UnfinishedAsync(ids[4], 2, Ct));
    }

    [Fact]
    public async Task Ending_a_message_and_queuing_its_answer_is_one_step_and_a_second_time_changes_nothing()
    {
        var message = await _journal.AcceptAsync(In("a"), Ct);
        var first = await _journal.FinishAsync([message.Id], "answered", [Out("r1"), Out("r1#2")], Ct);
        var second = await _journal.FinishAsync([message.Id], "answered", [Out("r1"), Out("r1#2")], Ct);

        Assert.Equal(first, second);
        Assert.Equal(["r1", "r1#2"], (await _journal.PendingAsync(Ct)).Select(static entry => entry.Key));
        Assert.Empty(await _journal.UnfinishedAsync(0, 5000, Ct));
        Assert.Equal(new JournalCounts(0, 2, 0, 0), _journal.Counts);
    }

    [Fact]
    public async Task A_send_that_was_under_way_is_pending_after_a_start_and_one_that_was_taken_is_not()
    {
        var ids = await _journal.FinishAsync([], "", [Out("a"), Out("b"), Out("c")], Ct);
        await _journal.MarkAsync(ids[0], new OutboxMark(OutboxState.Sending), Ct);
        await _journal.MarkAsync(ids[0], new OutboxMark(OutboxState.Sent, PlatformId: "77"), Ct);
        await _journal.MarkAsync(ids[1], new OutboxMark(OutboxState.Sending), Ct);
        await RestartAsync();

        var pending = await _journal.PendingAsync(Ct);
        Assert.Equal([("b", OutboxState.Sending, 1), ("c", OutboxState.Waiting, 0)], pending.Select(static entry => (entry.Key, entry.State, entry.Attempts)));
        var sent = await _journal.FindAsync(ids[0], Ct);
        Assert.Equal(("77", OutboxState.Sent, 0), (sent!.PlatformId, sent.State, sent.Payload.Length));
    }

    [Fact]
    public async Task Parts_are_found_by_the_key_of_their_message_and_no_other()
    {
        await _journal.FinishAsync([], "", [Out("m"), Out("m#2"), Out("m#3"), Out("m2"), Out("m$")], Ct);

        Assert.Equal(["m", "m#2", "m#3"], (await _journal.FindByKeyAsync("m", Ct)).Select(static entry => entry.Key));
    }

    [Fact]
    public async Task A_failed_send_can_be_revived_with_its_whole_lifetime_before_it()
    {
        var id = (await _journal.FinishAsync([], "", [Out("a") with { ExpiresAt = 1 }], Ct))[0];
        await _journal.MarkAsync(id, new OutboxMark(OutboxState.Sending), Ct);
        await _journal.MarkAsync(id, new OutboxMark(OutboxState.Failed, Error: "chat not found"), Ct);
        Assert.Equal(1, _journal.Counts.Failed);
        Assert.Equal("chat not found", (await _journal.ListAsync(new QueueFilter(), Ct)).Single().Detail);

        await _journal.MarkAsync(id, new OutboxMark(OutboxState.Waiting), Ct);

        var entry = (await _journal.PendingAsync(Ct)).Single();
        Assert.Equal((0, OutboxState.Waiting), (entry.Attempts, entry.State));
        Assert.Equal(new JournalCounts(0, 1, 0, 0), _journal.Counts);
    }

    [Fact]
    public async Task Repetitions_that_may_be_seen_twice_are_counted_for_good()
    {
        var id = (await _journal.FinishAsync([], "", [Out("a")], Ct))[0];
        await _journal.MarkAsync(id, new OutboxMark(OutboxState.Sending, IsUncertain: true), Ct);
        await RestartAsync();
        await _journal.PendingAsync(Ct);

        Assert.Equal(1, _journal.Counts.Uncertain);
    }

    [Fact]
    public async Task Row20_a_full_disk_takes_nothing_says_so_and_heals_by_itself()
    {
        await _journal.AcceptAsync(In("kept"), Ct);
        _journal.MaxPages = 12;
        var big = In("big") with { Payload = new byte[200_000] };

        var refused = await Assert.ThrowsAsync<JournalException>(() => _journal.AcceptAsync(big, Ct));
        Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, _journal.Problem);

        _journal.MaxPages = 1_000_000;
        Assert.True((await _journal.AcceptAsync(big, Ct)).IsNew);
        Assert.Null(_journal.Problem);
        Assert.Equal(["kept", "big"], (await _journal.UnfinishedAsync(0, 5000, Ct)).Select(static entry => entry.Key));
    }

    [Fact]
    public async Task A_file_that_another_program_locks_takes_nothing_and_says_so()
    {
        await _journal.AcceptAsync(In("kept"), Ct);
        using (var other = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; INSERT INTO counter VALUES('x', 1)";
            command.ExecuteNonQuery();

            var refused = await Assert.ThrowsAsync<JournalException>(() => _journal.AcceptAsync(In("late"), Ct));
            Assert.Contains("locked by another program", refused.Message, StringComparison.Ordinal);
        }

        Assert.True((await _journal.AcceptAsync(In("late"), Ct)).IsNew);
    }

    [Fact]
    public async Task A_damaged_file_is_put_aside_and_a_new_one_taken()
    {
        Directory.CreateDirectory(_directory["journal"]);
        await File.WriteAllTextAsync(Path, new string('x', 5000), Ct);

        Assert.True((await _journal.AcceptAsync(In("a"), Ct)).IsNew);

        Assert.Equal(5000, new FileInfo(_journal.PutAside!).Length);
    }

    [Fact]
    public async Task The_files_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a Unix matter");
        await _journal.AcceptAsync(In("a"), Ct);

        foreach (var file in Directory.GetFiles(_directory["journal"]))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Many_writers_at_once_are_all_on_disk()
    {
        await Parallel.ForAsync(0, 3000, Ct, async (i, ct) => await _journal.AcceptAsync(In($"k{i % 2000}"), ct));

        Assert.Equal(2000, (await _journal.UnfinishedAsync(0, 5000, Ct)).Count);
        Assert.Equal(2000, _journal.Counts.Inbox);
    }

    private static NewInboxEntry In(string key) => new("telegram", "default", key, "1", Encoding.UTF8.GetBytes($$"""{"key":"{{key}}"}"""));

    private static NewOutboxEntry Out(string key) => new("telegram", "default", "1", key, "{}"u8.ToArray(), long.MaxValue / 2);

    private async Task RestartAsync()
    {
        await _journal.DisposeAsync();
        _journal = new SqliteMessageJournal(Path, TimeProvider.System);
    }
}
