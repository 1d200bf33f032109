using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Compares what a client presented with the shared secret (spec 01 §7.2 steps 2 and 3, spec 12).</summary>
internal static class SecretCheck
{
    /// <summary>Null when the secret is right; else why not.</summary>
    /// <param name="auth">The secret in force.</param>
    /// <param name="shown">What the client presented.</param>
    /// <param name="isDeviceToken">
    /// True when the presented token is a valid token of the device that connects. In password mode a token beside the password must be
    /// something; junk is refused although the password is right.
    /// </param>
    public static AuthFailure? Failure(GatewayAuth auth, ConnectAuth? shown, Func<string, bool> isDeviceToken)
    {
        if (auth.Mode == GatewayAuth.PasswordMode)
        {
            if (auth.Password is null)
                return AuthFailure.PasswordNotConfigured;
            if (string.IsNullOrEmpty(shown?.Password))
                return AuthFailure.PasswordMissing;
            if (!GatewayAuth.Same(auth.Password, shown.Password))
                return AuthFailure.PasswordMismatch;
            return string.IsNullOrEmpty(shown.Token) || IsConfigured(auth.Token, shown.Token) || isDeviceToken(shown.Token)
                ? null
                : AuthFailure.TokenMismatch;
        }
        if (auth.Token is null)
            return AuthFailure.TokenNotConfigured;
        if (string.IsNullOrEmpty(shown?.Token))
            return AuthFailure.TokenMissing;
        if (!GatewayAuth.Same(auth.Token, shown.Token))
            return AuthFailure.TokenMismatch;
        return auth.Password is null || string.IsNullOrEmpty(shown.Password) || GatewayAuth.Same(auth.Password, shown.Password)
            ? null
            : AuthFailure.PasswordMismatch;
    }

    private static bool IsConfigured(string? configured, string shown) => configured is not null && GatewayAuth.Same(configured, shown);
}
