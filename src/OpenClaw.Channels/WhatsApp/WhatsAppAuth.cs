using System.Text.Json;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Targets;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Where the login of an account is kept and what it says (spec 10 §7.2). The layout is the original's.</summary>
public static class WhatsAppAuth
{
    private const string Creds = "creds.json";

    // Ours: WhatsApp revoked the login that the files beside it still hold.
    private const string LoggedOut = "logged-out";

    private static readonly string[] s_files = [Creds, Creds + ".bak", LoggedOut, "channel.lock", "channel-polls.json", "inbound.journal"];

    private static readonly string[] s_families =
        ["app-state-sync-", "session-", "sender-key-", "pre-key-", "device-list-", "lid-mapping-", "tctoken-", "identity-key-"];

    /// <summary>The folder of an account's login: as configured, else its own, else for the default account the one all channels once shared.</summary>
    public static string Folder(ConfigSnapshot config, ConfigPaths paths, string accountId)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(paths);
        if (AccountConfigs.Section(config.Config, WhatsAppChannel.Id, accountId)["authDir"] is { } configured
            && configured.GetValueKind() == JsonValueKind.String && configured.GetValue<string>().Trim() is { Length: > 0 } text)
            return paths.Expand(text);
        var own = Path.Combine(paths.CredentialsDir, WhatsAppChannel.Id, accountId);
        return accountId == AccountIds.Default && !File.Exists(Path.Combine(own, Creds)) && File.Exists(Path.Combine(paths.CredentialsDir, Creds))
            ? paths.CredentialsDir
            : own;
    }

    /// <summary>What the files in a folder say.</summary>
    public static LinkState Read(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var file = new FileInfo(Path.Combine(folder, Creds));
        try
        {
            // A file that was cut off is mended by the sidecar from its backup, so that one counts here too.
            if (Parse(file.FullName) is not { } creds && Parse(file.FullName + ".bak") is not { } backup)
                return new LinkState(false, Problem: file.Exists ? $"{file.FullName} cannot be read; link the account again" : null);
            var root = Parse(file.FullName) ?? Parse(file.FullName + ".bak")!.Value;
            var written = file.Exists ? file.LastWriteTimeUtc : File.GetLastWriteTimeUtc(file.FullName + ".bak");
            var age = time.GetUtcNow() - new DateTimeOffset(written, TimeSpan.Zero);
            var (jid, name) = Self(root);
            if (jid is null)
                return new LinkState(false);
            var mark = new FileInfo(Path.Combine(folder, LoggedOut));
            return mark.Exists && mark.LastWriteTimeUtc >= written
                ? new LinkState(false, age, WhatsAppTargets.JidToE164(jid), jid, name, "logged out")
                : new LinkState(true, age, WhatsAppTargets.JidToE164(jid), jid, name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new LinkState(false, Problem: $"{folder}: {problem.Message}");
        }
    }

    /// <summary>Notes that WhatsApp revoked the login; the next login of whatever program writes its files later and counts again.</summary>
    public static void MarkLoggedOut(string folder) => AtomicFile.Write(Path.Combine(folder, LoggedOut), "WhatsApp ended this login. Link the account again.\n");

    /// <summary>
    /// Removes a login. In the folder that is an account's own by default everything goes; in one that somebody named, or that once served
    /// all channels, only what is known to be WhatsApp's, so that nobody loses a file by a setting.
    /// </summary>
    /// <returns>True when credentials were there.</returns>
    public static bool Clear(string folder, ConfigPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (!Directory.Exists(folder))
            return false;
        var had = File.Exists(Path.Combine(folder, Creds)) || File.Exists(Path.Combine(folder, Creds + ".bak")) || File.Exists(Path.Combine(folder, LoggedOut));
        if (Path.GetDirectoryName(Path.GetFullPath(folder)) == Path.Combine(paths.CredentialsDir, WhatsAppChannel.Id))
        {
            Directory.Delete(folder, recursive: true);
            return had;
        }

        foreach (var file in Directory.EnumerateFiles(folder).Where(static file => IsOfLogin(Path.GetFileName(file))))
            File.Delete(file);
        if (folder != paths.CredentialsDir && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
        return had;
    }

    private static bool IsOfLogin(string name) =>
        s_files.Contains(name) || (name.EndsWith(".json", StringComparison.Ordinal) && s_families.Any(family => name.StartsWith(family, StringComparison.Ordinal)));

    private static JsonElement? Parse(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string? Jid, string? Name) Self(JsonElement creds)
    {
        if (!creds.TryGetProperty("me", out var me) || me.ValueKind != JsonValueKind.Object)
            return (null, null);
        string? Text(string member) => me.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return (Text("id"), Text("name"));
    }
}
