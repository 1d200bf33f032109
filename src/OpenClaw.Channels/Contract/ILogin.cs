namespace OpenClaw.Channels.Contract;

/// <summary>A login in progress. It ends with <see cref="Completion"/>; disposing gives it up.</summary>
public interface ILogin : IAsyncDisposable
{
    /// <summary>When it began.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>The newest text to show as a QR picture; null before the first and in code mode.</summary>
    string? Qr { get; }

    /// <summary>The code to type on the phone; null in QR mode and before it is known.</summary>
    string? PairingCode { get; }

    /// <summary>Raised with every new QR text.</summary>
    event Action<string>? QrChanged;

    /// <summary>Completes with the first QR text or pairing code.</summary>
    Task<string> FirstAsync(CancellationToken ct);

    /// <summary>How it ended. Never fails.</summary>
    Task<LoginEnd> Completion { get; }
}
