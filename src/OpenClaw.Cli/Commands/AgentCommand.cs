using System.CommandLine;
using OpenClaw.Cli.Commands.Agent;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Protocol.Agent;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw agent</c> (spec 04 §10): one message, the final answer.</summary>
internal static class AgentCommand
{
    private static readonly string[] s_thinking = ["off", "minimal", "low", "medium", "high"];

    public static Command Build(CliContext context)
    {
        var command = new Command("agent", "Say something to an agent through the gateway and wait for the answer.");
        var message = new Option<string>("--message", "-m") { Description = "What to say", HelpName = "text", Required = true };
        var to = Text("--to", "Whose session to use: a phone number or chat id", "dest", "-t");
        var session = Text("--session-id", "Session to use", "id");
        var agent = Text("--agent", "Agent to use", "id");
        var thinking = Text("--thinking", "off, minimal, low, medium or high", "level");
        var channel = Text("--channel", "Channel of the conversation", "id");
        var replyTo = Text("--reply-to", "Deliver the answer to", "dest");
        var replyChannel = Text("--reply-channel", "Deliver the answer on", "id");
        var replyAccount = Text("--reply-account", "Deliver the answer from", "id");
        var deliver = new Option<bool>("--deliver") { Description = "Also send the answer to the channel" };
        var seconds = new Option<long?>("--timeout") { Description = "How long the agent may take (default 600)", HelpName = "s" };
        var json = new Option<bool>("--json") { Description = "Print the whole final answer as JSON" };
        foreach (var option in (Option[])[message, to, session, agent, thinking, channel, replyTo, replyChannel, replyAccount, deliver, seconds, json])
            command.Options.Add(option);

        command.SetAction((parsed, ct) =>
        {
            var level = parsed.GetValue(thinking);
            if (level is not null && !s_thinking.Contains(level))
                return Task.FromResult(context.Fail($"--thinking: '{level}' must be one of {string.Join(", ", s_thinking)}"));
            if (string.IsNullOrWhiteSpace(parsed.GetValue(message)))
                return Task.FromResult(context.Fail("--message must not be empty"));
            if (parsed.GetValue(seconds) is <= 0)
                return Task.FromResult(context.Fail("--timeout must be a positive integer (seconds)"));
            var limit = parsed.GetValue(seconds) ?? context.Config.Config.Agents.Defaults.TimeoutSeconds;
            var named = parsed.GetValue(to) ?? parsed.GetValue(session) ?? parsed.GetValue(agent);
            var parameters = new AgentParams
            {
                Message = parsed.GetValue(message)!,
                AgentId = parsed.GetValue(agent),
                To = parsed.GetValue(to),
                ReplyTo = parsed.GetValue(replyTo),
                SessionId = parsed.GetValue(session),
                // Nobody named: the conversation everybody has, the main session of the default agent.
                SessionKey = named is null ? "main" : null,
                Thinking = level,
                Deliver = parsed.GetValue(deliver) ? true : null,
                Channel = parsed.GetValue(channel),
                ReplyChannel = parsed.GetValue(replyChannel),
                ReplyAccountId = parsed.GetValue(replyAccount),
                Timeout = limit,
                IdempotencyKey = Guid.NewGuid().ToString(),
            };
            var choice = new RemoteChoice { Json = parsed.GetValue(json) };
            return AgentTurn.RunAsync(context, choice, parameters, TimeSpan.FromSeconds(Math.Max(10, limit + 30)), ct);
        });
        return command;
    }

    private static Option<string?> Text(string name, string description, string helpName, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = helpName };
}
