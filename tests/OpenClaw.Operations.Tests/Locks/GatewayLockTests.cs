using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Operations.Locks;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Tests.Locks;

public sealed class GatewayLockTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    private string ConfigFile => _directory.File("openclaw.json");

    public void Dispose()
    {
        File.Delete(OriginalLock.PathFor(ConfigFile));
        _directory.Dispose();
    }

    [Fact]
    [Trait("Runbook", "B4")]
    public void The_second_gateway_is_refused_and_told_pid_and_port_of_the_first()
    {
        using var first = Take(out _);

        Assert.NotNull(first);
        Assert.Null(Take(out var holder));
        Assert.Equal($"gateway already running (pid {Environment.ProcessId}, port 18789)", holder!.Describe());
        Assert.Equal(18789, GatewayLock.FindHolder(_directory.Path)?.Port);
    }

    [Fact]
    public void A_released_lock_can_be_taken_again_and_leaves_nothing_of_the_originals()
    {
        Take(out _)!.Dispose();

        Assert.False(File.Exists(OriginalLock.PathFor(ConfigFile)));
        Assert.Null(GatewayLock.FindHolder(_directory.Path));
        using var again = Take(out _);
        Assert.NotNull(again);
    }

    [Fact]
    public void The_originals_file_is_written_in_its_format()
    {
        using var held = Take(out _);

        var path = OriginalLock.PathFor(ConfigFile);
        var content = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Assert.Matches("gateway\\.[0-9a-f]{8}\\.lock$", path);
        Assert.Equal(Environment.ProcessId, content["pid"]!.GetValue<int>());
        Assert.Equal(ConfigFile, content["configPath"]!.GetValue<string>());
        Assert.EndsWith("Z", content["createdAt"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(OperatingSystem.IsLinux(), content.ContainsKey("startTime"));
    }

    [Fact]
    [Trait("Runbook", "B4")]
    public void A_living_original_keeps_us_out()
    {
        using var other = Process.Start("sleep", "60");
        try
        {
            WriteOriginal(other.Id, ProcessFacts.StartTicks(other.Id));

            Assert.Null(Take(out var holder));
            Assert.Equal(other.Id, holder?.Pid);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    [Trait("Runbook", "B4")]
    public void A_dead_owner_heals()
    {
        WriteOriginal(pid: 2_000_000_000, startTime: 1);

        using var held = Take(out _);

        Assert.NotNull(held);
    }

    [Fact]
    public void A_reused_pid_is_not_the_owner()
    {
        using var other = Process.Start("sleep", "60");
        try
        {
            WriteOriginal(other.Id, startTime: 1);

            using var held = Take(out _);

            Assert.Equal(OperatingSystem.IsLinux(), held is not null);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public void An_unreadable_file_keeps_us_out_for_thirty_seconds_only()
    {
        var path = OriginalLock.PathFor(ConfigFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{");
        File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);

        Assert.Null(Take(out _));
        _time.Advance(TimeSpan.FromSeconds(31));
        using var held = Take(out _);
        Assert.NotNull(held);
    }

    private GatewayLock? Take(out LockHolder? holder) =>
        GatewayLock.TryAcquire(_directory.Path, ConfigFile, 18789, _time, out holder);

    private void WriteOriginal(int pid, long? startTime)
    {
        var path = OriginalLock.PathFor(ConfigFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var content = new JsonObject { ["pid"] = pid, ["createdAt"] = "2020-01-01T00:00:00.000Z", ["configPath"] = ConfigFile, ["startTime"] = startTime };
        File.WriteAllText(path, content.ToJsonString());
    }
}
