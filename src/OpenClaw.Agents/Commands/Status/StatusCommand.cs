using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Agents.Commands.Status;

/// <summary><c>/status</c>: what this session runs with.</summary>
/// <param name="store">Sessions.</param>
/// <param name="selection">Models.</param>
/// <param name="catalog">What is known of them.</param>
/// <param name="keys">Where credentials come from.</param>
/// <param name="depth">Messages waiting in a session.</param>
public sealed class StatusCommand(SessionStore store, ModelSelection selection, ModelCatalog catalog, ApiKeys keys, Func<string, int> depth) : ICommand
{
    private static readonly string[] s_queueOverrides = ["queueDebounceMs", "queueCap", "queueDrop"];

    private readonly List<Func<CommandScene, string?>> _more = [];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("status", "What this session runs with.", CommandGroup.Status) { IsShortcut = true };

    /// <summary>Adds a line that another part of the gateway knows; null: nothing to say.</summary>
    public void Add(Func<CommandScene, string?> line) => _more.Add(line);

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var session = store.Find(scene.SessionKey);
        var wanted = session?.Text("modelOverride") is { } id
            ? new ModelRef(session.Text("providerOverride") ?? ModelRef.Default.Provider, id)
            : selection.Default(scene.AgentId);
        var model = catalog.Resolve(wanted);
        List<string?> lines =
        [
            $"🦞 OpenClaw {ProductVersion.Text}",
            $"🧠 Model: {wanted} · {Auth(scene, model)}",
            Tokens(session, model),
            Context(session, model),
            $"🧵 Session: {scene.SessionKey} · {Age(session)}",
            .. _more.Select(line => line(scene)),
            $"⚙️ Runtime: direct · Think: {selection.Thinking(session, model)} · Verbose: {Level(session, "verboseLevel", store.Agents.Config.Agents.Defaults.VerboseDefault ?? "off")}"
                + $" · Reasoning: {Level(session, "reasoningLevel", "off")} · Elevated: {Level(session, "elevatedLevel", store.Agents.Config.Agents.Defaults.ElevatedDefault ?? "on")}",
            scene.IsGroup ? $"👥 Activation: {Level(session, "groupActivation", "mention")}" : null,
            Queue(scene, session),
        ];
        return Task.FromResult(CommandAnswer.Say(string.Join('\n', lines.OfType<string>())));
    }

    private string Auth(CommandScene scene, ModelInfo? model)
    {
        if (model is null)
            return "unknown model";
        var (key, problem) = keys.ForCall(scene.AgentId, model);
        return problem is not null ? "no credential" : key is null ? "no key needed" : $"key: {key.Source}";
    }

    private static string Tokens(StoredSession? session, ModelInfo? model)
    {
        var (input, output) = (session?.Number("inputTokens") ?? 0, session?.Number("outputTokens") ?? 0);
        var line = $"🧮 Tokens: {UsageFooter.Count(input)} in / {UsageFooter.Count(output)} out";
        if (model is not { Price: var price } || price == default || input + output == 0)
            return line;
        var bill = price.Of(new Messages.TokenUsage(input, output, 0, 0));
        return $"{line} · est {UsageFooter.Money(bill.Input + bill.Output)}";
    }

    private string Context(StoredSession? session, ModelInfo? model)
    {
        var window = model is not null ? selection.ContextTokens(model) : session?.Number("contextTokens") ?? 0;
        var used = session?.Number("totalTokens") ?? 0;
        var share = window > 0 ? $" ({used * 100 / window}%)" : string.Empty;
        return $"📚 Context: {UsageFooter.Count(used)}/{UsageFooter.Count(window)}{share} · Compactions: {session?.Number("compactionCount") ?? 0}";
    }

    private string Age(StoredSession? session)
    {
        if (session?.UpdatedAt is not { } at)
            return "new";
        var age = store.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at);
        return age.TotalMinutes < 1 ? "updated just now"
            : age.TotalHours < 1 ? $"updated {(int)age.TotalMinutes}m ago"
            : age.TotalDays < 1 ? $"updated {(int)age.TotalHours}h ago"
            : $"updated {(int)age.TotalDays}d ago";
    }

    private string Queue(CommandScene scene, StoredSession? session)
    {
        var settings = QueueSettings.For(store.Agents.Config.Messages.Queue, scene.Channel, session);
        var own = session is not null && s_queueOverrides.Any(name => session.Member(name) is not null)
            ? $", debounce {settings.Debounce.TotalMilliseconds:0}ms, cap {settings.Cap}, drop {QueueWords.Of(settings.Drop)}"
            : string.Empty;
        return $"🪢 Queue: {QueueWords.Of(settings.Mode)} (waiting {depth(scene.SessionKey)}{own})";
    }

    private static string Level(StoredSession? session, string name, string otherwise) => session?.Text(name) ?? otherwise;
}
