using System.Collections.Concurrent;
using System.Globalization;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Protocol.Usage;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Usage;

/// <summary><c>usage.cost</c> (spec 08 §16.4): what the default agent's transcripts say was spent, by local day. Answers are kept for 30 s.</summary>
public sealed class UsageCosts(AgentDirectory agents, ModelCatalog catalog, TimeProvider time)
{
    /// <summary>Days looked at when nobody says.</summary>
    public const int DefaultDays = 30;

    private const int MaxDays = 3650;
    private const int MaxKept = 32;
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, UsageCostResult> _kept = new();

    /// <summary>The last <paramref name="days"/> local days, today included.</summary>
    public UsageCostResult Of(int days)
    {
        var period = Math.Clamp(days, 1, MaxDays);
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(period, out var known) && now.ToUnixTimeMilliseconds() - known.UpdatedAt < s_fresh.TotalMilliseconds)
            return known;
        var result = Scan(period, now);
        if (_kept.Count >= MaxKept)
            _kept.Clear();
        _kept[period] = result;
        return result;
    }

    private UsageCostResult Scan(int days, DateTimeOffset now)
    {
        var zone = time.LocalTimeZone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var first = today.AddDays(1 - days);
        var sums = new SortedDictionary<DateOnly, UsageSum>();
        var total = new UsageSum();
        var seen = new HashSet<(string, DateTimeOffset)>();
        foreach (var entry in Files(first, zone).SelectMany(file => Entries(file)))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entry.At, zone).DateTime);
            if (day < first || day > today || (entry.Id is { } id && !seen.Add((id, entry.At))))
                continue;
            if (!sums.TryGetValue(day, out var sum))
                sums[day] = sum = new UsageSum();
            sum.Add(entry);
            total.Add(entry);
        }

        return new UsageCostResult
        {
            UpdatedAt = now.ToUnixTimeMilliseconds(),
            Days = days,
            Daily = [.. sums.Select(static pair => pair.Value.ToDay(pair.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))],
            Totals = total.ToTotals(),
        };
    }

    private IEnumerable<string> Files(DateOnly first, TimeZoneInfo zone)
    {
        // A day's slack: the file time and the lines' times need not agree to the second.
        var since = first.AddDays(-1).ToDateTime(TimeOnly.MinValue) - zone.BaseUtcOffset;
        var folders = new[] { agents.SessionPaths.SessionsDir(agents.DefaultId), Path.GetDirectoryName(agents.SessionPaths.Store(agents.DefaultId))! };
        return folders.Distinct(StringComparer.Ordinal).Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.jsonl"))
            .Where(file => File.GetLastWriteTimeUtc(file) >= since);
    }

    private IEnumerable<UsageEntry> Entries(string file) => JsonlFile.ReadLines(file)
        .Where(static line => line.Span.IndexOf("\"usage\""u8) >= 0)
        .Select(TranscriptReader.Parse)
        .Select(line => line is { } raw ? UsageEntry.Of(raw, Price) : null)
        .OfType<UsageEntry>();

    private ModelCost? Price(ModelRef model) => catalog.Find(model)?.Price;
}
