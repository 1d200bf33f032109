using OpenClaw.Protocol.Usage;

namespace OpenClaw.Agents.Usage;

/// <summary>Adds calls up.</summary>
internal sealed class UsageSum
{
    private long _input;
    private long _output;
    private long _cacheRead;
    private long _cacheWrite;
    private double _cost;
    private long _missing;

    public void Add(UsageEntry entry)
    {
        _input += entry.Tokens.Input;
        _output += entry.Tokens.Output;
        _cacheRead += entry.Tokens.CacheRead;
        _cacheWrite += entry.Tokens.CacheWrite;
        _cost += entry.Cost ?? 0;
        if (entry.Cost is null)
            _missing++;
    }

    public UsageTotals ToTotals() => new()
    {
        Input = _input,
        Output = _output,
        CacheRead = _cacheRead,
        CacheWrite = _cacheWrite,
        TotalTokens = _input + _output + _cacheRead + _cacheWrite,
        TotalCost = _cost,
        MissingCostEntries = _missing,
    };

    public UsageDay ToDay(string date) => new()
    {
        Date = date,
        Input = _input,
        Output = _output,
        CacheRead = _cacheRead,
        CacheWrite = _cacheWrite,
        TotalTokens = _input + _output + _cacheRead + _cacheWrite,
        TotalCost = _cost,
        MissingCostEntries = _missing,
    };
}
