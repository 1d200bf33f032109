namespace OpenClaw.Agents.Identity.Routing;

/// <summary>Which agent answers, and why.</summary>
/// <param name="AgentId">Normalised.</param>
/// <param name="MatchedBy"><c>binding.peer</c>, <c>binding.guild</c>, <c>binding.team</c>, <c>binding.account</c>, <c>binding.channel</c> or <c>default</c>.</param>
public sealed record RouteMatch(string AgentId, string MatchedBy);
