using System.Text;
using OpenClaw.Configuration;

namespace OpenClaw.Cli.Terminal;

/// <summary>
/// Where a command writes: results to <see cref="Out"/>, everything else to <see cref="Err"/>. Colours only on a terminal, unless
/// <c>FORCE_COLOR</c> wants them and nothing forbids them (spec 04 §1.1).
/// </summary>
internal sealed class Screen
{
    private const int AssumedWidth = 120;
    private const int MinimumWidth = 60;

    private readonly bool _colourOut;
    private readonly bool _colourErr;

    public Screen(EnvironmentVariables environment, bool colour)
    {
        Out = Open(Console.OpenStandardOutput());
        Err = Open(Console.OpenStandardError());
        IsTerminal = !Console.IsOutputRedirected;
        var forbidden = !colour || environment["NO_COLOR"] is not null;
        var forced = environment["FORCE_COLOR"] is { } force && force != "0";
        var able = environment["TERM"] != "dumb";
        _colourOut = !forbidden && (forced || (able && IsTerminal));
        _colourErr = !forbidden && (forced || (able && !Console.IsErrorRedirected));
    }

    public TextWriter Out { get; }

    public TextWriter Err { get; }

    /// <summary>True when results go to a person.</summary>
    public bool IsTerminal { get; }

    /// <summary>True when the error stream goes to a person, so that progress may be shown there.</summary>
    public static bool IsErrorTerminal => !Console.IsErrorRedirected;

    /// <summary>True when results may be coloured.</summary>
    public bool UsesColour => _colourOut;

    /// <summary>Columns to use.</summary>
    public int Width => IsTerminal ? Math.Max(MinimumWidth, Console.WindowWidth - 1) : AssumedWidth;

    public void Line(string text = "") => Out.WriteLine(text);

    /// <summary>A line on the error stream: <c>error: …</c>.</summary>
    public void Error(string text) => Err.WriteLine($"{Tint("error:", "31", _colourErr)} {text}");

    /// <summary>A line on the error stream: <c>warning: …</c>.</summary>
    public void Warn(string text) => Err.WriteLine($"{Tint("warning:", "33", _colourErr)} {text}");

    /// <summary>A plain line on the error stream.</summary>
    public void Note(string text) => Err.WriteLine(text);

    public string Bold(string text) => Tint(text, "1", _colourOut);

    public string Dim(string text) => Tint(text, "90", _colourOut);

    public string Good(string text) => Tint(text, "32", _colourOut);

    public string Bad(string text) => Tint(text, "31", _colourOut);

    public string Caution(string text) => Tint(text, "33", _colourOut);

    public string Accent(string text) => Tint(text, "36", _colourOut);

    /// <summary>
    /// Plain writers rather than the framework's console, which puts a terminal into application mode before its first character
    /// and takes milliseconds to set up.
    /// </summary>
    private static TextWriter Open(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" });

    private static string Tint(string text, string code, bool on) => on ? $"\e[{code}m{text}\e[0m" : text;
}
