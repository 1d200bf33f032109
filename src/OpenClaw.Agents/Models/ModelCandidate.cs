using OpenClaw.Agents.Credentials;

namespace OpenClaw.Agents.Models;

/// <summary>A model together with the credential it is called with.</summary>
/// <param name="Model">The model.</param>
/// <param name="Key">The credential; null for servers that want none.</param>
/// <param name="Thinking">The level to use instead of the wanted one, which this model refused; null: the wanted one.</param>
public sealed record ModelCandidate(ModelInfo Model, ApiKey? Key, string? Thinking = null);
