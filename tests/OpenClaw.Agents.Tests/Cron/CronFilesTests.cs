using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Tests.Cron;

public sealed class CronFilesTests
{
    private const string Foreign = """
        // kept by hand
        { version: 1, theme: "dark", jobs: [
          { id: "a-1", name: "one", enabled: true, createdAtMs: 1, updatedAtMs: 1, colour: "red",
            schedule: { kind: "every", everyMs: 60000, jitterMs: 5 }, sessionTarget: "isolated", wakeMode: "now",
            payload: { kind: "agentTurn", message: "m", allowUnsafeExternalContent: true }, state: { consecutiveErrors: 2 } },
          { id: "../../etc/passwd", name: "two", enabled: true, createdAtMs: 1, updatedAtMs: 1,
            schedule: { kind: "every", everyMs: 60000 }, sessionTarget: "main", wakeMode: "now", payload: { kind: "systemEvent", text: "t" }, state: {} },
          { id: "b-1", note: "no schedule" },
        ] }
        """;

    [Fact]
    public async Task A_file_written_by_hand_or_by_another_release_is_read_and_nothing_of_it_is_lost()
    {
        await using var bench = new CronBench();
        Directory.CreateDirectory(Path.GetDirectoryName(bench.File)!);
        System.IO.File.WriteAllText(bench.File, Foreign);

        Assert.Equal("a-1", Assert.Single(bench.Service.List(true)).Id);
        bench.Service.Update("a-1", new CronJobPatch { Name = "uno" });

        var file = JsonNode.Parse(System.IO.File.ReadAllText(bench.File))!;
        Assert.Equal("dark", (string?)file["theme"]);
        Assert.Equal(3, file["jobs"]!.AsArray().Count);
        var job = file["jobs"]![0]!;
        Assert.Equal("uno", (string?)job["name"]);
        Assert.Equal("red", (string?)job["colour"]);
        Assert.Equal(5, (int?)job["schedule"]!["jitterMs"]);
        Assert.True((bool?)job["payload"]!["allowUnsafeExternalContent"]);
        Assert.Equal(2, (int?)job["state"]!["consecutiveErrors"]);
        Assert.Equal(2, bench.Problems.Count);
        Assert.Equal(System.IO.File.ReadAllText(bench.File), System.IO.File.ReadAllText(bench.File + ".bak"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(bench.File));
    }

    [Fact]
    public async Task A_broken_file_is_kept_aside_and_the_copy_is_used()
    {
        await using var bench = new CronBench();
        var job = bench.Add("tea", CronBench.Every(TimeSpan.FromHours(1)));
        System.IO.File.WriteAllText(bench.File, "{ version: 1, jobs: [ {");

        await bench.RestartAsync(start: false);

        Assert.Equal(job.Id, Assert.Single(bench.Service.List(true)).Id);
        Assert.Equal("{ version: 1, jobs: [ {", System.IO.File.ReadAllText(bench.File + ".unreadable"));
        Assert.Contains("jobs.json.bak", Assert.Single(bench.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_refuses_leaves_no_half_job()
    {
        await using var bench = new CronBench();
        var directory = Path.GetDirectoryName(bench.File)!;
        Directory.CreateDirectory(Path.GetDirectoryName(directory)!);
        System.IO.File.WriteAllText(directory, "in the way");

        Assert.ThrowsAny<Exception>(() => bench.Add("tea", CronBench.Every(TimeSpan.FromHours(1))));

        Assert.Empty(bench.Service.List(true));
    }

    [Fact]
    public async Task Every_run_leaves_a_line_and_a_long_log_keeps_its_end()
    {
        await using var bench = new CronBench();
        bench.Work = static (_, _) => Task.FromResult(new Agents.Cron.CronOutcome("ok", Summary: new string('x', 1500)));
        var job = bench.Add("tick", CronBench.Every(TimeSpan.FromHours(1)));
        for (var i = 0; i < 3; i++)
            await bench.Service.RunAsync(job.Id, force: true, TestContext.Current.CancellationToken);
        var log = Path.Combine(Path.GetDirectoryName(bench.File)!, "runs", job.Id + ".jsonl");
        Assert.Equal(3, bench.Service.Runs(job.Id, 200).Count);
        Assert.Equal(2, bench.Service.Runs(job.Id, 2).Count);

        var line = System.IO.File.ReadAllLines(log)[0];
        System.IO.File.WriteAllLines(log, Enumerable.Repeat(line, 2500));
        await bench.Service.RunAsync(job.Id, force: true, TestContext.Current.CancellationToken);

        Assert.Equal(2000, System.IO.File.ReadAllLines(log).Length);
        Assert.Empty(bench.Service.Runs("../../jobs", 10));
    }

    [Fact]
    public async Task Ten_thousand_jobs_load_and_are_found_when_due()
    {
        await using var bench = new CronBench();
        var jobs = new JsonArray();
        for (var i = 0; i < 10_000; i++)
        {
            jobs.Add(JsonNode.Parse($$$"""
                {"id":"j-{{{i}}}","name":"job {{{i}}}","enabled":true,"createdAtMs":1,"updatedAtMs":1,
                 "schedule":{"kind":"cron","expr":"{{{i % 60}}} {{{i % 24}}} * * *","tz":"Europe/Copenhagen"},
                 "sessionTarget":"main","wakeMode":"next-heartbeat","payload":{"kind":"systemEvent","text":"t"},"state":{}}
                """));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(bench.File)!);
        System.IO.File.WriteAllText(bench.File, new JsonObject { ["version"] = 1, ["jobs"] = jobs }.ToJsonString());
        var watch = Stopwatch.StartNew();
        Assert.Equal(10_000, bench.Service.List(true).Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"loaded in {watch.ElapsedMilliseconds} ms");

        bench.Service.Start();
        await bench.PassAsync(TimeSpan.FromMinutes(25));

        Assert.NotEmpty(bench.Ran);
        Assert.All(bench.Ran, run => Assert.Equal(0, run.At.Second));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bench.Ran.Count} runs, {watch.ElapsedMilliseconds} ms in all");
    }
}
