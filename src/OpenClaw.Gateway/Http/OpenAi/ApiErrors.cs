using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>What a failed run is to an API client (spec 06 §2.5): the provider's own kind of refusal, else a fault of the server.</summary>
internal static class ApiErrors
{
    private const string Invalid = "invalid_request_error";
    private const string Server = "api_error";

    /// <summary>Said when the gateway takes no more runs.</summary>
    public static ApiFault Busy { get; } = new("too many runs are in progress; try again in a moment", 503, Server);

    /// <summary>Null for a run that did not fail.</summary>
    public static ApiFault? Of(RunOutcome outcome)
    {
        var text = outcome.Error ?? "the run was stopped";
        return outcome.Status switch
        {
            RunStatus.Completed => null,
            RunStatus.TimedOut => new ApiFault(text, 504, Server),
            RunStatus.Aborted => new ApiFault("the run was stopped", 503, Server),
            _ => outcome.ModelError is { } error ? Of(error) with { Message = text } : new ApiFault(text, 500, Server),
        };
    }

    /// <summary>What a failed call of a provider is.</summary>
    public static ApiFault Of(ModelError error) => error.Kind switch
    {
        ModelErrorKind.Refused or ModelErrorKind.ContextOverflow => new ApiFault(error.Message, 400, Invalid),
        ModelErrorKind.Auth => new ApiFault(error.Message, 401, Invalid),
        ModelErrorKind.Billing => new ApiFault(error.Message, 402, Invalid),
        ModelErrorKind.RateLimit => new ApiFault(error.Message, 429, Invalid),
        ModelErrorKind.Malformed => new ApiFault(error.Message, 502, Server),
        ModelErrorKind.Unavailable => new ApiFault(error.Message, 503, Server),
        _ => new ApiFault(error.Message, 500, Server),
    };
}
