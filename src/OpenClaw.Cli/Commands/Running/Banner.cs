using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>What a person wants to know once the gateway listens: where to chat, which model answers, where the log is.</summary>
internal static class Banner
{
    private static readonly TimeSpan s_modelPatience = TimeSpan.FromSeconds(3);

    /// <summary>Prints the addresses.</summary>
    public static void Addresses(CliContext context, RunFlags flags, ConfigSnapshot config, GatewayRuntime gateway, GatewayLog log)
    {
        var page = $"{(gateway.IsSecure ? "https" : "http")}://127.0.0.1:{gateway.Port}/";
        log.Write(LogLevel.Information, "gateway", $"log file: {log.FilePath}");
        log.Write(LogLevel.Information, "gateway", $"chat: {page}");
        if ((flags.Tailscale ?? config.Config.Gateway.Tailscale.Mode) is var exposure and not "off")
        {
            log.Write(
                LogLevel.Warning, "gateway",
                $"gateway.tailscale.mode is {exposure}: identities that Tailscale proves are accepted, but the exposure is not set up for you. Run: tailscale {exposure} --bg {gateway.Port}");
        }
        // The secret goes to the eyes in front of this terminal: not into the file, not into a pipe that a supervisor keeps.
        var token = flags.Token ?? config.Config.Gateway.Auth.Token ?? config.Environment.FirstOf("OPENCLAW_GATEWAY_TOKEN", "CLAWDBOT_GATEWAY_TOKEN");
        if (context.Screen.IsTerminal && token is not null)
            log.Say($"open {page}#token={Uri.EscapeDataString(token)}");
    }

    /// <summary>Says which model answers. Looks for a local model server, so it comes after the gateway is ready. Never fails.</summary>
    public static async Task ModelAsync(CliContext context, Func<ConfigSnapshot> config, GatewayLog log, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_modelPatience);
        try
        {
            using var http = new HttpClient();
            var agents = new OpenClaw.Agents.Identity.AgentDirectory(context.Paths, config);
            var ollama = new OllamaDiscovery(http, OllamaDiscovery.ServerOf(config().Environment), context.Time);
            var selection = new ModelSelection(agents, new ModelCatalog(agents, ollama), new ApiKeys(agents, context.Time), ollama);
            var model = await selection.DefaultAsync(agents.DefaultId, deadline.Token).ConfigureAwait(false);
            log.Write(LogLevel.Information, "gateway", $"agent model: {model}");
            if (model.Provider == "demo")
            {
                log.Write(
                    LogLevel.Warning,
                    "gateway",
                    "no model provider is configured: the demo model repeats what you say. " +
                    $"Set a key (ANTHROPIC_API_KEY, OPENAI_API_KEY) or start Ollama, or choose one: {context.Suggest("config set agents.defaults.model.primary <provider/model>")}");
            }
        }
        catch (OperationCanceledException)
        {
            log.Write(LogLevel.Debug, "gateway", "the search for a local model server was given up");
        }
    }
}
