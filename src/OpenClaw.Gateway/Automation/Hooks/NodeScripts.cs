using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Configuration;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Automation.Hooks;

/// <summary>
/// Runs JavaScript of the gateway's owner in a process of its own: one Node per call, JSON on its standard input, JSON back, a deadline, and
/// none of the gateway's secrets in its environment.
/// </summary>
internal sealed class NodeScripts(Func<ConfigSnapshot> config, string home, TimeProvider time)
{
    private const int MaxOutput = 1024 * 1024;
    private const int MaxErrorText = 500;

    // Prints on the marked line only what the function returns; what the script itself prints goes elsewhere.
    private const string Driver = """
        const chunks = []; for await (const c of process.stdin) chunks.push(c);
        const order = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        console.log = console.info = console.debug = console.error;
        const module = await import(order.url);
        const run = order.export ? module[order.export] : (module.default ?? module.transform ?? module.handler);
        if (typeof run !== 'function') throw new Error(`no function "${order.export ?? 'default'}" in the module`);
        const result = await run(order.argument);
        const back = order.returnArgument ? order.argument : result;
        process.stdout.write(`\n${order.mark}${back === undefined ? '{"undefined":true}' : JSON.stringify({ value: back })}\n`, () => process.exit(0));
        """;

    /// <summary>Absolute path of Node; null when there is none.</summary>
    public string? Node() => Executables.Find("node", config().Environment["PATH"] ?? Environment.GetEnvironmentVariable("PATH"), home, home);

    /// <summary>Calls a function of a module and waits for what it returns, at most so long.</summary>
    /// <param name="modulePath">Absolute path; checked by the caller.</param>
    /// <param name="export">Function; null: the default one.</param>
    /// <param name="argument">What it gets.</param>
    /// <param name="returnArgument">True: hand back the argument as the function left it.</param>
    /// <param name="variables">Variables it gets beside the harmless ones of the gateway.</param>
    /// <param name="limit">Deadline.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ScriptRun> CallAsync(
        string modulePath, string? export, JsonNode argument, bool returnArgument, IReadOnlyDictionary<string, string>? variables, TimeSpan limit, CancellationToken ct)
    {
        if (Node() is not { } node)
            return new ScriptRun(null, "Node is not installed (no \"node\" in PATH); scripts of hooks need it");
        var mark = $"openclaw-{Guid.NewGuid():N}:";
        var order = new JsonObject
        {
            ["url"] = new Uri(modulePath).AbsoluteUri,
            ["mark"] = mark,
            ["returnArgument"] = returnArgument,
            ["argument"] = argument,
        };
        if (export is not null)
            order["export"] = export;
        var output = new BoundedText(MaxOutput);
        var errors = new BoundedText(MaxOutput);
        ChildProcess child;
        try
        {
            child = ChildProcess.Start(
                new ChildStart
                {
                    Executable = node,
                    Arguments = ["--input-type=module", "-e", Driver],
                    Directory = Path.GetDirectoryName(modulePath)!,
                    Environment = ExecEnvironment.Build(config().Environment, [], variables).Variables,
                    Input = true,
                    SplitError = true,
                },
                output.Add,
                errors.Add);
        }
        catch (IOException e)
        {
            return new ScriptRun(null, e.Message);
        }

        await using (child.ConfigureAwait(false))
        {
            child.Write(Encoding.UTF8.GetBytes(order.ToJsonString()));
            child.CloseInput();
            try
            {
                var exit = await child.Exited.WaitAsync(limit, time, ct).ConfigureAwait(false);
                child.KillTree();
                await ((Task)child.Completion).WaitAsync(TimeSpan.FromSeconds(2), time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Read(output.Text, mark) is { } result
                    ? new ScriptRun(result, null)
                    : new ScriptRun(null, $"{Path.GetFileName(modulePath)} ended with {exit.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? exit.Signal}: {Tail(errors.Text)}");
            }
            catch (TimeoutException)
            {
                return new ScriptRun(null, $"{Path.GetFileName(modulePath)} did not end within {limit.TotalSeconds:0} s and was stopped");
            }
        }
    }

    private static string? Read(string output, string mark)
    {
        var at = output.LastIndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var end = output.IndexOf('\n', at);
        return end < 0 ? null : output[(at + mark.Length)..end];
    }

    private static string Tail(string text)
    {
        var line = text.Split('\n').Select(static line => line.Trim()).FirstOrDefault(static line => line.Contains("Error", StringComparison.Ordinal)) ?? text.Trim();
        return line.Length > MaxErrorText ? line[..MaxErrorText] : line;
    }
}
