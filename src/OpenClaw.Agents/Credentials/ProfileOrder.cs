using OpenClaw.Agents.Models;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Credentials;

/// <summary>In which order the credentials of a provider are tried (spec 08 §15). Pure.</summary>
internal static class ProfileOrder
{
    /// <summary>
    /// Usable credentials, best first: the file's order, else the configured one, else the configured profiles, else all. Without an
    /// explicit order subscriptions come before keys and the one that rested longest first. Cooling ones are last, soonest free first.
    /// </summary>
    public static IReadOnlyList<(AuthProfile Profile, DateTimeOffset? RestingUntil)> Of(ProfileFile file, string provider, AuthConfig config, DateTimeOffset now)
    {
        var all = file.Profiles.Where(profile => profile.Provider == provider && Fits(profile, config)).ToList();
        var explicitOrder = file.Order(provider) ?? Configured(config, provider);
        var known = config.Profiles.Where(pair => ModelRef.NormalizeProvider(pair.Value.Provider) == provider).Select(static pair => pair.Key).ToList();
        IEnumerable<AuthProfile> ordered;
        if (explicitOrder is { Count: > 0 })
            ordered = explicitOrder.Distinct(StringComparer.Ordinal).Select(id => all.Find(profile => profile.Id == id)).OfType<AuthProfile>();
        else
            ordered = all.Where(profile => known.Count == 0 || known.Contains(profile.Id))
                .OrderBy(static profile => profile.Rank).ThenBy(profile => ProfileUsage.LastUsed(file.Usage(profile.Id)));
        var usable = ordered.Where(profile => profile.IsUsable(now))
            .Select(profile => (Profile: profile, RestingUntil: ProfileUsage.RestingUntil(file.Usage(profile.Id), now))).ToList();
        return [.. usable.Where(static one => one.RestingUntil is null), .. usable.Where(static one => one.RestingUntil is not null).OrderBy(static one => one.RestingUntil)];
    }

    /// <summary>A configured profile of another provider or kind is not the one that was meant.</summary>
    private static bool Fits(AuthProfile profile, AuthConfig config) =>
        !config.Profiles.TryGetValue(profile.Id, out var meant)
        || (ModelRef.NormalizeProvider(meant.Provider) == profile.Provider
            && (meant.Mode == profile.Type || (meant.Mode == AuthProfile.OAuthType && profile.Type == AuthProfile.TokenType)));

    private static IReadOnlyList<string>? Configured(AuthConfig config, string provider) =>
        config.Order.FirstOrDefault(pair => ModelRef.NormalizeProvider(pair.Key) == provider).Value;
}
