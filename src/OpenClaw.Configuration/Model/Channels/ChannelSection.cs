using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model.Channels;

/// <summary>Finds the settings of one account: the channel's own with the account's put over them (spec 10 §1.2).</summary>
public static class ChannelSection
{
    private const string Accounts = "accounts";

    /// <summary>
    /// The channel's settings without <c>accounts</c>, each replaced by the account's where it has one. Only a shallow merge, like the
    /// original's; defaults come after it, so that an account that says nothing has what the channel says.
    /// </summary>
    /// <param name="config">The config.</param>
    /// <param name="channel">Channel id.</param>
    /// <param name="accountId">Account id; found by its normalised form too.</param>
    /// <param name="normalize">How ids are compared.</param>
    public static JsonObject Of(OpenClawConfig config, string channel, string accountId, Func<string, string> normalize)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(normalize);
        var merged = new JsonObject();
        if (config.Channels?[channel] is not JsonObject root)
            return merged;
        foreach (var (name, value) in root)
        {
            if (name != Accounts)
                merged[name] = value?.DeepClone();
        }

        foreach (var (name, value) in Account(root, accountId, normalize) ?? [])
            merged[name] = value?.DeepClone();
        return merged;
    }

    /// <summary>The account's own entry; null when it has none.</summary>
    public static JsonObject? Account(JsonObject root, string accountId, Func<string, string> normalize)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(normalize);
        if (root[Accounts] is not JsonObject accounts)
            return null;
        return accounts[accountId] as JsonObject
            ?? accounts.FirstOrDefault(entry => normalize(entry.Key) == normalize(accountId)).Value as JsonObject;
    }
}
