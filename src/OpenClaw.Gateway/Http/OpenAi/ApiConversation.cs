using OpenClaw.Agents.Messages;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>What the caller said, as a run takes it.</summary>
/// <param name="Prompt">The current message, with earlier ones before it.</param>
/// <param name="System">What the caller adds to the system prompt; null when nothing.</param>
/// <param name="Images">Pictures of the current message.</param>
/// <param name="Results">Outcomes of the caller's own tools that stand at the end: id of the call and its output.</param>
internal sealed record ApiConversation(
    string Prompt, string? System, IReadOnlyList<ContentPart.Image> Images, IReadOnlyList<(string CallId, string Output)> Results);
