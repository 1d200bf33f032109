using System.Collections.Concurrent;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

[assembly: AssemblyFixture(typeof(OpenClaw.Conformance.Tests.Replay.ReplayResults))]

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Runs each scenario once, however many tests look at it; a few at a time, each on a gateway of its own.</summary>
public sealed class ReplayResults : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ReplayResult>>> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _slots = new(4);

    internal Task<ReplayResult> OfAsync(string scenario) =>
        _runs.GetOrAdd(scenario, name => new Lazy<Task<ReplayResult>>(() => RunAsync(Scenario.Named(name)))).Value;

    private async Task<ReplayResult> RunAsync(Scenario scenario)
    {
        var ct = TestContext.Current.CancellationToken;
        await _slots.WaitAsync(ct);
        try
        {
            await using var model = await StubModelServer.StartAsync(ct);
            using var home = new PrivateHome();
            var port = GatewayProcess.FreePort();
            var config = RecordedConfig.For(home, port, model.Port);
            scenario.Configure?.Invoke(config);
            home.WriteConfig(config);
            RecordedSkills.WriteTo(home);
            await using var gateway = await GatewayProcess.StartAsync(home, port, ct);

            var placeholders = new Placeholders
            {
                ["<HOME>"] = home.Path,
                ["<WORKSPACE>"] = home.Workspace,
                ["<TOKEN>"] = RecordedConfig.Token,
                ["<PORT>"] = $"{port}",
                ["<CANVAS_PORT>"] = $"{port + 4}",
                ["<STUB_PORT>"] = $"{model.Port}",
            };
            await using var replayer = new Replayer(Recording.Load(scenario.Name), gateway, placeholders);
            var differences = await replayer.RunAsync(ct);
            return Judge(scenario.Name, differences, gateway.Output);
        }
        finally
        {
            _slots.Release();
        }
    }

    private static ReplayResult Judge(string scenario, IReadOnlyList<Difference> differences, string output)
    {
        var applied = new HashSet<IntendedDifference>();
        var unexplained = new List<Difference>();
        foreach (var difference in differences)
        {
            var entries = IntendedDifferences.All.Where(i => i.Covers(scenario, difference)).ToList();
            applied.UnionWith(entries);
            if (entries.Count == 0)
                unexplained.Add(difference);
        }
        return new ReplayResult(unexplained, applied, output);
    }

    public void Dispose() => _slots.Dispose();
}
