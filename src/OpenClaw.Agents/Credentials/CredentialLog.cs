using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Credentials;

/// <summary>
/// Writes down how the credentials of one agent do (<c>usageStats</c>, <c>lastGood</c>). Keys of the environment and the configuration
/// have no place to write to. Failing to write never fails a run: the answer matters more than the note.
/// </summary>
internal sealed class CredentialLog(AgentDirectory agents, AuthProfileStore store, string agentId, TimeProvider time)
{
    public Task FailedAsync(ApiKey key, string provider, string reason, CancellationToken ct) => WriteAsync(
        key, (_, stats) => ProfileUsage.Failed(stats, provider, reason, agents.Config.Auth.Cooldowns, time.GetUtcNow()), ct);

    public Task SucceededAsync(ApiKey key, string provider, CancellationToken ct) => WriteAsync(
        key,
        (file, stats) =>
        {
            ProfileUsage.Succeeded(stats, time.GetUtcNow());
            file.Change("lastGood")[provider] = key.ProfileId;
        },
        ct);

    private async Task WriteAsync(ApiKey key, Action<ProfileFile, JsonObject> change, CancellationToken ct)
    {
        if (key.ProfileId is not { } id)
            return;
        try
        {
            await store.UpdateAsync(
                store.PathFor(agentId),
                file =>
                {
                    if (!file.Profiles.Any(profile => profile.Id == id))
                        return false;
                    var all = file.Change("usageStats");
                    if (all[id] is not JsonObject stats)
                        all[id] = stats = [];
                    change(file, stats);
                    return true;
                },
                ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException or InvalidDataException)
        {
            // The next use of the credential tries again.
            return;
        }
    }
}
