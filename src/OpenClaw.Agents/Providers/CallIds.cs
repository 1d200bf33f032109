using System.Globalization;

namespace OpenClaw.Agents.Providers;

/// <summary>Ids for tool calls of formats that give none: <c>name_milliseconds_number</c> (spec 08 §16.3).</summary>
internal sealed class CallIds(TimeProvider time)
{
    private int _count;

    public string Next(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}_{time.GetUtcNow().ToUnixTimeMilliseconds()}_{++_count}");
}
