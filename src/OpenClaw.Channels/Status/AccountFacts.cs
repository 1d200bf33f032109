using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Supervision;

namespace OpenClaw.Channels.Status;

/// <summary>Everything there is to say about one account.</summary>
/// <param name="AccountId">Its id.</param>
/// <param name="Standing">As config and files have it.</param>
/// <param name="Described">Members of the channel's own, from config, files and the running account.</param>
/// <param name="Runtime">As it runs.</param>
/// <param name="Link">Its link; null for a channel that has none.</param>
/// <param name="Activity">Its traffic.</param>
/// <param name="Probe">The last answer of its service; null: not asked.</param>
internal sealed record AccountFacts(
    string AccountId, AccountStanding Standing, JsonObject Described, AccountRuntime Runtime, LinkState? Link, AccountActivity Activity, ProbedAccount? Probe)
{
    /// <summary>A member of the channel's own, once: what is written takes a copy.</summary>
    public JsonNode? Own(string name) => Described[name]?.DeepClone();
}
