using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Sessions;

/// <summary>Many who change one store at the same time. Somebody else holds its lock until all of them wait.</summary>
public sealed class SessionWritersTests
{
    private const string Mine = "agent:main:mine";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_that_wait_together_are_written_together_in_their_order()
    {
        await using var bench = new Workbench();
        Block(bench);
        var writers = Enumerable.Range(0, 40).Select(i => bench.Store.UpdateAsync(Mine, entry => entry["trail"] = $"{entry["trail"]}{i},", Ct)).ToList();
        var other = bench.Store.UpdateAsync("agent:main:other", static entry => entry["label"] = "other", Ct);
        Assert.DoesNotContain(writers, static writer => writer.IsCompleted);

        Release(bench);
        var seen = await Task.WhenAll(writers);
        await other;

        Assert.Equal("0,1,2,3,", seen[3].Text("trail"));
        Assert.Equal(string.Concat(Enumerable.Range(0, 40).Select(static i => $"{i},")), bench.Store.Find(Mine)!.Text("trail"));
        Assert.Equal("other", Stored(bench, "agent:main:other")!["label"]!.GetValue<string>());
        Assert.Equal((string?)Stored(bench, Mine)!["trail"], bench.Store.Find(Mine)!.Text("trail"));
    }

    [Fact]
    public async Task A_writer_that_fails_refuses_or_gives_up_harms_no_other()
    {
        await using var bench = new Workbench();
        await bench.Store.UpdateAsync(Mine, static entry => entry["label"] = "before", Ct);
        Block(bench);
        using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = bench.Store.UpdateAsync("agent:main:first", static entry => entry["label"] = "first", Ct);
        var fails = bench.Store.UpdateAsync(
            Mine,
            static entry =>
            {
                entry["label"] = "half done";
                throw new InvalidOperationException("fell over");
            },
            Ct);
        var refuses = bench.Store.TryUpdateAsync(
            Mine,
            static (entry, others) =>
            {
                entry["label"] = "refused";
                return $"{others.Count} are here, and I am {(string?)others[Mine]!["label"]}";
            },
            Ct);
        var givesUp = bench.Store.UpdateAsync(Mine, static entry => entry["label"] = "given up", gaveUp.Token);
        var last = bench.Store.UpdateAsync("agent:main:last", static entry => entry["label"] = "last", Ct);

        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givesUp);
        Release(bench);

        Assert.Equal("fell over", (await Assert.ThrowsAsync<InvalidOperationException>(() => fails)).Message);
        Assert.Equal("2 are here, and I am before", (await refuses).Problem);
        Assert.Equal(("first", "last"), ((await first).Label, (await last).Label));
        Assert.Equal("before", bench.Store.Find(Mine)!.Label);
        Assert.Equal("before", (string?)Stored(bench, Mine)!["label"]);
        Assert.Equal(3, bench.Store.Entries("main").Count);
    }

    [Fact]
    public async Task When_the_store_cannot_be_written_every_writer_is_told()
    {
        await using var bench = new Workbench();
        Directory.CreateDirectory(bench.StoreFile);
        Block(bench);
        var writers = Enumerable.Range(0, 3).Select(i => bench.Store.UpdateAsync($"agent:main:s{i}", static _ => { }, Ct)).ToList();

        Release(bench);

        foreach (var writer in writers)
            Assert.True(await Assert.ThrowsAnyAsync<Exception>(() => writer) is IOException or UnauthorizedAccessException);
        Directory.Delete(bench.StoreFile);
        Assert.NotNull((await bench.Store.UpdateAsync(Mine, static _ => { }, Ct)).SessionId);
    }

    [Fact]
    public async Task What_somebody_else_wrote_between_two_of_our_changes_stays()
    {
        await using var bench = new Workbench();
        await bench.Store.UpdateAsync(Mine, static entry => entry["label"] = "one", Ct);
        var store = JsonNode.Parse(File.ReadAllText(bench.StoreFile))!;
        store["agent:main:theirs"] = new JsonObject { ["sessionId"] = "x", ["label"] = "theirs" };
        store[Mine]!["label"] = "changed by them";
        File.WriteAllText(bench.StoreFile, store.ToJsonString());

        var entry = await bench.Store.UpdateAsync(Mine, static entry => entry["thinkingLevel"] = "low", Ct);

        Assert.Equal(("changed by them", "low"), (entry.Label, entry.Text("thinkingLevel")));
        Assert.Equal("theirs", bench.Store.Find("agent:main:theirs")!.Label);
        Assert.Equal("theirs", (string?)Stored(bench, "agent:main:theirs")!["label"]);
    }

    [Fact]
    public async Task A_removed_session_is_gone_for_readers_and_on_disk()
    {
        await using var bench = new Workbench();
        await bench.Store.UpdateAsync(Mine, static entry => entry["label"] = "mine", Ct);
        await bench.Store.UpdateAsync("agent:main:other", static _ => { }, Ct);

        var removed = await bench.Store.RemoveAsync(Mine, Ct);

        Assert.Equal("mine", removed!.Label);
        Assert.Null(bench.Store.Find(Mine));
        Assert.Null(Stored(bench, Mine));
        Assert.NotNull(bench.Store.Find("agent:main:other"));
    }

    private static JsonNode? Stored(Workbench bench, string key) => JsonNode.Parse(File.ReadAllText(bench.StoreFile))![key];

    private static void Block(Workbench bench)
    {
        Directory.CreateDirectory(bench.SessionsDir);
        File.WriteAllText(bench.StoreFile + ".lock", $$"""{"pid":{{Environment.ProcessId}},"startedAt":1}""");
    }

    private static void Release(Workbench bench) => File.Delete(bench.StoreFile + ".lock");
}
