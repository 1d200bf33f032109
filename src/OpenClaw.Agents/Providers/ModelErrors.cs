using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>Turns what a provider or the network did into a <see cref="ModelError"/> (spec 08 §13.1 and §14).</summary>
internal static class ModelErrors
{
    private const int MaxText = 240;
    private const int KeyLength = 12;

    private static readonly string[] s_overflow =
    [
        "prompt is too long", "input is too long for requested model", "exceeds the context window", "reduce the length of the messages",
        "maximum prompt length", "maximum context length", "exceeds the available context size", "greater than the context length",
        "context window exceeds limit", "exceeded model token limit", "context_length_exceeded", "too many tokens", "token limit exceeded",
        "request_too_large", "request exceeds the maximum size", "exceeds the limit of",
    ];

    private static readonly string[] s_billing = ["payment required", "insufficient credits", "credit balance", "plans & billing", "insufficient_quota"];

    private static readonly string[] s_payment = ["upgrade", "credits", "payment", "plan"];

    private static readonly string[] s_busy =
    [
        "rate limit", "rate_limit", "too many requests", "overloaded", "resource has been exhausted", "resource exhausted", "resource_exhausted",
        "quota exceeded", "exceeded your current quota", "usage limit",
    ];

    private static readonly string[] s_timeout =
        ["timeout", "timed out", "deadline exceeded", "request was aborted", "etimedout", "esockettimedout", "econnreset", "econnaborted"];

    private static readonly string[] s_auth =
    [
        "invalid api key", "incorrect api key", "api key not valid", "invalid x-api-key", "invalid_api_key", "api key expired", "invalid token", "authentication",
        "re-authenticate", "token refresh failed", "unauthorized", "forbidden", "access denied", "token has expired", "no credentials", "no api key found",
    ];

    private static readonly string[] s_format = ["string should match pattern", "tool_use.id", "invalid request format", "model_not_found", "not_found_error"];

    /// <summary>A refusal before the stream began.</summary>
    public static ModelError FromStatus(HttpStatusCode status, byte[] body, ModelRequest request)
    {
        var reason = Clean(Reason(body) ?? status.ToString(), request);
        var number = (int)status;
        var kind = Kind(number, reason, body.Length);
        return new ModelError(kind, (kind, number) switch
        {
            (ModelErrorKind.Auth, _) => $"{number} {reason}. {KeyAdvice(request.Model.Ref.Provider)}",
            (_, 404) => $"404 {reason}. Check models.providers.{request.Model.Ref.Provider}.baseUrl and the model id \"{request.Model.Ref.Id}\"",
            _ => $"{number} {reason}",
        });
    }

    /// <summary>An error object inside the stream.</summary>
    public static ModelError FromStream(string reason, ModelRequest request)
    {
        var text = Clean(reason, request);
        var kind = Kind(0, text, 1);
        return new ModelError(kind == ModelErrorKind.Refused && IsServerFault(text) ? ModelErrorKind.Unavailable : kind, text);
    }

    /// <summary>A network failure.</summary>
    public static ModelError FromNetwork(Exception problem, ModelRequest request)
    {
        var host = Uri.TryCreate(request.Model.BaseUrl, UriKind.Absolute, out var url) ? url.Authority : request.Model.BaseUrl;
        var reason = problem switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name cannot be resolved",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection (certificate refused?)",
            HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "nothing answers there",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "connection error",
            _ => "the other side closed the connection",
        };
        return new ModelError(
            ModelErrorKind.Unavailable, $"cannot reach the model server at {host}: {reason} (models.providers.{request.Model.Ref.Provider}.baseUrl)");
    }

    /// <summary>The stream was not what the format promises.</summary>
    public static ModelError Malformed(string what, ModelRequest request) =>
        new(ModelErrorKind.Malformed, $"malformed answer from {request.Model.Ref.Provider}: {what}");

    /// <summary>The stream ended before the answer did.</summary>
    public static ModelError CutOff(ModelRequest request) =>
        new(ModelErrorKind.Unavailable, $"{request.Model.Ref.Provider} closed the connection before the answer was complete");

    /// <summary>Where a key for this provider is set.</summary>
    public static string KeyAdvice(string provider) =>
        $"Check the API key: {Credentials.EnvironmentKeys.Hint(provider)}models.providers.{provider}.apiKey, or auth-profiles.json of the agent";

    private static ModelErrorKind Kind(int status, string reason, int bodyLength)
    {
        var text = reason.ToLowerInvariant();
        if (s_overflow.Any(text.Contains) || status == 413 || (status == 400 && bodyLength == 0))
            return ModelErrorKind.ContextOverflow;
        if (status is 401 or 403)
            return ModelErrorKind.Auth;
        if (status == 402 || s_billing.Any(text.Contains))
            return ModelErrorKind.Billing;
        if (status == 429 || s_busy.Any(text.Contains))
            return ModelErrorKind.RateLimit;
        if (text.Contains("billing", StringComparison.Ordinal) && s_payment.Any(text.Contains))
            return ModelErrorKind.Billing;
        if (status is 408 or >= 500)
            return ModelErrorKind.Unavailable;
        if (status == 404 || s_format.Any(text.Contains))
            return ModelErrorKind.Format;
        if (s_auth.Any(text.Contains))
            return ModelErrorKind.Auth;
        return s_timeout.Any(text.Contains) ? ModelErrorKind.Unavailable : ModelErrorKind.Refused;
    }

    private static bool IsServerFault(string text) =>
        text.Contains("api_error", StringComparison.OrdinalIgnoreCase)
        || text.Contains("internal server error", StringComparison.OrdinalIgnoreCase)
        || text.Contains("service unavailable", StringComparison.OrdinalIgnoreCase);

    private static string? Reason(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Reason(document.RootElement);
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body).Trim();

            // A page of HTML says nothing a person can use.
            return text.Length is 0 or > 2000 || text.StartsWith('<') ? null : text;
        }
    }

    /// <summary>The text of an error object in any of the shapes in use.</summary>
    public static string? Reason(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            root = root[0];
        if (root.ValueKind == JsonValueKind.String)
            return root.GetString();
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in (ReadOnlySpan<string>)["error", "message", "detail"])
        {
            if (root.TryGetProperty(name, out var value) && Reason(value) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    private static string Clean(string reason, ModelRequest request)
    {
        // Some servers quote the credentials they refuse.
        if (request.ApiKey is { Length: >= 4 } key)
            reason = reason.Replace(key, "***", StringComparison.Ordinal);
        var line = string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Hide)).TrimEnd('.');
        return line.Length > MaxText ? line[..MaxText] + "..." : line;
    }

    /// <summary>A key is recognised by its beginning also when it is not the one that was sent.</summary>
    private static string Hide(string word) =>
        word.IndexOf("sk-", StringComparison.Ordinal) is var at and >= 0 && word.Length - at >= KeyLength ? word[..at] + "***" : word;
}
