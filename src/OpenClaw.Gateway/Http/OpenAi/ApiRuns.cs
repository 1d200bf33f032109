using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Starts the runs of the model APIs.</summary>
internal sealed class ApiRuns(AgentRunner runner, RunListeners listeners, ClientCalls calls, ILogger logger)
{
    /// <summary>Starts a run; null when the gateway takes no more.</summary>
    /// <param name="runId">Also the id of the response.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="conversation">What is said.</param>
    /// <param name="tools">The caller's tools.</param>
    /// <param name="sampling">How the model chooses its words.</param>
    public ApiRun? Start(string runId, HttpCaller caller, ApiTarget target, ApiConversation conversation, ClientTools tools, Sampling? sampling)
    {
        var results = Results(target, conversation, out var session);
        return ApiRun.Start(runner, listeners, new RunRequest
        {
            RunId = runId,
            SessionKey = session ?? target.SessionKey,
            CallerKey = session ?? target.CallerKey,
            Caller = caller.Run,
            Message = results.Count > 0 ? string.Empty : conversation.Prompt,
            Images = conversation.Images,
            ToolResults = results,
            ExtraSystemPrompt = conversation.System,
            Channel = target.Channel,
            Model = target.Model,
            ClientTools = tools.Tools,
            ToolChoice = tools.Choice,
            Sampling = sampling,
            SessionChange = static entry => WebChat.Route(entry, displayName: null),
            Settled = Settle,
        });
    }

    /// <summary>
    /// The outcomes that answer calls of one known session, if all of them do and the caller did not name another session. The session
    /// has the conversation, so the caller's copy of it is not needed.
    /// </summary>
    private List<ClientToolResult> Results(ApiTarget target, ApiConversation conversation, out string? session)
    {
        session = null;
        var results = new List<ClientToolResult>();
        foreach (var (id, output) in conversation.Results)
        {
            if (calls.Find(id) is not { Tool.Length: > 0 } call || (session is not null && session != call.SessionKey)
                || (!target.IsFresh && target.SessionKey != call.SessionKey))
            {
                session = null;
                return [];
            }

            session = call.SessionKey;
            results.Add(new ClientToolResult(id, call.Tool, output));
        }

        return results;
    }

    /// <summary>The target of a request that continues an earlier response.</summary>
    public ApiTarget After(ApiTarget target, string? responseId) =>
        target.IsFresh && responseId is not null && calls.Find(responseId) is { } response
            ? target with { SessionKey = response.SessionKey, CallerKey = response.SessionKey, IsFresh = false }
            : target;

    private void Settle(RunRequest request, RunOutcome outcome)
    {
        RunReport.Log(logger, request, outcome);
        calls.Add(request.RunId, request.SessionKey);
        foreach (var call in outcome.ClientCalls)
            calls.Add(call.Id, request.SessionKey, call.Name);
    }
}
