namespace OpenClaw.Gateway.Http;

/// <summary>Why a request body could not be used.</summary>
/// <param name="Status">400, 408 or 413.</param>
/// <param name="Message">For the client.</param>
internal sealed record JsonBodyFault(int Status, string Message);
