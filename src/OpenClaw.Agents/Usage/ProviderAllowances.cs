using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Protocol.Usage;

namespace OpenClaw.Agents.Usage;

/// <summary>
/// <c>usage.status</c> (spec 02 §2): the providers with plans whose credentials are at hand. This release does not ask them for their plan
/// windows, and says so instead of showing an empty plan.
/// </summary>
public sealed class ProviderAllowances(AgentDirectory agents, ApiKeys keys, TimeProvider time)
{
    private static readonly (string Id, string Name)[] s_providers =
    [
        ("anthropic", "Claude"), ("github-copilot", "Copilot"), ("google-gemini-cli", "Gemini"), ("google-antigravity", "Antigravity"),
        ("minimax", "MiniMax"), ("openai-codex", "Codex"), ("xiaomi", "Xiaomi"), ("zai", "z.ai"),
    ];

    /// <summary>The answer.</summary>
    public UsageStatusResult Status() => new()
    {
        UpdatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        Providers = [.. s_providers.Where(provider => keys.Has(agents.DefaultId, provider.Id)).Select(static provider => new ProviderUsage
        {
            Provider = provider.Id,
            DisplayName = provider.Name,
            Windows = [],
            Error = "plan windows are not asked for by this release; see the provider's own page",
        })],
    };
}
