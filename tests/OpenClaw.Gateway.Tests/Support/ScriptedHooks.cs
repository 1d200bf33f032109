using System.Collections.Concurrent;
using OpenClaw.Agents.Hooks;

namespace OpenClaw.Gateway.Tests.Support;

/// <summary>Stands in for the owner's hooks: hears of every event and does what the test says.</summary>
internal sealed class ScriptedHooks(Func<HookEvent, CancellationToken, Task<IReadOnlyList<string>>> script) : IInternalHooks
{
    private readonly ConcurrentQueue<HookEvent> _heard = new();

    public IReadOnlyList<HookEvent> Heard => [.. _heard];

    public bool Listens(string type, string action) => true;

    public Task<IReadOnlyList<string>> EmitAsync(HookEvent happened, CancellationToken ct)
    {
        _heard.Enqueue(happened);
        return script(happened, ct);
    }
}
