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
