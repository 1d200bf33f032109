using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Turns a small tree into the <c>details</c> of an error.</summary>
internal static class Details
{
    public static JsonElement Of(JsonObject tree)
    {
        using var document = JsonDocument.Parse(tree.ToJsonString());
        return document.RootElement.Clone();
    }
}
