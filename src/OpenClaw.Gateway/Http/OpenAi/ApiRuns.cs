using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Starts the runs of the model APIs.</summary>
internal sealed class ApiRuns(AgentRunner runner, RunListeners listeners, ClientCallSessions calls, ILogger logger)
{
    /// <summary>Starts a run; null when the gateway takes no more.</summary>
    /// <param name="runId">Also the id of the response.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="conversation">What is said.</param>
    /// <param name="tools">The caller's tools.</param>
    /// <param name="sampling">How the model chooses its words.</param>
    public ApiRun? Start(string runId, HttpCaller caller, ApiTarget target, ApiConversation conversation, ClientTools tools, Sampling? sampling) =>
        ApiRun.Start(runner, listeners, new RunRequest
        {
            RunId = runId,
            SessionKey = target.SessionKey,
            CallerKey = target.CallerKey,
            Caller = caller.Run,
            Message = conversation.Prompt,
            Images = conversation.Images,
            ExtraSystemPrompt = conversation.System,
            Channel = target.Channel,
            Model = target.Model,
            ClientTools = tools.Tools,
            ToolChoice = tools.Choice,
            Sampling = sampling,
            SessionChange = static entry => WebChat.Route(entry, displayName: null),
            Settled = Settle,
        });

    /// <summary>The target of a request that brings outcomes of tools: the session their calls came from, when it is known.</summary>
    public ApiTarget Continued(ApiTarget target, ApiConversation conversation)
    {
        if (!target.IsFresh || conversation.Results.Count == 0 || calls.Find(conversation.Results[^1].CallId) is not { } session)
            return target;
        return target with { SessionKey = session, CallerKey = session, IsFresh = false };
    }

    /// <summary>The target of a request that continues an earlier response.</summary>
    public ApiTarget After(ApiTarget target, string? responseId) =>
        target.IsFresh && responseId is not null && calls.Find(responseId) is { } session
            ? target with { SessionKey = session, CallerKey = session, IsFresh = false }
            : target;

    private void Settle(RunRequest request, RunOutcome outcome)
    {
        RunReport.Log(logger, request, outcome);
        calls.Add(request.RunId, request.SessionKey);
        foreach (var call in outcome.ClientCalls)
            calls.Add(call.Id, request.SessionKey);
    }
}
