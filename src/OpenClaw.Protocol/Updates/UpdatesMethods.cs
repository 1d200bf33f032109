using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Updates;

/// <summary>Updating the program (spec 02 §14).</summary>
public static class UpdatesMethods
{
    /// <summary><c>update.run</c></summary>
    public static MethodDefinition<UpdateRunParams, UpdateRunResult> Run { get; } = new(
        "update.run",
        MethodScope.Admin,
        static () => ProtocolJson.Default.UpdateRunParams,
        static () => ProtocolJson.Default.UpdateRunResult)
    {
        Summary = "Updates the program and restarts.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Run];
}
