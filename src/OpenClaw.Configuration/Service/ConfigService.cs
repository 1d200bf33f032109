using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Configuration.Schema;
using OpenClaw.Configuration.Writing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Frames;
using OpenClaw.Storage;

namespace OpenClaw.Configuration.Service;

/// <summary>
/// The <c>config.*</c> methods (spec 02 §9). Works on the file, not on what the gateway runs on: a client sees and changes what the
/// user wrote. Secrets leave as placeholders and come back as what they were.
/// </summary>
public sealed class ConfigService(
    ConfigPaths paths, EnvironmentVariables environment, IConfigWriter writer, IRestartScheduler restarts, TimeProvider time)
{
    private const int DefaultRestartDelayMs = 2000;
    private const int MaxRestartDelayMs = 60_000;

    /// <summary><c>config.get</c>.</summary>
    public ConfigGetResult Get() => ConfigWire.Of(ConfigLoader.Load(paths, environment));

    /// <summary><c>config.schema</c>.</summary>
    public ConfigSchemaResult Schema() => new()
    {
        Schema = ConfigWire.Element(ConfigSchema.ToJsonSchema()),
        UiHints = ConfigWire.Element(FormHints.Build()),
        Version = ProductVersion.Text,
        GeneratedAt = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary><c>config.set</c>: the file becomes this text. Nothing restarts; a running gateway sees the change by itself.</summary>
    public async Task<ConfigAnswer<ConfigSetResult>> SetAsync(ConfigSetParams parameters, CancellationToken cancellationToken)
    {
        var (result, error) = await ReplaceAsync(parameters.Raw, parameters.BaseHash, cancellationToken).ConfigureAwait(false);
        return error is not null ? error : new ConfigSetResult { Ok = true, Path = paths.ConfigFile, Config = Written(result!, parameters.Raw) };
    }

    /// <summary><c>config.apply</c>: as <see cref="SetAsync"/>, with a note and a restart.</summary>
    public async Task<ConfigAnswer<ConfigApplyResult>> ApplyAsync(ConfigApplyParams parameters, CancellationToken cancellationToken)
    {
        var (result, error) = await ReplaceAsync(parameters.Raw, parameters.BaseHash, cancellationToken).ConfigureAwait(false);
        if (error is not null)
            return error;
        var (restart, sentinel) = await RestartAsync(
            "config.apply", parameters.SessionKey, parameters.Note, parameters.RestartDelayMs, cancellationToken).ConfigureAwait(false);
        return new ConfigApplyResult
        {
            Ok = true, Path = paths.ConfigFile, Config = Written(result!, parameters.Raw), Restart = restart, Sentinel = sentinel,
        };
    }

    /// <summary><c>config.patch</c>: a merge patch onto what the user wrote, with a note and a restart.</summary>
    public async Task<ConfigAnswer<ConfigPatchResult>> PatchAsync(ConfigPatchParams parameters, CancellationToken cancellationToken)
    {
        var current = ConfigLoader.Load(paths, environment);
        if (HashError(current, parameters.BaseHash) is { } hashError)
            return hashError;
        if (!current.Valid)
            return GatewayError.Invalid("invalid config; fix before patching");
        if (!TryParse(parameters.Raw, out var document, out var syntax))
            return syntax;
        if (document.ToJson() is not JsonObject patch)
            return GatewayError.Invalid("config.patch raw must be an object");

        ConfigEdit Merge(ConfigSnapshot now) => Restored(MergePatch.Apply(now.Parsed, patch), now, layout: null, force: true);
        var (result, error) = await WriteAsync(Merge, BaseOf(current), cancellationToken).ConfigureAwait(false);
        if (error is not null)
            return error;
        var (restart, sentinel) = await RestartAsync(
            "config.patch", parameters.SessionKey, parameters.Note, parameters.RestartDelayMs, cancellationToken).ConfigureAwait(false);
        return new ConfigPatchResult
        {
            Ok = true, Path = paths.ConfigFile, Config = ConfigWire.Redacted(result!.Effective), Restart = restart, Sentinel = sentinel,
        };
    }

    private async Task<(ConfigSnapshot? Written, GatewayError? Error)> ReplaceAsync(string raw, string? baseHash, CancellationToken cancellationToken)
    {
        var current = ConfigLoader.Load(paths, environment);
        if (HashError(current, baseHash) is { } hashError)
            return (null, hashError);
        if (!TryParse(raw, out var document, out var syntax))
            return (null, syntax);
        if (document.ToJson() is not JsonObject incoming)
        {
            var kind = document.Root.Kind == Json5Kind.Text ? "string" : document.Root.Kind.ToString().ToLowerInvariant();
            return (null, ConfigWire.Invalid([new ConfigIssue("", $"Invalid input: expected object, received {kind}")]));
        }
        // A text with comments was written by a person and keeps its looks; one without came from a form, and the file keeps its own.
        var layout = document.HasComments ? raw : null;
        return await WriteAsync(now => Restored(incoming, now, layout, force: false), BaseOf(current), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ConfigSnapshot? Written, GatewayError? Error)> WriteAsync(
        Func<ConfigSnapshot, ConfigEdit> edit, string baseHash, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync(edit, baseHash, cancellationToken).ConfigureAwait(false);
        return result.Failure switch
        {
            ConfigWriteFailure.None => (result.Snapshot, null),
            ConfigWriteFailure.Invalid => (null, ConfigWire.Invalid(result.Issues)),
            ConfigWriteFailure.Busy or ConfigWriteFailure.Disk => (null, GatewayError.Unavailable(result.Message!)),
            _ => (null, GatewayError.Invalid(result.Message!)),
        };
    }

    private static ConfigEdit Restored(JsonObject target, ConfigSnapshot now, string? layout, bool force)
    {
        var restored = SecretRedaction.Restore(target, [now.Parsed, now.Resolved], out var lost);
        return lost.Count == 0
            ? ConfigEdit.To(restored) with { Layout = layout, Force = force }
            : ConfigEdit.Refuse(
                $"{lost[0]} holds the placeholder of a hidden value, but the config has no value there; send the value itself or leave the key out");
    }

    private async Task<(RestartSchedule Restart, RestartSentinel Sentinel)> RestartAsync(
        string method, string? sessionKey, string? note, long? delayMs, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromMilliseconds(Math.Clamp(delayMs ?? DefaultRestartDelayMs, 0, MaxRestartDelayMs));
        var payload = new RestartNote
        {
            Kind = "config-apply",
            Status = "ok",
            Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
            SessionKey = sessionKey,
            Message = note,
            DoctorHint = $"Run: openclaw {(paths.Profile is null ? "" : $"--profile {paths.Profile} ")}doctor --non-interactive",
            Stats = new RestartStats { Mode = method, Root = paths.ConfigFile },
        };
        var restart = restarts.Schedule(method, delay);
        var path = restart.Ok && await LeaveAsync(payload, cancellationToken).ConfigureAwait(false) ? paths.RestartSentinelFile : null;
        return (restart, new RestartSentinel { Path = path, Payload = payload });
    }

    private async Task<bool> LeaveAsync(RestartNote payload, CancellationToken cancellationToken)
    {
        var file = JsonSerializer.SerializeToUtf8Bytes(new RestartNoteFile { Version = 1, Payload = payload }, ProtocolJson.Default.RestartNoteFile);
        try
        {
            await AtomicFile.WriteAsync(paths.RestartSentinelFile, file, cancellationToken: cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The config is written and the restart is coming; only the note is lost, and the result says so by a null path.
            return false;
        }
    }

    /// <summary>The base-hash protocol: whoever changes a file must have seen it.</summary>
    private static GatewayError? HashError(ConfigSnapshot current, string? baseHash)
    {
        if (!current.Exists)
            return null;
        if (current.Hash is null)
            return GatewayError.Invalid("config base hash unavailable; re-run config.get and retry");
        if (baseHash?.Trim() is not { Length: > 0 } hash)
            return GatewayError.Invalid("config base hash required; re-run config.get and retry");
        return hash == current.Hash ? null : GatewayError.Invalid("config changed since last load; re-run config.get and retry");
    }

    private static string BaseOf(ConfigSnapshot current) => current.Hash ?? ContentHash.OfNothing;

    /// <summary>What was written, as the client sent it: without the stamp, unless the client sent one.</summary>
    private static JsonElement Written(ConfigSnapshot snapshot, string raw)
    {
        if (Json5Document.TryParse(raw, out var sent, out _) && sent.Root.Member("meta") is not null)
            return ConfigWire.Redacted(snapshot.Effective);
        var config = (JsonObject)snapshot.Effective.DeepClone();
        config.Remove("meta");
        return ConfigWire.Redacted(config);
    }

    private static bool TryParse(string raw, [NotNullWhen(true)] out Json5Document? document, [NotNullWhen(false)] out GatewayError? error)
    {
        var ok = Json5Document.TryParse(raw, out document, out var syntax);
        error = ok ? null : GatewayError.Invalid($"SyntaxError: {syntax!.WireText}");
        return ok;
    }
}
