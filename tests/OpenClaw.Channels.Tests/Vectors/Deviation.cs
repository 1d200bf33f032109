using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Vectors;

/// <summary>A row where we do something better on purpose.</summary>
internal sealed record Deviation(string Group, string Input, string Column, string Why, JsonNode? Ours);
