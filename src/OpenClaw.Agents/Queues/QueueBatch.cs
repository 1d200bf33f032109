namespace OpenClaw.Agents.Queues;

/// <summary>Messages that are answered by one run.</summary>
/// <typeparam name="T">Kind of message.</typeparam>
/// <param name="Items">In order of arrival; never empty. The run goes by the last one's name.</param>
/// <param name="Summarised">Messages that gave way and of which a line is in the text.</param>
/// <param name="Text">What the model reads.</param>
public sealed record QueueBatch<T>(IReadOnlyList<T> Items, IReadOnlyList<T> Summarised, string Text);
