using System.Text.Json;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Sessions;

public sealed class SessionStoreTests
{
    private const string Key = "agent:main:main";
    private const string StoreName = ".openclaw/agents/main/sessions/sessions.json";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_of_the_original_is_read_changed_and_keeps_what_is_not_understood()
    {
        await using var bench = new Workbench();
        bench.Write(StoreName, """
            { // people edit this
              "agent:main:main": { "sessionId": "0b084c5d-56ea-49e8-b53b-adc82589d546", "updatedAt": 1795486862943, "lastProvider": "telegram",
                "skillsSnapshot": {"prompt": "p", "skills": [{"name": "weather"}], "version": 0}, "futureField": [1, {"x": null}] },
              "agent:main:side": { "sessionId": "s", "updatedAt": 5 }, }
            """);

        var entry = await bench.Store.UpdateAsync(Key, static e => e["label"] = "mine", Ct);

        Assert.Equal("telegram", entry.Text("lastChannel"));
        var file = JsonDocument.Parse(File.ReadAllText(bench.StoreFile)).RootElement;
        Assert.Equal("[1,{\"x\":null}]", string.Concat(file.GetProperty(Key).GetProperty("futureField").GetRawText().Where(static c => !char.IsWhiteSpace(c))));
        Assert.True(file.GetProperty("agent:main:side").TryGetProperty("sessionId", out _));
        Assert.StartsWith("{\n  \"agent:main:main\": {\n    \"sessionId\"", File.ReadAllText(bench.StoreFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_is_private_and_leaves_no_lock_behind()
    {
        await using var bench = new Workbench();

        await bench.Store.UpdateAsync(Key, static _ => { }, Ct);

        Assert.Equal(["sessions.json"], Directory.GetFiles(bench.SessionsDir).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.StoreFile));
    }

    [Fact]
    public async Task Forty_writers_at_once_lose_nothing()
    {
        await using var bench = new Workbench();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => bench.Store.UpdateAsync($"agent:main:s{i}", e => e["label"] = $"l{i}", Ct)));

        Assert.Equal(40, bench.Store.Entries("main").Count);
        Assert.Equal("l17", bench.Store.Find("agent:main:s17")!.Label);
    }

    [Fact]
    public async Task Somebody_elses_change_is_seen()
    {
        await using var bench = new Workbench();
        await bench.Store.UpdateAsync(Key, static e => e["label"] = "before", Ct);
        Assert.Equal("before", bench.Store.Find(Key)!.Label);

        File.WriteAllText(bench.StoreFile, """{"agent:main:main":{"sessionId":"x","label":"after, longer"}}""");

        Assert.Equal("after, longer", bench.Store.Find(Key)!.Label);
    }

    [Theory]
    [InlineData("{ \"agent:main:main\": { \"sessionId\"")]
    [InlineData("[]")]
    [InlineData("{\"a\":1,\"a\":2")]
    [InlineData("{\"agent:main:x\":{},\"agent:main:x\":{}}")]
    public async Task A_damaged_store_counts_as_empty_and_is_set_aside_before_it_is_replaced(string damaged)
    {
        await using var bench = new Workbench();
        bench.Write(StoreName, damaged);

        Assert.Null(bench.Store.Find(Key));
        await bench.Store.UpdateAsync(Key, static _ => { }, Ct);

        Assert.NotNull(bench.Store.Find(Key));
        var kept = Directory.GetFiles(bench.SessionsDir, "sessions.json.unreadable.*");
        Assert.Equal(damaged, File.ReadAllText(Assert.Single(kept)));
    }

    [Fact]
    public async Task An_entry_never_grows_younger_and_always_has_a_session()
    {
        await using var bench = new Workbench();
        bench.Write(StoreName, """{"agent:main:main":{"updatedAt":99999999999999}}""");

        var entry = await bench.Store.UpdateAsync(Key, static _ => { }, Ct);

        Assert.Equal(99999999999999, entry.UpdatedAt);
        Assert.True(Guid.TryParse(entry.SessionId, out _));
    }

    [Fact]
    public async Task A_lock_of_a_dead_process_is_taken_over_and_one_of_a_living_is_waited_for()
    {
        await using var bench = new Workbench();
        await bench.Store.UpdateAsync(Key, static _ => { }, Ct);
        var lockFile = bench.StoreFile + ".lock";
        File.WriteAllText(lockFile, """{"pid":2147483646,"startedAt":1}""");
        await bench.Store.UpdateAsync(Key, static e => e["label"] = "one", Ct);

        File.WriteAllText(lockFile, $$"""{"pid":{{Environment.ProcessId}},"startedAt":1}""");
        var waiting = bench.Store.UpdateAsync(Key, static e => e["label"] = "two", Ct);
        Assert.False(waiting.IsCompleted);
        File.Delete(lockFile);
        await waiting;

        Assert.Equal("two", bench.Store.Find(Key)!.Label);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    public async Task GHSA_5xfq_5mr7_426q_a_session_id_cannot_leave_its_folder(string sessionId)
    {
        await using var bench = new Workbench();
        bench.Write(StoreName, $$"""{"agent:main:main":{"sessionId":"{{sessionId}}","updatedAt":1} }""");

        Assert.Null(bench.Store.Transcript(Key, bench.Store.Find(Key)!));
        var outcome = await bench.RunAsync("hi");
        Assert.Contains("sessions.reset", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GHSA_5xfq_5mr7_426q_a_stored_file_name_outside_is_ignored()
    {
        await using var bench = new Workbench();
        var outside = bench.Write("outside/secret.jsonl", "{}");
        bench.Write(StoreName, $$"""{"agent:main:main":{"sessionId":"plain","sessionFile":"{{outside}}"} }""");

        Assert.Equal(Path.Combine(bench.SessionsDir, "plain.jsonl"), bench.Store.Transcript(Key, bench.Store.Find(Key)!)!.FilePath);
    }

    [Fact]
    public async Task GHSA_5xfq_5mr7_426q_a_link_out_of_the_folder_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        await using var bench = new Workbench();
        var outside = bench.Write("outside/secret.jsonl", "{}");
        bench.Write(StoreName, """{"agent:main:main":{"sessionId":"linked"}}""");
        File.CreateSymbolicLink(Path.Combine(bench.SessionsDir, "linked.jsonl"), outside);

        Assert.Null(bench.Store.Transcript(Key, bench.Store.Find(Key)!));
    }
}
