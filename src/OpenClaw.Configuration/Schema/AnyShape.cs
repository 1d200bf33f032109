using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>Anything at all.</summary>
internal sealed record AnyShape : ConfigShape
{
    public override string Expectation => "any value";

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        // Every value is welcome.
    }

    public override JsonObject ToJsonSchema() => [];
}
