namespace OpenClaw.Configuration.Schema;

/// <summary>One problem of the shape.</summary>
/// <param name="Path">Path that the wire names.</param>
/// <param name="Subject">Path of the offending key or value.</param>
/// <param name="Wire">Wire wording.</param>
/// <param name="Explanation">Wording for a person.</param>
internal sealed record ShapeFault(string[] Path, string[] Subject, string Wire, string Explanation);
