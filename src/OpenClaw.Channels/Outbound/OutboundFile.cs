namespace OpenClaw.Channels.Outbound;

/// <summary>An attachment on its way out; disposing removes what was only fetched for this one send.</summary>
public sealed class OutboundFile : IDisposable
{
    private readonly string? _temporaryDirectory;

    /// <summary>A file.</summary>
    /// <param name="path">Real path.</param>
    /// <param name="temporaryDirectory">Removed with everything in it at the end; null: nothing is.</param>
    public OutboundFile(string path, string? temporaryDirectory = null) => (Path, _temporaryDirectory) = (path, temporaryDirectory);

    /// <summary>No file.</summary>
    public OutboundFile(SendFault fault) => Fault = fault;

    /// <summary>Where it is; null with a <see cref="Fault"/>.</summary>
    public string? Path { get; }

    /// <summary>Why there is none.</summary>
    public SendFault? Fault { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporaryDirectory is null)
            return;
        try
        {
            Directory.Delete(_temporaryDirectory, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What stays behind is removed with the other old media.
        }
    }
}
