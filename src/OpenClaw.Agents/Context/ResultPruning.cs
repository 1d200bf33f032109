using System.Globalization;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Context;

/// <summary>
/// Leaves old tool results out of what the model is sent when the provider's cache has gone cold anyway (spec 08 §13.3): long ones keep head
/// and tail, and while the window is still too full, they are replaced. The transcript keeps everything.
/// </summary>
internal static class ResultPruning
{
    private const string Cleared = "[This old tool result was left out to save room; run the tool again if it is needed.]";
    private static readonly TimeSpan s_usualTtl = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_anthropicTtl = TimeSpan.FromHours(1);

    /// <summary>After how long the cache counts as cold; null: results of this model are never left out.</summary>
    public static TimeSpan? Ttl(ContextPruningConfig config, ModelRef model)
    {
        if (!Caches(model) || config.Mode == "off")
            return null;
        if (config.Mode is null)
            return s_anthropicTtl;
        return TtlText.Parse(config.Ttl) is { } ttl && ttl > TimeSpan.Zero ? ttl : s_usualTtl;
    }

    /// <summary>The conversation as it is sent.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="window">Tokens of the window.</param>
    public static List<ModelMessage> Apply(List<ModelMessage> messages, ContextPruningConfig config, long window)
    {
        var room = (double)window * TokenEstimate.CharsPerToken;
        var size = messages.Sum(TokenEstimate.Chars);
        var candidates = Candidates(messages, config);
        if (candidates.Count == 0 || size / room < config.SoftTrimRatio)
            return messages;
        List<ModelMessage> pruned = [.. messages];
        foreach (var i in candidates)
        {
            if (Trimmed((ModelMessage.ToolResult)pruned[i], config) is not { } shorter)
                continue;
            size += TokenEstimate.Chars(shorter) - TokenEstimate.Chars(pruned[i]);
            pruned[i] = shorter;
        }

        if (!config.HardClear || candidates.Sum(i => TokenEstimate.Chars(pruned[i])) < config.MinPrunableToolChars)
            return pruned;
        foreach (var i in candidates.TakeWhile(_ => size / room >= config.HardClearRatio))
        {
            var replaced = (ModelMessage.ToolResult)pruned[i] with { Content = [new ContentPart.Text(config.Placeholder ?? Cleared)] };
            size += TokenEstimate.Chars(replaced) - TokenEstimate.Chars(pruned[i]);
            pruned[i] = replaced;
        }

        return pruned;
    }

    private static bool Caches(ModelRef model) =>
        model.Provider == "anthropic" || (model.Provider == "openrouter" && model.Id.StartsWith("anthropic/", StringComparison.Ordinal));

    /// <summary>Results after the first user message and before the newest answers, without pictures, of tools that may be touched.</summary>
    private static List<int> Candidates(List<ModelMessage> messages, ContextPruningConfig config)
    {
        var first = messages.FindIndex(static message => message is ModelMessage.User);
        var answers = 0;
        var end = messages.Count;
        while (end > 0 && answers < config.KeepLastAssistants)
        {
            if (messages[--end] is ModelMessage.Assistant)
                answers++;
        }

        if (first < 0 || answers < config.KeepLastAssistants)
            return [];
        return [.. Enumerable.Range(first, Math.Max(0, end - first)).Where(i => messages[i] is ModelMessage.ToolResult result
            && result.Content.All(static part => part is ContentPart.Text) && Touches(config, result.ToolName))];
    }

    private static bool Touches(ContextPruningConfig config, string tool) =>
        config.DenyTools?.Any(pattern => Matches(pattern, tool)) != true
        && (config.AllowTools is not { Count: > 0 } allowed || allowed.Any(pattern => Matches(pattern, tool)));

    private static bool Matches(string pattern, string tool) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Trim(), tool, ignoreCase: true);

    private static ModelMessage.ToolResult? Trimmed(ModelMessage.ToolResult result, ContextPruningConfig config)
    {
        var text = result.Text;
        if (text.Length <= config.SoftMaxChars || text.Length <= config.SoftHeadChars + config.SoftTailChars)
            return null;
        var shorter = ConversationText.Shorten(text, config.SoftHeadChars, config.SoftTailChars);
        return result with
        {
            Content = [new ContentPart.Text(string.Create(CultureInfo.InvariantCulture, $"{shorter}\n[This old tool result was {text.Length} characters long.]"))],
        };
    }
}
