using System.Globalization;
using System.Text.Json;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Commands.Options;

/// <summary>What conversations came to, read from their transcripts: this session, today, the last thirty days.</summary>
public sealed class SessionCost(SessionStore store)
{
    private const int Days = 30;
    private const int MaxFiles = 2000;

    /// <summary>Three lines for people.</summary>
    public Task<string> DescribeAsync(CommandScene scene, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var session = store.Find(scene.SessionKey);
        var own = session is null ? null : store.Transcript(scene.SessionKey, session);
        var today = Local(store.Time.GetUtcNow()).Date;
        var (thisSession, thisDay, thisMonth, unknown) = (0.0, 0.0, 0.0, 0);
        foreach (var file in Files(scene, own?.FilePath))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var (at, cost) in Costs(file))
            {
                if (cost is not { } dollars)
                {
                    unknown++;
                    continue;
                }

                thisSession += file == own?.FilePath ? dollars : 0;
                thisDay += Local(at).Date == today ? dollars : 0;
                thisMonth += Local(at).Date > today.AddDays(-Days) ? dollars : 0;
            }
        }

        var note = unknown == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"\n{unknown} answers came from models without a price.");
        return Task.FromResult(
            $"This session: {UsageFooter.Money(thisSession)}\nToday: {UsageFooter.Money(thisDay)}\nLast {Days} days: {UsageFooter.Money(thisMonth)}{note}");
    }

    private IEnumerable<string> Files(CommandScene scene, string? own)
    {
        var folder = Path.GetDirectoryName(store.StorePath(scene.SessionKey))!;
        var oldest = store.Time.GetUtcNow().AddDays(-Days).UtcDateTime;
        var recent = Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles("*.jsonl").Where(file => file.LastWriteTimeUtc >= oldest)
                .OrderByDescending(static file => file.LastWriteTimeUtc).Take(MaxFiles).Select(static file => file.FullName)
            : [];
        return own is not null && File.Exists(own) ? recent.Append(own).Distinct(StringComparer.Ordinal) : recent;
    }

    private static IEnumerable<(DateTimeOffset At, double? Cost)> Costs(string file)
    {
        foreach (var entry in TranscriptReader.Read(file).Entries)
        {
            if (entry.Role != "assistant" || !entry.Raw.TryGetProperty("message", out var message)
                || !message.TryGetProperty("timestamp", out var stamp) || !stamp.TryGetInt64(out var at)
                || !message.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object
                || !usage.TryGetProperty("totalTokens", out var tokens) || !tokens.TryGetInt64(out var total) || total == 0)
                continue;
            var known = usage.TryGetProperty("cost", out var cost) && cost.ValueKind == JsonValueKind.Object
                && cost.TryGetProperty("total", out var sum) && sum.TryGetDouble(out var dollars) && dollars > 0
                    ? dollars
                    : (double?)null;
            yield return (DateTimeOffset.FromUnixTimeMilliseconds(at), known);
        }
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, store.Time.LocalTimeZone);
}
