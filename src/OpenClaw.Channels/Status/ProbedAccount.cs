using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Status;

/// <summary>What a service said, and when.</summary>
/// <param name="Result">Its answer.</param>
/// <param name="At">Epoch milliseconds.</param>
internal sealed record ProbedAccount(ProbeResult Result, long At);
