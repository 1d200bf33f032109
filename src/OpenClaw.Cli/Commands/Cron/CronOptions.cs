using System.CommandLine;

namespace OpenClaw.Cli.Commands.Cron;

/// <summary>The options that describe a job, for <c>cron add</c> and <c>cron edit</c> (spec 04 §15).</summary>
internal sealed class CronOptions
{
    public Option<string?> Name { get; } = Text("--name", "Name", "name");

    public Option<string?> Description { get; } = Text("--description", "What it is for", "text");

    public Option<string?> Agent { get; } = Text("--agent", "Agent; default: the default one", "id");

    public Option<string?> Session { get; } = Text("--session", "main: remind the main session; isolated: a turn of its own", "main|isolated");

    public Option<string?> Wake { get; } = Text("--wake", "Whether the agent looks at once", "now|next-heartbeat");

    public Option<string?> At { get; } = Text("--at", "Once: an ISO time (UTC unless it says otherwise) or a time from now such as 20m", "time");

    public Option<string?> Every { get; } = Text("--every", "Again and again, such as 30m or 1d", "duration");

    public Option<string?> Cron { get; } = Text("--cron", "By cron expression: five fields, or six with seconds", "expr");

    public Option<string?> Tz { get; } = Text("--tz", "Time zone of --cron, such as Europe/Copenhagen", "zone");

    public Option<string?> SystemEvent { get; } = Text("--system-event", "What the main session is told", "text");

    public Option<string?> Message { get; } = Text("--message", "What the agent is asked in an isolated turn", "text");

    public Option<string?> Thinking { get; } = Text("--thinking", "Thinking level of the turn", "level");

    public Option<string?> Model { get; } = Text("--model", "Model of the turn", "provider/id");

    public Option<long?> TimeoutSeconds { get; } = new("--timeout-seconds") { Description = "Deadline of the turn", HelpName = "n" };

    public Option<bool> Deliver { get; } = new("--deliver") { Description = "Send the answer to a channel" };

    public Option<string?> Channel { get; } = Text("--channel", "last or a channel", "channel");

    public Option<string?> To { get; } = Text("--to", "Recipient on that channel", "id");

    public Option<bool> BestEffort { get; } = new("--best-effort-deliver") { Description = "An answer that cannot be sent is no failure" };

    public Option<string?> PostPrefix { get; } = Text("--post-prefix", "Prefix of the line for the main session (default Cron)", "text");

    public Option<string?> PostMode { get; } = Text("--post-mode", "What the main session gets", "summary|full");

    public Option<long?> PostMaxChars { get; } = new("--post-max-chars") { Description = "Longest full text for the main session (default 8000)", HelpName = "n" };

    public Option<bool> DeleteAfterRun { get; } = new("--delete-after-run") { Description = "Remove a one-time job after its success" };

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            Name, Description, Agent, Session, Wake, At, Every, Cron, Tz, SystemEvent, Message, Thinking, Model, TimeoutSeconds, Deliver, Channel, To,
            BestEffort, PostPrefix, PostMode, PostMaxChars, DeleteAfterRun,
        ];
        foreach (var option in all)
            command.Options.Add(option);
    }

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
