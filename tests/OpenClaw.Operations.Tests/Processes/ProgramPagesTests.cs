using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Tests.Processes;

public class ProgramPagesTests
{
    [Fact]
    public void Only_unchanged_read_only_pages_of_files_are_let_go()
    {
        var given = ProgramPages.Clean(
        [
            "400000-500000 r-xp 00000000 fd:01 7 /usr/bin/openclaw", "Size: 1024 kB", "Rss: 600 kB", "Anonymous: 0 kB", "VmFlags: rd ex mr",
            "500000-600000 r--p 00100000 fd:01 7 /usr/bin/openclaw", "Rss: 64 kB", "Anonymous: 12 kB",
            "600000-700000 rw-p 00200000 fd:01 7 /usr/bin/openclaw", "Rss: 64 kB", "Anonymous: 0 kB",
            "700000-800000 r--p 00000000 00:00 0", "Rss: 64 kB", "Anonymous: 0 kB",
            "800000-900000 r--p 00000000 00:00 0 [vvar]", "Rss: 64 kB", "Anonymous: 0 kB",
            "900000-a00000 r--p 00000000 fd:01 8 /usr/lib/lib with space.so", "Rss: 8 kB", "Anonymous: 0 kB",
            "a00000-b00000 r--p 00000000 fd:01 9 /usr/lib/gone.so (deleted)", "Rss: 8 kB", "Anonymous: 0 kB",
            "b00000-c00000 r--s 00000000 fd:01 9 /var/shared", "Rss: 8 kB", "Anonymous: 0 kB",
            "c00000-d00000 r--p 00000000 fd:01 9 /usr/lib/never-read.so", "Rss: 0 kB", "Anonymous: 0 kB",
        ]).ToList();

        Assert.Equal([((nint)0x400000, (nuint)0x100000, 600 * 1024L), (0x900000, 0x100000, 8 * 1024L)], given);
    }
}
