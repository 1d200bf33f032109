using System.Text.Json;
using OpenClaw.Client.Identity;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client.Connection;

/// <summary>
/// From an open socket to hello-ok (spec 01 §4, §18): waits a moment for the challenge, proves the device, presents the stored
/// device token or the shared secret.
/// </summary>
internal static class Handshake
{
    private const string ConnectId = "connect";

    /// <summary>Connects on this socket.</summary>
    /// <param name="wire">A fresh socket.</param>
    /// <param name="options">Who we are.</param>
    /// <param name="token">The token to present, device or shared.</param>
    /// <param name="cancellationToken">Deadline of the attempt.</param>
    /// <exception cref="GatewayClosedException">Refused; <see cref="GatewayClosedException.Error"/> says why.</exception>
    public static async Task<HelloOk> RunAsync(Wire wire, GatewayClientOptions options, string? token, CancellationToken cancellationToken)
    {
        var reading = wire.ReceiveAsync(cancellationToken);
        var challenge = await ChallengeAsync(reading, options.Time, cancellationToken).ConfigureAwait(false);
        if (challenge is not null)
            reading = wire.ReceiveAsync(cancellationToken);

        var connect = Params(options, token, challenge);
        await wire.SendAsync(FrameText.Request(ConnectId, "connect", connect, ConnectMethods.Connect.Params), cancellationToken)
            .ConfigureAwait(false);
        return await AnswerAsync(wire, reading, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when none came in time; the read then goes on and its result belongs to <see cref="AnswerAsync"/>.</summary>
    private static async Task<ChallengePayload?> ChallengeAsync(
        Task<JsonDocument?> reading, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var first = await reading
                .WaitAsync(TimeSpan.FromMilliseconds(ProtocolLimits.ClientChallengeWaitMs), time, cancellationToken)
                .ConfigureAwait(false);
            return first is not null && FrameText.ReadEvent(first.RootElement) is { } message && message.Is(ProtocolEvents.ConnectChallenge)
                ? message.Read(ProtocolEvents.ConnectChallenge)
                : new ChallengePayload { Nonce = "", Ts = 0 };
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task<HelloOk> AnswerAsync(Wire wire, Task<JsonDocument?> reading, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var document = await reading.ConfigureAwait(false);
            if (document is not null && FrameText.ReadResponse(document.RootElement) is { Id: ConnectId } response)
            {
                if (response.Error is { } error)
                    throw new GatewayClosedException(await CloseCodeAsync(wire, cancellationToken).ConfigureAwait(false), error.Message, null, error);
                return response.Payload.Deserialize(ProtocolJson.Default.HelloOk)
                    ?? throw new GatewayClosedException(GatewayClosedException.Abnormal, "the gateway's hello-ok is empty");
            }
            reading = wire.ReceiveAsync(cancellationToken);
        }
    }

    /// <summary>A refusal is followed by a close frame, whose code tells protocol from policy.</summary>
    private static async Task<int> CloseCodeAsync(Wire wire, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMilliseconds(250));
        try
        {
            while (true)
                (await wire.ReceiveAsync(patience.Token).ConfigureAwait(false))?.Dispose();
        }
        catch (GatewayClosedException closed) when (closed.Code != GatewayClosedException.Abnormal)
        {
            return closed.Code;
        }
        catch (Exception e) when (e is GatewayClosedException or OperationCanceledException)
        {
            return 1008;
        }
    }

    private static ConnectParams Params(GatewayClientOptions options, string? token, ChallengePayload? challenge) => new()
    {
        MinProtocol = options.MinProtocol,
        MaxProtocol = options.MaxProtocol,
        Client = options.Client,
        Caps = options.Caps,
        Commands = options.Commands,
        Permissions = options.Permissions,
        PathEnv = options.PathEnv,
        Role = options.Role,
        Scopes = options.Scopes,
        Device = options.Identity is { } identity ? Proof(identity, options, token, challenge) : null,
        Auth = token is null && options.Password is null ? null : new ConnectAuth { Token = token, Password = options.Password },
    };

    private static DeviceProof Proof(DeviceIdentity identity, GatewayClientOptions options, string? token, ChallengePayload? challenge)
    {
        // The gateway's own clock when it told us, so that a wrong clock here does not keep us out.
        var signedAt = challenge is { Ts: > 0 } ? challenge.Ts : options.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var nonce = string.IsNullOrWhiteSpace(challenge?.Nonce) ? null : challenge.Nonce;
        var (id, mode) = (options.Client.Id, options.Client.Mode);
        var text = nonce is null
            ? DeviceSignatureText.V1(identity.DeviceId, id, mode, options.Role, options.Scopes, signedAt, token)
            : DeviceSignatureText.V2(identity.DeviceId, id, mode, options.Role, options.Scopes, signedAt, token, nonce);
        return new DeviceProof
        {
            Id = identity.DeviceId,
            PublicKey = identity.PublicKey,
            Signature = identity.Sign(text),
            SignedAt = signedAt,
            Nonce = nonce,
        };
    }
}
