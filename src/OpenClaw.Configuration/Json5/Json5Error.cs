using System.Globalization;

namespace OpenClaw.Configuration.Json5;

/// <summary>Why a text is not JSON5, and where.</summary>
/// <param name="Message">The reason, such as <c>invalid character 'j'</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record Json5Error(string Message, int Line, int Column)
{
    /// <summary>The wording that clients of the wire contract know: <c>JSON5: invalid character 'j' at 1:7</c>.</summary>
    public string WireText => string.Create(CultureInfo.InvariantCulture, $"JSON5: {Message} at {Line}:{Column}");

    /// <inheritdoc/>
    public override string ToString() => WireText;
}
