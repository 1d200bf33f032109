namespace OpenClaw.Agents.Replies;

/// <summary>Shows on a channel that an answer is being written.</summary>
public interface ITypingTarget
{
    /// <summary>Shows it for a few seconds. Failures are not worth a report.</summary>
    Task ShowAsync(CancellationToken ct);
}
