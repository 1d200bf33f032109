using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Client.Identity;
using OpenClaw.Configuration;
using OpenClaw.Gateway.ControlPlane.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Eras;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Decides about one <c>connect</c>, row by row as spec 01 §4.3 lists them; the first failing row answers. Holds no state of its own and
/// reads the config in force at this moment.
/// </summary>
internal sealed class Handshake(
    Func<ConfigSnapshot> config,
    GatewayAuthOverrides overrides,
    DevicePairingStore devices,
    FailureLimiter limiter,
    TailscaleIdentity tailscale,
    Broadcaster broadcaster,
    TimeProvider time,
    ILogger logger)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Rows 5 to 18. The result says what to answer; nothing has been sent yet.</summary>
    public async ValueTask<HandshakeResult> DecideAsync(HandshakeRequest request, CancellationToken cancellationToken)
    {
        var snapshot = config();
        var peer = Peer.Resolve(request.Socket, request.Headers, snapshot.Config.Gateway.TrustedProxies);
        if (!ConnectReader.TryRead(request.Params, out var parameters, out var problem))
            return HandshakeResult.Refuse(GatewayError.Invalid(problem));
        if (ProtocolEra.Negotiate(parameters.MinProtocol, parameters.MaxProtocol) is not { } era)
            return HandshakeResult.Refuse(NoCommonProtocol(parameters), CloseReason.ProtocolMismatch);
        var role = parameters.Role ?? Roles.Operator;
        if (role is not (Roles.Operator or Roles.Node))
            return HandshakeResult.Refuse(GatewayError.Invalid("invalid role"));

        var attempt = new HandshakeAttempt(
            request, parameters, era, role, peer, GatewayAuth.Resolve(snapshot, overrides), ControlUiRules.Of(parameters, snapshot));
        return CheckDevice(attempt) ?? await AuthenticateAsync(attempt, cancellationToken).ConfigureAwait(false) ?? CheckPairing(attempt)
            ?? HandshakeResult.Admit(Grant(attempt));
    }

    // Rows 8 to 15.
    private HandshakeResult? CheckDevice(HandshakeAttempt attempt)
    {
        var (parameters, auth) = (attempt.Params, attempt.Params.Auth);
        if (attempt.Device is null)
        {
            if (attempt.Page is { IsControlUi: true, MayGoWithoutDevice: false })
                return Refuse("control ui requires HTTPS or localhost (secure context)", "CONTROL_UI_DEVICE_IDENTITY_REQUIRED");
            var hasToken = !string.IsNullOrEmpty(auth?.Token);
            var hasPassword = !string.IsNullOrEmpty(auth?.Password);
            // In password mode the password may stand for the device as a token does in token mode; it is checked either way.
            var passwordCounts = attempt.Page.IsControlUi || attempt.Auth.Mode == GatewayAuth.PasswordMode;
            return hasToken || (hasPassword && passwordCounts)
                ? null
                : HandshakeResult.Refuse(new GatewayError(
                    ErrorCodes.NotPaired, "device identity required", Details.Of(new JsonObject { ["code"] = "DEVICE_IDENTITY_REQUIRED" })));
        }
        if (DeviceCheck.Refusal(parameters, attempt.Role, attempt.Request.Nonce, attempt.Peer.IsLocal, Now) is { } refusal)
            return HandshakeResult.Refuse(refusal);
        attempt.PublicKey = Ed25519Keys.NormalizePublicKey(attempt.Device.PublicKey);
        if (attempt.PublicKey is null)
            return HandshakeResult.Refuse(DeviceCheck.KeyInvalid());
        var paired = devices.Find(attempt.Device.Id);
        attempt.Paired = paired?.PublicKey == attempt.PublicKey ? paired : null;
        return null;
    }

    // Row 16. The limiter comes before any credential is looked at. A device that is paired is counted by itself, so that nobody else's
    // guessing keeps it out; pages are counted apart from programs, so that a page cannot keep the owner's own tools out.
    private async ValueTask<HandshakeResult?> AuthenticateAsync(HandshakeAttempt attempt, CancellationToken cancellationToken)
    {
        var key = attempt.Paired is { } paired ? $"device:{paired.DeviceId}"
            : attempt.Request.Headers.Origin is null ? attempt.Peer.BudgetKey : $"{attempt.Peer.BudgetKey} page";
        if (limiter.Blocked(key) is { Ticks: > 0 } wait)
            return HandshakeResult.Refuse(AuthFailures.RateLimited(wait));

        if (attempt.Auth.AllowTailscale && !attempt.Peer.IsLocal
            && await tailscale.VerifyAsync(attempt.Peer, attempt.Request.Headers, cancellationToken).ConfigureAwait(false) is not null)
        {
            attempt.Method = AuthMethod.Tailscale;
            return null;
        }
        var shown = attempt.Params.Auth;
        if (SecretCheck.Failure(attempt.Auth, shown, token => DeviceTokenGrants(attempt, token, out _) is not null) is not { } failure)
        {
            attempt.Method = attempt.Auth.Mode == GatewayAuth.PasswordMode ? AuthMethod.Password : AuthMethod.Token;
            return null;
        }
        var deviceToken = string.IsNullOrEmpty(shown?.DeviceToken) ? shown?.Token : shown.DeviceToken;
        var tooNarrow = false;
        if (!string.IsNullOrEmpty(deviceToken) && DeviceTokenGrants(attempt, deviceToken, out tooNarrow) is { } grant)
        {
            attempt.Method = AuthMethod.DeviceToken;
            attempt.TokenScopes = grant.Scopes;
            return null;
        }
        limiter.Failed(key, shown?.Password is { Length: > 0 } password ? password : deviceToken ?? shown?.BootstrapToken);
        return HandshakeResult.Refuse(AuthFailures.ToError(Reason(failure, shown, tooNarrow), attempt.Params.Client, CanUseDeviceToken(attempt)));
    }

    private DeviceToken? DeviceTokenGrants(HandshakeAttempt attempt, string token, out bool tooNarrow)
    {
        tooNarrow = false;
        var scopes = attempt.Params.Scopes is { Count: > 0 } requested ? requested : null;
        return attempt.Paired is null ? null : devices.VerifyToken(attempt.Paired.DeviceId, attempt.Role, scopes, token, out tooNarrow);
    }

    // Row 17.
    private HandshakeResult? CheckPairing(HandshakeAttempt attempt)
    {
        attempt.Scopes = EffectiveScopes(attempt);
        if (attempt.Device is null || attempt.PublicKey is null)
            return null;
        if (attempt.Page.MayGoWithoutDevice && attempt.ShowedSecret)
            return null;
        var wish = Wish(attempt);
        if (devices.NeedOf(wish.DeviceId, wish.PublicKey, wish.Role, wish.Scopes) is not { } need)
        {
            devices.Seen(wish);
            return null;
        }
        var (pending, created) = devices.Request(wish);
        if (wish.Silent)
        {
            devices.Approve(pending.RequestId);
            AdmissionLog.ApprovedSilently(logger, wish.DeviceId, wish.Role);
            broadcaster.Publish(ProtocolEvents.DevicePairResolved, Resolved(pending));
            return null;
        }
        if (created)
        {
            AdmissionLog.PairingRequested(logger, wish.DeviceId, pending.RequestId);
            broadcaster.Publish(ProtocolEvents.DevicePairRequested, pending);
        }
        var details = new JsonObject { ["requestId"] = pending.RequestId, ["code"] = "PAIRING_REQUIRED", ["reason"] = need };
        // Clients of the era compare the close text; what to do about it is in the details.
        return HandshakeResult.Refuse(
            new GatewayError(ErrorCodes.NotPaired, "pairing required", Details.Of(details)),
            CloseReason.Policy("pairing required"));
    }

    /// <summary>
    /// Scopes come from the pairing or from the secret's grant (GHSA-rqpp-rjj8-7wv8). The owner's secret shown on this host grants what is
    /// asked, and admin when nothing is asked, as clients of the era expect; a device gets what a person approved; without a device and from
    /// elsewhere a claim counts for nothing.
    /// </summary>
    private static IReadOnlyList<string> EffectiveScopes(HandshakeAttempt attempt)
    {
        var requested = attempt.Params.Scopes ?? [];
        // A node needs none; what it claims must not end up approved beside its role.
        if (attempt.Role == Roles.Node)
            return [];
        if (attempt.Method == AuthMethod.DeviceToken)
            return requested.Count > 0 ? requested : attempt.TokenScopes;
        if (attempt.Device is null && !attempt.Peer.IsLocal && !(attempt.Page.MayGoWithoutDevice && attempt.ShowedSecret))
            return [];
        if (requested.Count > 0)
            return requested;
        if (!attempt.OwnersSecretHere && attempt.Paired?.Scopes is { Count: > 0 } approved)
            return approved;
        return [Scopes.Admin];
    }

    private Admission Grant(HandshakeAttempt attempt)
    {
        var (parameters, client) = (attempt.Params, attempt.Params.Client);
        var deviceId = attempt.Device is not null && attempt.PublicKey is not null ? attempt.Device.Id : null;
        var token = deviceId is null ? null : devices.EnsureToken(deviceId, attempt.Role, attempt.Scopes);
        return new Admission
        {
            Params = parameters,
            Peer = attempt.Peer,
            Method = attempt.Method,
            SecretStamp = attempt.ShowedSecret ? SecretStamps.Of(attempt.Auth) : null,
            Auth = token is null && !attempt.Era.AlwaysSendsAuth ? null : new HelloAuth
            {
                DeviceToken = token?.Token,
                Role = attempt.Role,
                Scopes = token?.Scopes ?? attempt.Scopes,
                IssuedAtMs = token?.RotatedAtMs ?? token?.CreatedAtMs,
                Method = attempt.Era.SendsAuthMethod ? MethodName(attempt.Method) : null,
            },
            Caller = new Caller
            {
                ConnId = attempt.Request.ConnId,
                Role = attempt.Role,
                Scopes = attempt.Scopes,
                Era = attempt.Era,
                ClientId = client.Id,
                ClientMode = client.Mode,
                ClientVersion = client.Version,
                DisplayName = client.DisplayName,
                Platform = client.Platform,
                DeviceFamily = client.DeviceFamily,
                ModelIdentifier = client.ModelIdentifier,
                InstanceId = client.InstanceId,
                Caps = parameters.Caps ?? [],
                DeviceId = deviceId,
                NodeId = attempt.Role == Roles.Node ? deviceId ?? client.Id : null,
                IsLocal = attempt.Peer.IsLocal,
                ReportedIp = attempt.Peer.ReportedIp,
            },
        };
    }

    private static PairingRequest Wish(HandshakeAttempt attempt) => new()
    {
        DeviceId = attempt.Device!.Id,
        PublicKey = attempt.PublicKey!,
        Role = attempt.Role,
        Scopes = attempt.Scopes,
        DisplayName = attempt.Params.Client.DisplayName,
        Platform = attempt.Params.Client.Platform,
        ClientId = attempt.Params.Client.Id,
        ClientMode = attempt.Params.Client.Mode,
        RemoteIp = attempt.Peer.ReportedIp,
        Silent = attempt.OwnersSecretHere,
    };

    private DevicePairResolvedEvent Resolved(PendingDevice request) =>
        new() { RequestId = request.RequestId, DeviceId = request.DeviceId, Decision = "approved", Ts = Now };

    private static AuthFailure Reason(AuthFailure failure, ConnectAuth? shown, bool tooNarrow)
    {
        if (tooNarrow)
            return AuthFailure.ScopeMismatch;
        if (!string.IsNullOrEmpty(shown?.DeviceToken))
            return AuthFailure.DeviceTokenMismatch;
        return !string.IsNullOrEmpty(shown?.BootstrapToken) && string.IsNullOrEmpty(shown.Token) && string.IsNullOrEmpty(shown.Password)
            ? AuthFailure.BootstrapTokenInvalid
            : failure;
    }

    private static bool CanUseDeviceToken(HandshakeAttempt attempt) =>
        string.IsNullOrEmpty(attempt.Params.Auth?.DeviceToken) && attempt.Paired?.TokenOf(attempt.Role) is { RevokedAtMs: null };

    private static string MethodName(AuthMethod method) => method switch
    {
        AuthMethod.Password => "password",
        AuthMethod.Tailscale => "tailscale",
        AuthMethod.DeviceToken => "device-token",
        _ => "token",
    };

    private static GatewayError NoCommonProtocol(ConnectParams parameters) => GatewayError.Invalid("protocol mismatch") with
    {
        Details = Details.Of(new JsonObject
        {
            ["expectedProtocol"] = ProtocolLimits.MinProtocol,
            ["code"] = "PROTOCOL_MISMATCH",
            ["clientMinProtocol"] = parameters.MinProtocol,
            ["clientMaxProtocol"] = parameters.MaxProtocol,
            ["serverMinProtocol"] = ProtocolLimits.MinProtocol,
            ["serverMaxProtocol"] = ProtocolLimits.MaxProtocol,
            ["minimumProbeProtocol"] = ProtocolLimits.MinProtocol,
        }),
    };

    private static HandshakeResult Refuse(string text, string code) =>
        HandshakeResult.Refuse(GatewayError.Invalid(text) with { Details = Details.Of(new JsonObject { ["code"] = code }) });
}
