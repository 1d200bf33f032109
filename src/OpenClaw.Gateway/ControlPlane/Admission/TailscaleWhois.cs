using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Runs <c>tailscale whois --json ADDRESS</c> (spec 01 §7.2): 5 s at most, an answer is kept 60 s, a failure 5 s, 256 addresses at most.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="executable">The program, looked up on the search path.</param>
internal sealed class TailscaleWhois(TimeProvider time, string executable = "tailscale") : ITailscaleWhois
{
    private const int MaxKept = 256;
    private const int MaxOutput = 256 * 1024;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_keepAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_keepFailure = TimeSpan.FromSeconds(5);
    private static readonly string[] s_profiles = ["UserProfile", "userProfile", "User"];
    private static readonly string[] s_logins = ["LoginName", "Login", "login", "loginName"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string? Login, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    public async ValueTask<string?> LoginOfAsync(string address, CancellationToken cancellationToken)
    {
        // Only an address ever reaches the command line.
        if (!IPAddress.TryParse(address, out var parsed))
            return null;
        var key = Addresses.Normalise(parsed).ToString();
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var known) && known.Until > time.GetUtcNow())
                return known.Login;
        }
        var login = await AskAsync(key, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_kept.Count >= MaxKept)
                _kept.Clear();
            _kept[key] = (login, time.GetUtcNow() + (login is null ? s_keepFailure : s_keepAnswer));
        }
        return login;
    }

    private async Task<string?> AskAsync(string address, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(executable, ["whois", "--json", address])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_limit);
        try
        {
            process.Start();
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, deadline.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, deadline.Token).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return process.ExitCode == 0 && output is not null ? LoginIn(output) : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or JsonException or OperationCanceledException)
        {
            End(process);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>The login in the daemon's answer, whichever of its shapes it uses.</summary>
    internal static string? LoginIn(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in s_profiles)
        {
            if (root.TryGetProperty(name, out var profile) && profile.ValueKind == JsonValueKind.Object && FirstLogin(profile) is { } login)
                return login;
        }
        return FirstLogin(root);
    }

    private static string? FirstLogin(JsonElement element)
    {
        foreach (var name in s_logins)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } login)
                return login;
        }
        return null;
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxOutput];
        var length = await stream.ReadAtLeastAsync(buffer, MaxOutput, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length == MaxOutput ? null : buffer[..length];
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended by itself, or never started; either way nothing is left to end.
            return;
        }
    }
}
