using OpenClaw.Agents.Models;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Where a call of the model APIs goes.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionKey">Canonical key of the session; fresh unless the caller named one.</param>
/// <param name="CallerKey">The key as events carry it.</param>
/// <param name="Model">A model for this run only (<c>x-openclaw-model</c>).</param>
/// <param name="Channel">Where the conversation is said to take place.</param>
/// <param name="IsFresh">True when nobody can name this session again.</param>
internal sealed record ApiTarget(string AgentId, string SessionKey, string CallerKey, ModelRef? Model, string Channel, bool IsFresh);
