using System.Text.Json.Nodes;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Why no credential let the client in (spec 01 §7.3, §19.2 row 16).</summary>
internal enum AuthFailure
{
    TokenMissing,
    TokenMismatch,
    TokenNotConfigured,
    PasswordMissing,
    PasswordMismatch,
    PasswordNotConfigured,
    DeviceTokenMismatch,
    ScopeMismatch,
    BootstrapTokenInvalid,
}

/// <summary>Wording and details of an <see cref="AuthFailure"/>.</summary>
internal static class AuthFailures
{
    public static GatewayError ToError(AuthFailure failure, ClientInfo client, bool canRetryWithDeviceToken)
    {
        var details = new JsonObject
        {
            ["code"] = Code(failure),
            ["canRetryWithDeviceToken"] = canRetryWithDeviceToken,
            ["recommendedNextStep"] = canRetryWithDeviceToken ? "retry_with_device_token" : NextStep(failure),
        };
        return new GatewayError(ErrorCodes.InvalidRequest, Text(failure, client), Details.Of(details));
    }

    /// <summary>The address is not listened to for a while.</summary>
    public static GatewayError RateLimited(TimeSpan wait)
    {
        var ms = (int)Math.Ceiling(wait.TotalMilliseconds);
        var details = new JsonObject
        {
            ["code"] = "AUTH_RATE_LIMITED",
            ["canRetryWithDeviceToken"] = false,
            ["recommendedNextStep"] = "wait_then_retry",
            ["retryAfterMs"] = ms,
        };
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return new GatewayError(
            ErrorCodes.InvalidRequest, $"unauthorized: too many failed attempts (retry in {seconds} s)", Details.Of(details), true, ms);
    }

    private static string Text(AuthFailure failure, ClientInfo client) => failure switch
    {
        AuthFailure.TokenMissing => $"unauthorized: gateway token missing ({TokenHint(client)})",
        AuthFailure.TokenMismatch or AuthFailure.DeviceTokenMismatch or AuthFailure.ScopeMismatch =>
            $"unauthorized: gateway token mismatch ({TokenHint(client)})",
        AuthFailure.TokenNotConfigured => "unauthorized: gateway token not configured on gateway (set gateway.auth.token)",
        AuthFailure.PasswordMissing => $"unauthorized: gateway password missing ({PasswordHint(client)})",
        AuthFailure.PasswordMismatch => $"unauthorized: gateway password mismatch ({PasswordHint(client)})",
        AuthFailure.PasswordNotConfigured => "unauthorized: gateway password not configured on gateway (set gateway.auth.password)",
        _ => "unauthorized",
    };

    private static string Code(AuthFailure failure) => failure switch
    {
        AuthFailure.TokenMissing => "AUTH_TOKEN_MISSING",
        AuthFailure.TokenMismatch => "AUTH_TOKEN_MISMATCH",
        AuthFailure.TokenNotConfigured => "AUTH_TOKEN_NOT_CONFIGURED",
        AuthFailure.PasswordMissing => "AUTH_PASSWORD_MISSING",
        AuthFailure.PasswordMismatch => "AUTH_PASSWORD_MISMATCH",
        AuthFailure.PasswordNotConfigured => "AUTH_PASSWORD_NOT_CONFIGURED",
        AuthFailure.DeviceTokenMismatch => "AUTH_DEVICE_TOKEN_MISMATCH",
        AuthFailure.ScopeMismatch => "AUTH_SCOPE_MISMATCH",
        _ => "AUTH_BOOTSTRAP_TOKEN_INVALID",
    };

    private static string NextStep(AuthFailure failure) => failure switch
    {
        AuthFailure.TokenNotConfigured or AuthFailure.PasswordNotConfigured => "review_auth_configuration",
        AuthFailure.TokenMissing or AuthFailure.PasswordMissing => "update_auth_configuration",
        _ => "update_auth_credentials",
    };

    private static string TokenHint(ClientInfo client) =>
        client.Mode == ClientModes.Cli ? "set gateway.remote.token to match gateway.auth.token"
        : IsPage(client) ? "open a tokenized dashboard URL or paste token in Control UI settings"
        : "provide gateway auth token";

    private static string PasswordHint(ClientInfo client) =>
        client.Mode == ClientModes.Cli ? "set gateway.remote.password to match gateway.auth.password"
        : IsPage(client) ? "enter the password in Control UI settings"
        : "provide gateway auth password";

    private static bool IsPage(ClientInfo client) =>
        client.Id is ClientIds.ControlUi or ClientIds.WebchatUi || client.Mode == ClientModes.Webchat;
}
