using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>agent</c>, <c>agent.wait</c>, <c>agent.identity.get</c> and <c>agents.list</c> (spec 02 §4).</summary>
internal sealed class AgentMethodHandlers(AgentRuns runs, AgentProfiles profiles)
{
    public void Register(MethodTable table)
    {
        table.Add(AgentMethods.Agent, runs.RunAsync);
        table.Add(AgentMethods.Wait, (_, parameters, ct) => runs.WaitAsync(parameters, ct));
        table.Add(AgentMethods.IdentityGet, Identity);
        table.Add(AgentMethods.List, (_, _, _) => ValueTask.FromResult<Reply<AgentsListResult>>(profiles.List()));
    }

    private ValueTask<Reply<AgentIdentityGetResult>> Identity(MethodContext context, AgentIdentityGetParams parameters, CancellationToken ct)
    {
        var fromKey = parameters.SessionKey is { Length: > 0 } key ? SessionKeys.Parse(key)?.AgentId : null;
        var named = parameters.AgentId is { } id ? AgentIds.Normalize(id) : null;
        if (named is not null && fromKey is not null && named != fromKey)
            return ValueTask.FromResult<Reply<AgentIdentityGetResult>>(GatewayError.Invalid(
                $"invalid agent.identity.get params: agent \"{named}\" does not match session key agent \"{fromKey}\""));
        return ValueTask.FromResult<Reply<AgentIdentityGetResult>>(profiles.Show(named ?? fromKey ?? profiles.DefaultId));
    }
}
