using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Agents.Transcripts;

/// <summary>
/// Ids of prompts that must be recognised after a crash: they follow from the name of the run, so that the transcript itself tells whether
/// a message was said to the model and answered. No second file has to agree with it.
/// </summary>
public static class PromptId
{
    /// <summary>How often the same message is begun anew at most before its ids are no longer told apart.</summary>
    public const int MaxAttempts = 64;

    /// <summary>The id of a run's prompt, eight hex digits like every entry id.</summary>
    /// <param name="runId">Name of the run.</param>
    /// <param name="attempt">0 for the first; a prompt whose place was given to another is not used again.</param>
    public static string Of(string runId, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt}:{runId}")).AsSpan(0, 4));
}
