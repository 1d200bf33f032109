using OpenClaw.Gateway.ControlPlane.Presence;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>system-presence</c> and <c>system-event</c> (spec 02 §2).</summary>
/// <param name="board">Who is there.</param>
/// <param name="versions">Counts the changes.</param>
/// <param name="publisher">Tells the others.</param>
/// <param name="noteMainSession">Queues a note for the main session's next turn.</param>
internal sealed class PresenceMethodHandlers(PresenceBoard board, StateVersions versions, PresencePublisher publisher, Action<string> noteMainSession)
{
    private const int KeyFromText = 64;

    public void Register(MethodTable table)
    {
        table.Add(PresenceMethods.SystemPresence, (_, _, _) => ValueTask.FromResult(Reply.Ok(board.List())));
        table.Add(PresenceMethods.SystemEvent, (_, parameters, _) => ValueTask.FromResult(SystemEvent(parameters)));
    }

    private Reply<OkResult> SystemEvent(SystemEventParams parameters)
    {
        if (parameters.Text?.Trim() is not { Length: > 0 } text)
            return GatewayError.Invalid("text required");
        var line = NodeLine.Parse(text);
        var (before, after) = board.Upsert(KeyOf(parameters, line, text), EntryOf(parameters, line, text));
        var note = NodeLine.Matches(text) ? PresenceChange.Describe(before, after) : text;
        if (note is not null)
            noteMainSession(note);
        publisher.Publish(versions.NextPresence());
        return OkResult.Yes;
    }

    private static string KeyOf(SystemEventParams parameters, NodeLine line, string text) =>
        Set(parameters.DeviceId) ?? Set(parameters.InstanceId) ?? line.Host ?? line.Ip ?? (text.Length > KeyFromText ? text[..KeyFromText] : text);

    private static PresenceEntry EntryOf(SystemEventParams parameters, NodeLine line, string text) => new()
    {
        Host = Set(parameters.Host) ?? line.Host,
        Ip = Set(parameters.Ip) ?? line.Ip,
        Version = Set(parameters.Version) ?? line.Version,
        Platform = Set(parameters.Platform),
        DeviceFamily = Set(parameters.DeviceFamily),
        ModelIdentifier = Set(parameters.ModelIdentifier),
        Mode = Set(parameters.Mode) ?? line.Mode,
        LastInputSeconds = parameters.LastInputSeconds is >= 0 and < long.MaxValue and var seconds ? (long)seconds : line.LastInputSeconds,
        DeviceId = Set(parameters.DeviceId),
        Roles = parameters.Roles,
        Scopes = parameters.Scopes,
        InstanceId = Set(parameters.InstanceId),
        Reason = Set(parameters.Reason) ?? line.Reason,
        Tags = parameters.Tags,
        Text = text,
        Ts = 0,
    };

    private static string? Set(string? text) => text?.Trim() is { Length: > 0 } value ? value : null;
}
