using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Models;

/// <summary>Models that can be chosen (spec 02 §4).</summary>
public static class ModelsMethods
{
    /// <summary><c>models.list</c></summary>
    public static MethodDefinition<NoParams, ModelsListResult> List { get; } = new(
        "models.list",
        MethodScope.Read,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.ModelsListResult)
    {
        Summary = "Lists the models that can be chosen.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [List];
}
