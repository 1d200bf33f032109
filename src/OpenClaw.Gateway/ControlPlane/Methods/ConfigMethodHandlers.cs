using OpenClaw.Configuration.Service;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>config.*</c> (spec 02 §9). All of it is the config service's business.</summary>
internal sealed class ConfigMethodHandlers(ConfigService config)
{
    public void Register(MethodTable table)
    {
        table.Add(ConfigMethods.Get, (_, _, _) => ValueTask.FromResult<Reply<ConfigGetResult>>(config.Get()));
        table.Add(ConfigMethods.Schema, (_, _, _) => ValueTask.FromResult<Reply<ConfigSchemaResult>>(config.Schema()));
        table.Add(ConfigMethods.Set, async (_, parameters, ct) => ReplyOf(await config.SetAsync(parameters, ct).ConfigureAwait(false)));
        table.Add(ConfigMethods.Patch, async (_, parameters, ct) => ReplyOf(await config.PatchAsync(parameters, ct).ConfigureAwait(false)));
        table.Add(ConfigMethods.Apply, async (_, parameters, ct) => ReplyOf(await config.ApplyAsync(parameters, ct).ConfigureAwait(false)));
    }

    private static Reply<T> ReplyOf<T>(ConfigAnswer<T> answer)
        where T : class => answer.Result is { } result ? result : answer.Error!;
}
