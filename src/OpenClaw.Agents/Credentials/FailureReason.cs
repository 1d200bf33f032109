namespace OpenClaw.Agents.Credentials;

/// <summary>Words for why a model call failed (spec 08 §14), as they are counted in <c>usageStats.failureCounts</c>.</summary>
public static class FailureReason
{
    /// <summary>The account cannot pay.</summary>
    public const string Billing = "billing";

    /// <summary>Too much in too little time, or an overloaded provider.</summary>
    public const string RateLimit = "rate_limit";

    /// <summary>The credential is wrong or missing.</summary>
    public const string Auth = "auth";

    /// <summary>No answer in time, or no connection.</summary>
    public const string Timeout = "timeout";

    /// <summary>The model refuses the form of the request; no fault of the credential.</summary>
    public const string Format = "format";

    /// <summary>Anything else.</summary>
    public const string Unknown = "unknown";
}
