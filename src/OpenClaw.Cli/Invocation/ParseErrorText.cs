using System.CommandLine;
using System.CommandLine.Parsing;

namespace OpenClaw.Cli.Invocation;

/// <summary>What is wrong with a command line, in one line that names the word.</summary>
internal static class ParseErrorText
{
    public static string Of(ParseError error, ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            if (word.StartsWith('-'))
                return $"unknown option '{word}'";
            return parsed.CommandResult.Command.Subcommands.Count > 0 ? $"unknown command '{word}'" : $"too many arguments: '{word}'";
        }
        var missing = parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null or { IdentifierToken: null });
        if (missing is not null)
            return $"required option '{missing.Name}' not specified";
        if (error.SymbolResult is ArgumentResult { Argument: { } argument, Tokens: [] })
            return $"missing argument <{argument.Name}>";
        if (error.SymbolResult is OptionResult { Option: { } option } result)
        {
            if (result.Tokens is [])
                return $"option '{option.Name}' needs a value";
            if (option.ValueType != typeof(string) && error.Message.Contains("Cannot parse", StringComparison.Ordinal))
                return $"option '{option.Name}': '{result.Tokens[^1].Value}' is not {Kind(option.ValueType)}";
        }
        return error.Message.TrimEnd('.');
    }

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) ? "true or false" : "a whole number";
}
