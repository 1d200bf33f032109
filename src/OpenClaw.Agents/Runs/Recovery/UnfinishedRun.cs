using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;

namespace OpenClaw.Agents.Runs.Recovery;

/// <summary>A run that had begun when the gateway ended, as far as it was written down.</summary>
public sealed record UnfinishedRun
{
    // A thousand runs may be going on; what was said in each is kept as far as it can be shown or said again.
    private const int MaxMessage = 16_000;

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical session key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The key as its caller wrote it.</summary>
    public required string CallerKey { get; init; }

    /// <summary>What started it.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>Scopes of whoever caused it.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether that was the owner.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Id of whoever caused it.</summary>
    public string? CallerId { get; init; }

    /// <summary>What was said, possibly cut.</summary>
    public required string Message { get; init; }

    /// <summary>False: something of the request is not here (pictures, the end of a long text, tools of the caller), so it cannot be repeated.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How often it was already begun anew after a restart.</summary>
    public int Attempt { get; init; }

    /// <summary>True when a tool had been used: repeating it might do something twice.</summary>
    public bool UsedTools { get; init; }

    /// <summary>When it was taken on, epoch milliseconds.</summary>
    public long At { get; init; }

    /// <summary><see cref="RunRequest.MessageId"/>.</summary>
    public string? MessageId { get; init; }

    /// <summary><see cref="RunRequest.Thinking"/>.</summary>
    public string? Thinking { get; init; }

    /// <summary><see cref="RunRequest.Timeout"/>, milliseconds.</summary>
    public long? TimeoutMs { get; init; }

    /// <summary><see cref="RunRequest.ExtraSystemPrompt"/>.</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <summary><see cref="RunRequest.Channel"/>.</summary>
    public string? Channel { get; init; }

    /// <summary><see cref="RunRequest.AccountId"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary><see cref="RunRequest.To"/>.</summary>
    public string? To { get; init; }

    /// <summary><see cref="RunRequest.ThreadId"/>.</summary>
    public string? ThreadId { get; init; }

    /// <summary><see cref="RunRequest.Lane"/>.</summary>
    public string Lane { get; init; } = RunLanes.Main;

    /// <summary><see cref="RunRequest.Model"/>.</summary>
    public string? Model { get; init; }

    /// <summary><see cref="RunRequest.PromptMode"/>.</summary>
    public PromptMode PromptMode { get; init; }

    /// <summary><see cref="RunRequest.UseTools"/>.</summary>
    public bool UseTools { get; init; } = true;

    internal static UnfinishedRun Of(RunRequest request, DateTimeOffset now) => new()
    {
        RunId = request.RunId,
        SessionKey = request.SessionKey,
        CallerKey = request.CallerKey,
        Origin = request.Caller.Origin,
        Scopes = request.Caller.Scopes,
        IsOwner = request.Caller.IsOwner,
        CallerId = request.Caller.Id,
        Message = request.Message.Length > MaxMessage ? request.Message[..MaxMessage] : request.Message,
        IsWhole = request.Message.Length <= MaxMessage && request.Images.Count == 0 && request.ClientTools.Count == 0 && request.ToolResults.Count == 0
            && request.Sampling is null && request.ToolChoice is null && (request.ExtraSystemPrompt?.Length ?? 0) <= MaxMessage,
        Attempt = request.Attempt,
        At = now.ToUnixTimeMilliseconds(),
        MessageId = request.MessageId,
        Thinking = request.Thinking,
        TimeoutMs = (long?)request.Timeout?.TotalMilliseconds,
        ExtraSystemPrompt = request.ExtraSystemPrompt is { Length: <= MaxMessage } extra ? extra : null,
        Channel = request.Channel,
        AccountId = request.AccountId,
        To = request.To,
        ThreadId = request.ThreadId,
        Lane = request.Lane,
        Model = request.Model?.ToString(),
        PromptMode = request.PromptMode,
        UseTools = request.UseTools,
    };

    /// <summary>The request again, to be run in the session as it is now.</summary>
    internal RunRequest Again() => new()
    {
        RunId = RunId,
        SessionKey = SessionKey,
        CallerKey = CallerKey,
        Caller = new RunCaller(Origin, Scopes, IsOwner, CallerId),
        Message = Message,
        MessageId = MessageId,
        Thinking = Thinking,
        Timeout = TimeoutMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
        ExtraSystemPrompt = ExtraSystemPrompt,
        Channel = Channel,
        AccountId = AccountId,
        To = To,
        ThreadId = ThreadId,
        Lane = Lane,
        Model = Model is { } model ? ModelRef.Parse(model) : null,
        PromptMode = PromptMode,
        UseTools = UseTools,
        Attempt = Attempt + 1,
    };
}
