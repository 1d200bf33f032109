namespace OpenClaw.Configuration.Writing;

/// <summary>Somebody who can change the config: the file's writer itself, or a store that also puts the change into force.</summary>
public interface IConfigWriter
{
    /// <summary>Changes the file.</summary>
    /// <param name="edit">Told what the file holds now, says what it shall hold. No other writer of any process comes between.</param>
    /// <param name="baseHash">Hash of the content that the caller saw; null when the edit itself looks at the present content.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    Task<ConfigWriteResult> WriteAsync(Func<ConfigSnapshot, ConfigEdit> edit, string? baseHash = null, CancellationToken cancellationToken = default);
}
