using System.Text;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// Turns a list of messages into one prompt (spec 06 §2.1): the last thing a person or a tool said is the message to answer, what came
/// before it is put in front as context.
/// </summary>
internal sealed class ConversationText
{
    private const string Context = "[Chat messages since your last reply - for context]";
    private const string Current = "[Current message - respond to this]";

    private readonly List<Entry> _entries = [];
    private readonly List<string> _system = [];

    /// <summary>Something for the system prompt; blank text is skipped.</summary>
    public void System(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _system.Add(text.Trim());
    }

    /// <summary>Said by the person.</summary>
    public void User(string text, IReadOnlyList<ContentPart.Image> images)
    {
        if (!string.IsNullOrWhiteSpace(text) || images.Count > 0)
            _entries.Add(new Entry("User", text.Trim(), images, null));
    }

    /// <summary>Said by the assistant.</summary>
    public void Assistant(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _entries.Add(new Entry("Assistant", text.Trim(), [], null));
    }

    /// <summary>The outcome of a tool of the caller.</summary>
    /// <param name="name">Name or id to show; null when unknown.</param>
    /// <param name="callId">Id of the call it answers.</param>
    /// <param name="output">What the tool said.</param>
    public void Tool(string? name, string? callId, string output)
    {
        if (!string.IsNullOrWhiteSpace(output) || callId is not null)
            _entries.Add(new Entry(name is { Length: > 0 } ? $"Tool:{name}" : "Tool", output.Trim(), [], callId));
    }

    /// <summary>The result; null when there is nothing to answer.</summary>
    public ApiConversation? Build()
    {
        var last = _entries.FindLastIndex(static entry => entry.Sender != "Assistant");
        if (last < 0)
            last = _entries.Count - 1;
        if (last < 0)
            return null;
        var current = _entries[last];
        var prompt = current.Text;
        if (last > 0)
        {
            var text = new StringBuilder(Context);
            foreach (var entry in _entries.Take(last))
                text.Append('\n').Append(entry.Sender).Append(": ").Append(entry.Text);
            prompt = text.Append("\n\n").Append(Current).Append('\n').Append(current.Sender).Append(": ").Append(current.Text).ToString();
        }

        var results = _entries.Take(last + 1).Reverse().TakeWhile(static entry => entry.CallId is not null).Reverse()
            .Select(static entry => (entry.CallId!, entry.Text)).ToList();
        return new ApiConversation(prompt, _system.Count > 0 ? string.Join("\n\n", _system) : null, current.Images, results);
    }

    private sealed record Entry(string Sender, string Text, IReadOnlyList<ContentPart.Image> Images, string? CallId);
}
