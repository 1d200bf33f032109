using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary>The config file in types (spec 03 §6): what code reads. Sections that are absent from the file are present here with their defaults.</summary>
public sealed record OpenClawConfig
{
    /// <summary>Stamp of the last write.</summary>
    public MetaConfig Meta { get; init; } = new();

    /// <summary>Stamp of the last setup.</summary>
    public WizardConfig Wizard { get; init; } = new();

    /// <summary>Logs.</summary>
    public LoggingConfig Logging { get; init; } = new();

    /// <summary>Update check.</summary>
    public UpdateConfig Update { get; init; } = new();

    /// <summary>Looks.</summary>
    public UiConfig Ui { get; init; } = new();

    /// <summary>Model providers.</summary>
    public ModelsConfig Models { get; init; } = new();

    /// <summary>Credentials: order and rests.</summary>
    public AuthConfig Auth { get; init; } = new();

    /// <summary>Agents.</summary>
    public AgentsConfig Agents { get; init; } = new();

    /// <summary>What agents may use.</summary>
    public ToolsConfig Tools { get; init; } = new();

    /// <summary>Routing.</summary>
    public IReadOnlyList<BindingConfig> Bindings { get; init; } = [];

    /// <summary>Messages.</summary>
    public MessagesConfig Messages { get; init; } = new();

    /// <summary>Chat commands.</summary>
    public CommandsConfig Commands { get; init; } = new();

    /// <summary>How commands are run.</summary>
    public ExecConfig Exec { get; init; } = new();

    /// <summary>Who may leave the sandbox.</summary>
    public ElevatedConfig Elevated { get; init; } = new();

    /// <summary>Chats that are asked for approvals.</summary>
    public ApprovalForwardingConfig ApprovalForwarding { get; init; } = new();

    /// <summary>Sessions.</summary>
    public SessionConfig Session { get; init; } = new();

    /// <summary>Jobs.</summary>
    public CronConfig Cron { get; init; } = new();

    /// <summary>Web hooks.</summary>
    public HooksConfig Hooks { get; init; } = new();

    /// <summary>WhatsApp Web connection.</summary>
    public WebConfig Web { get; init; } = new();

    /// <summary>Channels, each read by its owner.</summary>
    public JsonObject? Channels { get; init; }

    /// <summary>Skills.</summary>
    public SkillsConfig Skills { get; init; } = new();

    /// <summary>Being found.</summary>
    public DiscoveryConfig Discovery { get; init; } = new();

    /// <summary>Canvas files.</summary>
    public CanvasHostConfig CanvasHost { get; init; } = new();

    /// <summary>The gateway itself.</summary>
    public GatewayConfig Gateway { get; init; } = new();

    /// <summary>How agents reach the web.</summary>
    public WebToolsConfig WebTools { get; init; } = new();

    /// <summary>Tool servers.</summary>
    public McpConfig Mcp { get; init; } = new();

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    /// <summary>Reads the effective config. Wrong values read as absent.</summary>
    public static OpenClawConfig From(JsonObject effective) => Read(new ConfigNode(effective));

    private static OpenClawConfig Read(ConfigNode node) => new()
    {
        Meta = MetaConfig.Read(node.Section("meta")),
        Wizard = WizardConfig.Read(node.Section("wizard")),
        Logging = LoggingConfig.Read(node.Section("logging")),
        Update = UpdateConfig.Read(node.Section("update")),
        Ui = UiConfig.Read(node.Section("ui")),
        Models = ModelsConfig.Read(node.Section("models")),
        Auth = AuthConfig.Read(node.Section("auth")),
        Agents = AgentsConfig.Read(node.Section("agents")),
        Tools = ToolsConfig.Read(node.Section("tools")),
        Bindings = node.List("bindings", BindingConfig.Read) ?? [],
        Messages = MessagesConfig.Read(node.Section("messages")),
        Commands = CommandsConfig.Read(node.Section("commands")),
        Exec = ExecConfig.Read(node.Section("tools").Section("exec")),
        Elevated = ElevatedConfig.Read(node.Section("tools").Section("elevated")),
        ApprovalForwarding = ApprovalForwardingConfig.Read(node.Section("approvals").Section("exec")),
        Session = SessionConfig.Read(node.Section("session")),
        Cron = CronConfig.Read(node.Section("cron")),
        Hooks = HooksConfig.Read(node.Section("hooks")),
        Web = WebConfig.Read(node.Section("web")),
        Channels = node.Section("channels").Object,
        Skills = SkillsConfig.Read(node.Section("skills")),
        Discovery = DiscoveryConfig.Read(node.Section("discovery")),
        CanvasHost = CanvasHostConfig.Read(node.Section("canvasHost")),
        Gateway = GatewayConfig.Read(node.Section("gateway")),
        WebTools = WebToolsConfig.Read(node.Section("tools").Section("web")),
        Mcp = McpConfig.Read(node.Section("mcp")),
        Raw = node.Object,
    };
}
