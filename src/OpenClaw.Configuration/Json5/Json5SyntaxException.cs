namespace OpenClaw.Configuration.Json5;

/// <summary>Unwinds the parser; never leaves <see cref="Json5Document.TryParse"/>.</summary>
internal sealed class Json5SyntaxException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
