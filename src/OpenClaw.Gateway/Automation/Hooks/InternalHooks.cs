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
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

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
            return Messages(run.Result);
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

    private static IReadOnlyList<string> Messages(string? result)
    {
        if (result is null)
            return [];
        try
        {
            return JsonNode.Parse(result)?["value"]?["messages"] is JsonArray list
                ? [.. list.Select(static item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : string.Empty).Where(static text => text.Length > 0)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
