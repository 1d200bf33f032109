using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Hooks;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Automation.Hooks;

/// <summary>
/// Runs the owner's hooks (spec 09 §10.1): the built-in ones here, the others as scripts in a process of their own with the event as JSON on
/// standard input. Off unless <c>hooks.internal.enabled</c> and the hook's own entry are true.
/// </summary>
internal sealed class InternalHooks(
    InternalHookFolders folders, NodeScripts scripts, BundledHooks bundled, Func<ConfigSnapshot> config, TimeProvider time, ILogger logger) : IInternalHooks
{
    private const int MaxMessages = 10;
    private const string Files = "bootstrapFiles";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public bool Listens(string type, string action)
    {
        if (!config().Config.Hooks.Internal.Enabled)
            return false;
        var asked = new HookEvent(type, action, string.Empty, []);
        return folders.All().Any(hook => hook.Wants(asked) && folders.IsEnabled(hook));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> EmitAsync(HookEvent happened, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (!config().Config.Hooks.Internal.Enabled)
            return [];
        var messages = new List<string>();
        foreach (var hook in folders.All())
        {
            if (!hook.Wants(happened) || !folders.IsEnabled(hook))
                continue;
            if (!hook.Always && folders.Missing(hook) is { IsEmpty: false })
            {
                AutomationLog.HookProblem(logger, hook.Name, "something it needs is missing; see: openclaw hooks info");
                continue;
            }

            if (ct.IsCancellationRequested)
                break;
            messages.AddRange(await RunAsync(hook, happened, ct).ConfigureAwait(false));
        }

        return [.. messages.Take(MaxMessages)];
    }

    private async Task<IReadOnlyList<string>> RunAsync(InternalHook hook, HookEvent happened, CancellationToken ct)
    {
        try
        {
            if (hook.Handler is null)
            {
                await bundled.RunAsync(hook.Name, happened, ct).ConfigureAwait(false);
                return [];
            }

            var variables = config().Config.Hooks.Internal.Entries.GetValueOrDefault(hook.Name)?.Env;
            var run = await scripts.CallAsync(hook.Handler, hook.Export, Describe(happened), returnArgument: true, variables, s_limit, ct).ConfigureAwait(false);
            if (run.Problem is { } problem)
                AutomationLog.HookProblem(logger, hook.Name, problem);
            return Taken(happened, run.Result);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            AutomationLog.HookProblem(logger, hook.Name, $"it was stopped before it had done with {happened.Type}:{happened.Action}");
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AutomationLog.HookProblem(logger, hook.Name, e.Message);
            return [];
        }
    }

    private JsonObject Describe(HookEvent happened) => new()
    {
        ["type"] = happened.Type,
        ["action"] = happened.Action,
        ["sessionKey"] = happened.SessionKey,
        ["context"] = happened.Context.DeepClone(),
        ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["messages"] = new JsonArray(),
    };

    /// <summary>The texts a script left, and the files of a prompt when it is asked about those.</summary>
    private static IReadOnlyList<string> Taken(HookEvent happened, string? result)
    {
        if (result is null)
            return [];
        try
        {
            var left = JsonNode.Parse(result)?["value"];
            if (happened is { Type: "agent", Action: "bootstrap" } && left?["context"]?[Files] is JsonArray files)
                happened.Context[Files] = files.DeepClone();
            return left?["messages"] is JsonArray list
                ? [.. list.Select(static item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : string.Empty).Where(static text => text.Length > 0)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
