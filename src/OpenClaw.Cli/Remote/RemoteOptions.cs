using System.CommandLine;

namespace OpenClaw.Cli.Remote;

/// <summary>The options of every command that talks to a gateway (spec 04 §1.3).</summary>
internal sealed class RemoteOptions
{
    private readonly Option<string?> _url = new("--url") { Description = "Gateway address", HelpName = "ws url" };
    private readonly Option<string?> _token = new("--token") { Description = "Gateway token", HelpName = "token" };
    private readonly Option<string?> _password = new("--password") { Description = "Gateway password", HelpName = "password" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };
    private readonly Option<bool> _expectFinal = new("--expect-final") { Description = "Wait for the second answer of a two-stage method" };
    private readonly Option<int> _timeout;

    private RemoteOptions(int timeoutMs) =>
        _timeout = new("--timeout") { Description = $"How long to wait (default {timeoutMs})", HelpName = "ms", DefaultValueFactory = _ => timeoutMs };

    /// <summary>Adds the options to a command.</summary>
    public static RemoteOptions AddTo(Command command, int timeoutMs = 10_000, bool password = true, bool expectFinal = false)
    {
        var options = new RemoteOptions(timeoutMs);
        command.Options.Add(options._url);
        command.Options.Add(options._token);
        if (password)
            command.Options.Add(options._password);
        command.Options.Add(options._timeout);
        if (expectFinal)
            command.Options.Add(options._expectFinal);
        command.Options.Add(options._json);
        return options;
    }

    /// <summary>What was typed.</summary>
    public RemoteChoice Read(ParseResult parsed) => new()
    {
        Url = Text(parsed, _url),
        Token = Text(parsed, _token),
        Password = parsed.GetResult(_password) is null ? null : Text(parsed, _password),
        TimeoutMs = parsed.GetValue(_timeout),
        ExpectFinal = parsed.GetResult(_expectFinal) is not null && parsed.GetValue(_expectFinal),
        Json = parsed.GetValue(_json),
    };

    private static string? Text(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option)?.Trim() is { Length: > 0 } text ? text : null;
}
