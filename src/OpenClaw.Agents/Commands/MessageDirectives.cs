using System.Text.RegularExpressions;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Commands;

/// <summary>
/// What a message says about its own run besides its text: <c>/think high fix the tests</c> (spec 08 §18). Words that mean nothing here stay
/// in the text, and so does everything in code.
/// </summary>
public sealed partial record MessageDirectives
{
    /// <summary>None.</summary>
    public static MessageDirectives None { get; } = new();

    /// <summary>Thinking level.</summary>
    public string? Thinking { get; init; }

    /// <summary>How much of the work is shown.</summary>
    public string? Verbose { get; init; }

    /// <summary>Whether thinking is shown.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Whether commands may leave the sandbox.</summary>
    public string? Elevated { get; init; }

    /// <summary>The model.</summary>
    public ModelRef? Model { get; init; }

    /// <summary>What happens to this message when the session is busy.</summary>
    public QueueChoice? Queue { get; init; }

    /// <summary>What was found, as commands, in order; for a message that has no other text.</summary>
    public IReadOnlyList<CommandLine> Lines { get; init; } = [];

    /// <summary>True when there is any.</summary>
    public bool Any => Lines.Count > 0;

    /// <summary>Takes the directives out of a text.</summary>
    /// <param name="text">The message.</param>
    /// <param name="model">The model a word means, if it may be chosen.</param>
    public static (MessageDirectives Found, string Text) Read(string text, Func<string, ModelRef?> model)
    {
        if (!text.Contains('/'))
            return (None, text);
        var found = None;
        var from = 0;
        while (Directive().Match(text, from) is { Success: true } match)
        {
            var at = match.Groups["slash"].Index;
            if (CodeFence.In(text).Any(fence => fence.Splits(at)) || found.With(match, model) is not { } more)
            {
                from = at + 1;
                continue;
            }

            found = more.Found;
            var before = text[..at].TrimEnd(' ', '\t');
            var after = text[more.End..].TrimStart(' ', '\t');
            from = before.Length;
            text = before.Length == 0 || after.Length == 0 || before[^1] == '\n' || after[0] == '\n' ? before + after : $"{before} {after}";
        }

        return (found, text.Trim());
    }

    private (MessageDirectives Found, int End)? With(Match match, Func<string, ModelRef?> model)
    {
        var value = match.Groups["value"];
        var end = value.Index + value.Length;
        return match.Groups["name"].Value.ToLowerInvariant() switch
        {
            "think" or "thinking" or "t" when ThinkingLevels.Parse(value.Value) is { } level =>
                (this with { Thinking = level, Lines = [.. Lines, Line("think", value.Value)] }, end),
            "verbose" or "v" when LevelWords.Verbose(value.Value) is { } level =>
                (this with { Verbose = level, Lines = [.. Lines, Line("verbose", value.Value)] }, end),
            "reasoning" or "reason" when LevelWords.Reasoning(value.Value) is { } level =>
                (this with { Reasoning = level, Lines = [.. Lines, Line("reasoning", value.Value)] }, end),
            "elevated" or "elev" when LevelWords.Elevated(value.Value) is { } level =>
                (this with { Elevated = level, Lines = [.. Lines, Line("elevated", value.Value)] }, end),
            "model" when model(value.Value) is { } chosen =>
                (this with { Model = chosen, Lines = [.. Lines, Line("model", value.Value)] }, end),
            "queue" => WithQueue(match),
            _ => null,
        };
    }

    private (MessageDirectives Found, int End)? WithQueue(Match match)
    {
        // As many words as belong to the queue; the first that does not is text.
        var (choice, end, words) = ((QueueChoice?)null, 0, string.Empty);
        foreach (Capture word in QueueWord().Matches(match.Groups["rest"].Value))
        {
            var longer = $"{words} {word.Value}".Trim();
            if (QueueChoice.Parse(longer).Choice is not { } next)
                break;
            (choice, end, words) = (next, match.Groups["rest"].Index + word.Index + word.Length, longer);
        }

        return choice is null ? null : (this with { Queue = choice, Lines = [.. Lines, Line("queue", words)] }, end);
    }

    private static CommandLine Line(string name, string value) => new(name, value, string.Empty);

    [GeneratedRegex(
        @"(?<=^|\s)(?<slash>/)(?<name>thinking|think|t|verbose|v|reasoning|reason|elevated|elev|model|queue)(?:@\w+)?(?:[ \t]*:[ \t]*|[ \t]+)(?<rest>(?<value>[^\s]+)[^\n]*)",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\S+", RegexOptions.None, 1000)]
    private static partial Regex QueueWord();
}
