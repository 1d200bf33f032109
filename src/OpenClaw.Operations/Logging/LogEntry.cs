using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>One line on its way to the file and the console.</summary>
/// <param name="Time">When it was said.</param>
/// <param name="Level">How loud.</param>
/// <param name="Subsystem">Who said it, e.g. <c>gateway/ws</c>.</param>
/// <param name="Message">What, already formatted; secrets are masked by the sink's redactor.</param>
/// <param name="Error">The exception that belongs to it, if any.</param>
/// <param name="Verbatim">Console only: the message is printed as it is, without time, subsystem or masking.</param>
public readonly record struct LogEntry(
    DateTimeOffset Time, LogLevel Level, string Subsystem, string Message, Exception? Error = null, bool Verbatim = false);
