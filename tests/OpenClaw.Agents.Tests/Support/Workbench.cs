using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>The whole agent side, composed as the gateway composes it, on a temporary home.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private JsonObject _config;

    public Workbench(string config = "{}", TimeProvider? time = null, ProviderLimits? limits = null, Uri? ollama = null, ICompactor? compactor = null, bool compacts = false, params (string Name, string Value)[] environment)
    {
        _config = (JsonObject)JsonNode.Parse(config)!;
        Time = time ?? TimeProvider.System;
        Environment = new EnvironmentVariables([new("HOME", _folder.Path), .. environment.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value))]);
        Paths = ConfigPaths.Resolve(Environment, ProfileSelection.None);
        Agents = new AgentDirectory(Paths, Snapshot);
        Store = new SessionStore(Agents, Time);
        Providers = new ModelProviders(Time, limits);
        Ollama = new OllamaDiscovery(Providers.Http, ollama ?? new Uri("http://127.0.0.1:9"), Time);
        Catalog = new ModelCatalog(Agents, Ollama);
        Keys = new ApiKeys(Agents, Time);
        Selection = new ModelSelection(Agents, Catalog, Keys, Ollama);
        Router = new ModelRouter(Agents, Selection, Catalog, Keys, Time);
        Notes = new SystemEventQueue(Time);
        Lanes = new LaneScheduler();
        Tools = new ToolBox(new ToolPolicy(Agents, Store));
        Journal = new RunJournal(JournalFile, Time);
        SkillLibrary = new SkillLibrary(Agents, new SkillFolders(Agents, Path.Combine(_folder.Path, "bundled")), Time);
        Gate = new SkillGate(Agents, "linux");
        Skills = new AgentSkills(Agents, SkillLibrary, Gate);
        Compactor = new Compactor(Agents, Store, Providers, Time);
        Runner = new AgentRunner(Agents, new RunPreparation(Agents, Store, Selection, Router, Tools, Notes, Time, Skills), Providers, Lanes, Heard, Time, compactor ?? (compacts ? Compactor : null), Journal);
    }

    public TimeProvider Time { get; }

    public EnvironmentVariables Environment { get; private set; }

    public ConfigPaths Paths { get; }

    public AgentDirectory Agents { get; }

    public SessionStore Store { get; }

    public ModelProviders Providers { get; }

    public OllamaDiscovery Ollama { get; }

    public ModelCatalog Catalog { get; }

    public ApiKeys Keys { get; }

    public ModelSelection Selection { get; }

    public ModelRouter Router { get; }

    public SystemEventQueue Notes { get; }

    /// <summary>The real one; runs use it when the bench was made to compact.</summary>
    public Compactor Compactor { get; }

    public SkillLibrary SkillLibrary { get; }

    public SkillGate Gate { get; }

    public AgentSkills Skills { get; }

    public LaneScheduler Lanes { get; }

    public ToolBox Tools { get; }

    public RunRecorder Heard { get; } = new();

    public RunJournal Journal { get; }

    public AgentRunner Runner { get; }

    public string JournalFile => Path.Combine(Paths.StateDir, "runs", "active.jsonl");

    public string Home => _folder.Path;

    public string SessionsDir => Path.Combine(Paths.AgentsDir, "main", "sessions");

    public string StoreFile => Path.Combine(SessionsDir, "sessions.json");

    public string Write(string name, string text) => _folder.Write(name, text);

    public void SetEnvironment(string name, string value) => Environment = Environment.With(name, value);

    public void Configure(string config) => _config = (JsonObject)JsonNode.Parse(config)!;

    /// <summary>A configuration with one provider at this address and its model as default.</summary>
    public static string With(ModelServer server, string api = ModelApis.OpenAiCompletions, string extra = "") => $$"""
        {"agents":{"defaults":{"model":{"primary":"stub/stub-1"},"maxConcurrent":4{{extra}} } },
         "models":{"mode":"replace","providers":{"stub":{"baseUrl":"{{server.Url}}","apiKey":"sk-test-key-1234","api":"{{api}}",
           "models":[{"id":"stub-1","name":"Stub","contextWindow":128000,"maxTokens":8000,"input":["text","image"],
             "cost":{"input":1,"output":2,"cacheRead":0.1,"cacheWrite":0} } ] } } } }
        """;

    public AgentRun Start(string message, string runId = "r-1", string key = "agent:main:main", TimeSpan? timeout = null) =>
        Start(Request(message, runId, key) with { Timeout = timeout });

    public AgentRun Start(RunRequest request)
    {
        var run = Runner.Reserve(request)!;
        Runner.Begin(run);
        return run;
    }

    public RunRequest Request(string message, string runId = "r-1", string key = "agent:main:main") => new()
    {
        RunId = runId,
        SessionKey = Store.Canonical(key),
        CallerKey = key,
        Caller = RunRecorder.Owner,
        Message = message,
        Settled = Heard.Settled,
    };

    /// <summary>Adds a tool all runs may use.</summary>
    public ScriptedTool Add(ScriptedTool tool)
    {
        Tools.Add(tool);
        return tool;
    }

    /// <summary>The messages of the transcript as <c>role:text</c>, tool calls as <c>call:name</c>, failed results marked.</summary>
    public IReadOnlyList<string> Story(string key = "agent:main:main") =>
        [.. Store.Transcript(key, Store.Find(key)!)!.Read().Entries.Where(static entry => entry.Message is not null).Select(static entry => Told(entry.Message!.Value))];

    private static string Told(System.Text.Json.JsonElement message)
    {
        var parts = message.GetProperty("content").EnumerateArray().Select(static part => part.GetProperty("type").GetString() switch
        {
            "text" => part.GetProperty("text").GetString(),
            "toolCall" => $"<{part.GetProperty("name").GetString()}>",
            var other => $"<{other}>",
        });
        var role = message.GetProperty("role").GetString();
        var mark = message.TryGetProperty("isError", out var failed) && failed.GetBoolean() ? "!"
            : message.TryGetProperty("stopReason", out var reason) && reason.GetString() is "aborted" or "error" ? "?" : string.Empty;
        return $"{role}{mark}:{string.Join(' ', parts)}";
    }

    public async Task<RunOutcome> RunAsync(string message, string runId = "r-1", string key = "agent:main:main") =>
        await Finish(Start(message, runId, key));

    /// <summary>Waits for a run; moves a fake clock on while it waits for that.</summary>
    public async Task<RunOutcome> Finish(AgentRun run)
    {
        while (Time is FakeTimeProvider clock && !run.Completion.IsCompleted)
        {
            await Task.WhenAny(run.Completion, Task.Delay(20, TestContext.Current.CancellationToken));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await run.Completion.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    public string TranscriptText(string key = "agent:main:main") =>
        File.ReadAllText(Store.Transcript(key, Store.Find(key)!)!.FilePath);

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        Journal.Dispose();
        Store.Dispose();
        Providers.Dispose();
        _folder.Dispose();
    }

    private ConfigSnapshot Snapshot() => new()
    {
        Path = Paths.ConfigFile,
        Exists = true,
        Parsed = _config,
        Resolved = _config,
        Effective = _config,
        Valid = true,
        Hash = null,
        Environment = Environment,
        Config = OpenClawConfig.From(_config),
    };
}
