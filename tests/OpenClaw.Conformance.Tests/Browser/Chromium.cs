using System.Diagnostics;

namespace OpenClaw.Conformance.Tests.Browser;

/// <summary>A headless Chromium of the system, driven over its DevTools socket.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly Process _process;
    private readonly DirectoryInfo _profile;

    private readonly Task _draining;

    private Chromium(Process process, DirectoryInfo profile, DevTools devTools)
    {
        _process = process;
        _profile = profile;
        DevTools = devTools;
        // A full pipe would stop the browser.
        _draining = Task.WhenAll(
            process.StandardError.BaseStream.CopyToAsync(Stream.Null),
            process.StandardOutput.BaseStream.CopyToAsync(Stream.Null));
    }

    private DevTools DevTools { get; }

    public static async Task<Chromium> StartAsync(CancellationToken ct)
    {
        var profile = Directory.CreateTempSubdirectory("openclaw-chromium-");
        var process = Process.Start(new ProcessStartInfo(Find(),
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            return new Chromium(process, profile, await DevTools.ConnectAsync(await SocketAsync(process, ct), ct));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public async Task<Page> OpenAsync(Uri address, CancellationToken ct, string colorScheme = "light") =>
        await Page.OpenAsync(DevTools, address, colorScheme, ct);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("OPENCLAW_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return s_names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium: install it (Debian: apt-get install chromium) or set OPENCLAW_CHROMIUM");
    }

    /// <summary>The browser prints the address of its DevTools socket when it is up.</summary>
    private static async Task<Uri> SocketAsync(Process process, CancellationToken ct)
    {
        const string Announcement = "DevTools listening on ";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..]);
            }
            said.Add(line);
        }
        throw new InvalidOperationException($"Chromium ended before it listened:\n{string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        await DevTools.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _draining;
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser may still be writing; the system clears its temp folder.
        }
    }
}
