using System.Globalization;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Channels.Status;

/// <summary>A channel in words for people: <c>channelSummary</c> of <c>status</c> (spec 02 §2).</summary>
internal static class ChannelLines
{
    public static IEnumerable<string> Of(ChannelDescription channel, AccountFacts standard, IReadOnlyList<AccountFacts> all)
    {
        yield return $"{channel.Label}: {StateOf(standard)}";
        foreach (var facts in all)
        {
            var details = DetailsOf(facts).ToList();
            if (details.Count > 0 || all.Count > 1)
                yield return $"  - {facts.AccountId}{(details.Count == 0 ? "" : $" ({string.Join(", ", details)})")}";
        }
    }

    private static string StateOf(AccountFacts facts)
    {
        if (!facts.Standing.IsEnabled)
            return "disabled";
        if (facts.Link is not { } link)
            return facts.Standing.IsConfigured ? "configured" : "not configured";
        if (!link.IsLinked)
            return "not linked";
        var number = link.E164 is { } own ? $" {own}" : "";
        var age = link.AuthAge is { } since ? string.Create(CultureInfo.InvariantCulture, $" (auth age {(long)since.TotalMinutes}m)") : "";
        return $"linked{number}{age}";
    }

    private static IEnumerable<string> DetailsOf(AccountFacts facts)
    {
        if (facts.Own("tokenSource")?.ToString() is { } source and not "none")
            yield return $"token:{source}";
        if (facts.Runtime is { LastError: { } error, LastStartAt: not null })
            yield return $"error: {error}";
    }
}
