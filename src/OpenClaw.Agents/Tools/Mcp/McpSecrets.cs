using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>Takes a server's own secrets out of what it says when it fails.</summary>
internal static class McpSecrets
{
    private const int MaxChars = 300;

    // Shorter values are words like "true" or "8080", whose removal would only make the message unreadable.
    private const int ShortestSecret = 6;

    /// <summary>The whole chain of reasons: the outermost one alone says only that it did not work.</summary>
    public static string Reason(Exception problem)
    {
        var messages = new List<string>();
        for (var one = problem; one is not null && messages.Count < 4; one = one.InnerException)
        {
            if (!messages.Any(message => message.Contains(one.Message, StringComparison.Ordinal)))
                messages.Add(one.Message.Trim());
        }

        return string.Join(" ", messages);
    }

    public static string Hide(string message, McpServerConfig config)
    {
        foreach (var value in config.Env.Values.Concat(config.Headers.Values).Where(static value => value.Length >= ShortestSecret))
        {
            message = message.Replace(value, "***", StringComparison.Ordinal);
            if (value.LastIndexOf(' ') is var blank and > 0 && value.Length - blank > ShortestSecret)
                message = message.Replace(value[(blank + 1)..], "***", StringComparison.Ordinal);
        }

        message = message.ReplaceLineEndings(" ").Trim();
        return message.Length > MaxChars ? message[..MaxChars] + "…" : message;
    }
}
