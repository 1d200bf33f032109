using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// Adapts a <see cref="GatewayLog"/> to <c>Microsoft.Extensions.Logging</c>. The category is the subsystem (<c>gateway/ws</c>);
/// a type name becomes project and folder (spec 05 §7). The web server's own chatter is let through from warnings up.
/// </summary>
/// <param name="log">Where lines go.</param>
public sealed class OpenClawLoggerProvider(GatewayLog log) : ILoggerProvider, ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        new SubsystemLogger(
            log,
            SubsystemName.OfCategory(categoryName),
            categoryName.StartsWith("Microsoft.", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Trace);

    /// <summary>There is one log; other providers are not taken.</summary>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The gateway has one log.");

    /// <summary>Nothing to do: the log outlives its loggers and is disposed by its owner.</summary>
    public void Dispose()
    {
    }

    private sealed class SubsystemLogger(GatewayLog log, string subsystem, LogLevel lowest) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && log.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write(logLevel, subsystem, formatter(state, exception), exception);
        }
    }
}
