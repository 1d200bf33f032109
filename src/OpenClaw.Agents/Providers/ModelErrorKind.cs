namespace OpenClaw.Agents.Providers;

/// <summary>Why a model call failed (spec 08 §14).</summary>
public enum ModelErrorKind
{
    /// <summary>The request was refused as it stands; repeating it cannot help.</summary>
    Refused,

    /// <summary>The key is missing or wrong.</summary>
    Auth,

    /// <summary>The account cannot pay.</summary>
    Billing,

    /// <summary>Too many requests or an overloaded provider.</summary>
    RateLimit,

    /// <summary>The provider is down, unreachable, or hung up.</summary>
    Unavailable,

    /// <summary>The conversation does not fit the model.</summary>
    ContextOverflow,

    /// <summary>The model is unknown there, or refuses the form of the request; another one may take it.</summary>
    Format,

    /// <summary>The answer was not what the format promises.</summary>
    Malformed,
}
