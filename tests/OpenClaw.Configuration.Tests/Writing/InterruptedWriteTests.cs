using System.Globalization;

namespace OpenClaw.Configuration.Tests.Writing;

public class InterruptedWriteTests
{
    private const int Writes = 1000;

    [Fact]
    [Trait("Runbook", "G3")]
    public async Task Kill_9_during_a_thousand_writes_leaves_the_old_or_the_new_content_at_every_instant()
    {
        using var home = new ConfigHome("{}");
        using var done = new CancellationTokenSource();
        var watch = Task.Run(() => Watch(home, done.Token), TestContext.Current.CancellationToken);
        var random = new Random(20260130);
        var kills = 0;
        for (var written = 0; written < Writes; kills++)
        {
            using var child = WriteLoop.Start(home);
            for (var lines = random.Next(40, 200); lines > 0; lines--)
                written = int.Parse((await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
            // A few looks more or less, so that the kill falls anywhere in a write.
            for (var looks = random.Next(0, 8); looks > 0; looks--)
                WholeContent(home);
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.InRange(WholeContent(home), written, int.MaxValue);
        }
        await done.CancelAsync();
        Assert.InRange(await watch, 1, int.MaxValue);
        Assert.InRange(kills, 4, int.MaxValue);
    }

    [Fact]
    [Trait("Runbook", "G3")]
    public async Task A_killed_writer_leaves_no_lock_and_the_next_write_clears_its_leftovers()
    {
        using var home = new ConfigHome("{}");
        using (var child = WriteLoop.Start(home))
        {
            await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        home["openclaw.json.1.00000000000000000000000000000000.tmp"] = "{ half";

        using var next = WriteLoop.Start(home, size: 10);
        var line = await next.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await next.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(int.TryParse(line, out _), line);
        Assert.Empty(Directory.GetFiles(home.Paths.StateDir, "*.tmp"));
    }

    [Fact]
    [Trait("Runbook", "G3")]
    public async Task A_disk_that_takes_only_half_of_the_file_leaves_the_old_one_and_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit on file sizes is a Unix one.");
        using var home = new ConfigHome("{ ui: {} }");

        // 16 blocks of 512 bytes (or 1024, as the shell counts) are less than the 100,000 that are to be written.
        using var child = WriteLoop.Start(home, limit: "16", size: 100_000);
        var line = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("Disk: cannot write", line);
        Assert.Equal("{ ui: {} }", home.Text);
        Assert.Empty(Directory.GetFiles(home.Paths.StateDir, "*.tmp"));
    }

    /// <summary>Looks at the file again and again; content never goes back to an earlier write. Returns the number of looks.</summary>
    private static int Watch(ConfigHome home, CancellationToken cancellationToken)
    {
        var looks = 0;
        for (var last = 0; !cancellationToken.IsCancellationRequested; looks++)
        {
            var seen = WholeContent(home);
            Assert.InRange(seen, last, int.MaxValue);
            last = seen;
        }
        return looks;
    }

    /// <summary>The number of the write whose content is in the file. Fails when the file is anything but whole.</summary>
    private static int WholeContent(ConfigHome home)
    {
        var snapshot = home.Load();
        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues) + "\n" + snapshot.Raw);
        Assert.True(snapshot.Exists);
        Assert.Equal(snapshot.Config.Messages.MessagePrefix, snapshot.Config.Wizard.LastRunAt);
        var number = int.Parse(snapshot.Config.Wizard.LastRunAt ?? "0", CultureInfo.InvariantCulture);
        if (number > 0)
            Assert.Equal(WriteLoop.Content(number, 2000 + (number % 7 * 900))["env"]!["vars"]!["FILL"]!.GetValue<string>(), snapshot.Environment["FILL"]);
        return number;
    }
}
