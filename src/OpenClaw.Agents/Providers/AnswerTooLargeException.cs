namespace OpenClaw.Agents.Providers;

/// <summary>Thrown out of a stream whose limits were passed; <see cref="ServerEventCall"/> turns it into a value.</summary>
internal sealed class AnswerTooLargeException(string message) : IOException(message);
