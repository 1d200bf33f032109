using System.Text.Json;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>chat.*</c> (spec 02 §5).</summary>
internal sealed class ChatMethodHandlers(
    ChatRuns chats, SessionAccess access, SessionStore store, ModelSelection models, ModelCatalog catalog, RunEvents events)
{
    public void Register(MethodTable table)
    {
        table.Add(ChatMethods.History, History);
        table.Add(ChatMethods.Abort, (_, parameters, _) => ValueTask.FromResult(chats.Abort(parameters)));
        table.Add(ChatMethods.Send, (context, parameters, _) => ValueTask.FromResult(chats.Send(context.Caller, parameters, context.AfterReply)));
        table.Add(ChatMethods.Inject, InjectAsync);
    }

    private ValueTask<Reply<ChatHistoryResult>> History(MethodContext context, ChatHistoryParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("chat.history", parameters.SessionKey);
        if (unknown is not null)
            return ValueTask.FromResult<Reply<ChatHistoryResult>>(unknown);
        var entry = store.Find(key);
        var transcript = entry is null ? null : store.Transcript(key, entry);
        IReadOnlyList<JsonElement> messages = transcript is { Exists: true }
            ? TranscriptHistory.Last(transcript.FilePath, (int)(parameters.Limit ?? ProtocolLimits.DefaultHistoryMessages), ProtocolLimits.MaxHistoryBytes)
            : [];
        return ValueTask.FromResult<Reply<ChatHistoryResult>>(new ChatHistoryResult
        {
            SessionKey = parameters.SessionKey,
            SessionId = entry?.SessionId,
            Messages = messages,
            ThinkingLevel = models.Thinking(entry, ModelOf(key, entry)),
        });
    }

    private async ValueTask<Reply<ChatInjectResult>> InjectAsync(MethodContext context, ChatInjectParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("chat.inject", parameters.SessionKey);
        if (unknown is not null)
            return unknown;
        if (store.Find(key) is not { SessionId: { } sessionId } entry)
            return GatewayError.Invalid("session not found");
        if (store.Transcript(key, entry) is not { Exists: true } transcript)
            return GatewayError.Invalid("transcript file not found");
        var text = parameters.Label?.Trim() is { Length: > 0 } label ? $"[{label}]\n\n{parameters.Message}" : parameters.Message;
        try
        {
            var (id, message) = await transcript.AddInjectedAsync(sessionId, store.Agents.Workspace(store.AgentOf(key)), text, ct).ConfigureAwait(false);
            events.Injected($"inject-{id}", parameters.SessionKey, message.Deserialize(ProtocolJson.Default.ChatMessage)!);
            return new ChatInjectResult { Ok = true, MessageId = id };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return GatewayError.Unavailable($"failed to write transcript: {problem.Message}");
        }
    }

    private ModelInfo? ModelOf(string key, StoredSession? entry) => entry?.Text("modelOverride") is { } id
        ? catalog.Resolve(new ModelRef(entry.Text("providerOverride") ?? ModelRef.Default.Provider, id))
        : models.DefaultInfo(store.AgentOf(key));
}
