using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Usage;

/// <summary>What models have cost and what is left (spec 02 §2).</summary>
public static class UsageMethods
{
    /// <summary><c>usage.status</c></summary>
    public static MethodDefinition<AnyParams, UsageStatusResult> Status { get; } = new(
        "usage.status",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.UsageStatusResult)
    {
        Checked = false,
        Summary = "Returns the allowances left at the providers.",
    };

    /// <summary><c>usage.cost</c></summary>
    public static MethodDefinition<UsageCostParams, UsageCostResult> Cost { get; } = new(
        "usage.cost",
        MethodScope.Read,
        static () => ProtocolJson.Default.UsageCostParams,
        static () => ProtocolJson.Default.UsageCostResult)
    {
        Checked = false,
        Summary = "Returns tokens and cost by day.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Status, Cost];
}
