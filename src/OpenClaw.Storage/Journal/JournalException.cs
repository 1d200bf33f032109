namespace OpenClaw.Storage.Journal;

/// <summary>Something is not on disk: full, locked or damaged.</summary>
/// <param name="message">What is wrong and the fix.</param>
/// <param name="inner">Cause.</param>
public sealed class JournalException(string message, Exception inner) : IOException(message, inner);
