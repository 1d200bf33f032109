using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Chat;

/// <summary>Conversations.</summary>
public static class ChatMethods
{
    /// <summary>The end of a transcript.</summary>
    public static MethodDefinition<ChatHistoryParams, ChatHistoryResult> History { get; } = new(
        "chat.history",
        MethodScope.Read,
        static () => ProtocolJson.Default.ChatHistoryParams,
        static () => ProtocolJson.Default.ChatHistoryResult)
    {
        Summary = "The end of a transcript.",
    };

    /// <summary>Stops running replies.</summary>
    public static MethodDefinition<ChatAbortParams, ChatAbortResult> Abort { get; } = new(
        "chat.abort",
        MethodScope.Write,
        static () => ProtocolJson.Default.ChatAbortParams,
        static () => ProtocolJson.Default.ChatAbortResult)
    {
        Summary = "Stops running replies.",
    };

    /// <summary>Says something in a session; the reply arrives as events.</summary>
    public static MethodDefinition<ChatSendParams, ChatSendResult> Send { get; } = new(
        "chat.send",
        MethodScope.Write,
        static () => ProtocolJson.Default.ChatSendParams,
        static () => ProtocolJson.Default.ChatSendResult)
    {
        Summary = "Says something in a session; the reply arrives as events.",
    };

    /// <summary>Adds an assistant message to a transcript.</summary>
    public static MethodDefinition<ChatInjectParams, ChatInjectResult> Inject { get; } = new(
        "chat.inject",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ChatInjectParams,
        static () => ProtocolJson.Default.ChatInjectResult)
    {
        Summary = "Adds an assistant message to a transcript.",
        Advertised = false,
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [History, Abort, Send, Inject];
}
