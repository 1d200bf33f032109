namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Why a request cannot be served, for the client.</summary>
/// <param name="Message">Names the field and the fix.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Error type as clients of these APIs know it.</param>
internal sealed record ApiFault(string Message, int Status = 400, string Type = "invalid_request_error");
