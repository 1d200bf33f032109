namespace OpenClaw.Agents.Prompts;

/// <summary>The sections about how to answer: tags, messaging, voice, group, reactions, silence, heartbeats (spec 08 §12, 15 to 20, 22, 23).</summary>
internal static class ConversationSections
{
    public static IEnumerable<string> ReplyTags() =>
    [
        "## Reply Tags",
        "To answer as a reply to a message, on channels that can, put one tag into your answer:",
        "- [[reply_to_current]] replies to the message that you are answering.",
        "- [[reply_to:<id>]] replies to another one; use it only with an id that you were given.",
        "Blanks inside the brackets are allowed. The tag is taken out before the answer is sent.",
    ];

    public static IEnumerable<string> Messaging(SystemPromptInput input)
    {
        yield return "## Messaging";
        yield return "- Your answer in this session goes to where the message came from by itself.";
        if (input.Has("sessions_send"))
            yield return "- To reach another session, use sessions_send with its key.";
        yield return "- Do not use exec or curl to send messages; the gateway does the routing.";
        if (!input.Has("message"))
            yield break;
        yield return "- Use the message tool for messages you send on your own account, to other chats, and for channel actions such as polls and reactions.";
        yield return "- For action=send give `to` and `message`; add `channel` when more than one channel is configured.";
        yield return $"- When you have sent what the user should see with action=send, answer with exactly {SystemPrompt.SilentReply}, so that it does not arrive twice.";
        if (input.ChannelCapabilities.Contains("inlineButtons", StringComparer.OrdinalIgnoreCase))
            yield return "- Buttons under a message: action=send with `buttons`, rows of {text, callback_data}; the choice comes back as a user message.";
    }

    public static IEnumerable<string> Voice(SystemPromptInput input) => input.Voice is null ? [] : ["## Voice (TTS)", input.Voice];

    public static IEnumerable<string> Extra(SystemPromptInput input) => input.Extra is not { Length: > 0 } extra
        ? []
        : [input.Mode == PromptMode.Minimal ? "## Subagent Context" : "## Group Chat Context", extra];

    public static IEnumerable<string> Reactions(SystemPromptInput input) => input.ReactionLevel switch
    {
        "minimal" =>
        [
            "## Reactions",
            $"You may react to messages on {input.Channel ?? "this channel"} with an emoji, sparingly: when something really moves or amuses you, or to confirm that you have seen it. At most one in five to ten messages, never to routine ones.",
        ],
        "extensive" =>
        [
            "## Reactions",
            $"You may react freely to messages on {input.Channel ?? "this channel"} with an emoji: to confirm, to agree, to show that you understand or that something made you smile. Let it feel natural.",
        ],
        _ => [],
    };

    public static IEnumerable<string> ReasoningFormat(SystemPromptInput input) => !input.ReasoningTags
        ? []
        : [
            "## Reasoning Format",
            "Put all your thinking between <think> and </think>, and everything that the user is to read between <final> and </final>. Nothing outside these tags; only what is in <final> is shown.",
        ];

    public static IEnumerable<string> Silence() =>
    [
        "## Silent Replies",
        $"When there is nothing worth saying, answer with exactly {SystemPrompt.SilentReply} and nothing else; it is not delivered. Never add it to a real answer.",
    ];

    public static IEnumerable<string> Heartbeats(SystemPromptInput input) => input.HeartbeatPrompt is not { } heartbeat
        ? []
        : [
            "## Heartbeats",
            $"From time to time you receive this text: {heartbeat}",
            $"If nothing needs attention, answer with exactly {SystemPrompt.HeartbeatOk}. Otherwise describe what does, without that word.",
        ];
}
