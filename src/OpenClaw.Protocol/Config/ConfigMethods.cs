using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Config;

/// <summary>The config file over the wire (spec 02 §9).</summary>
public static class ConfigMethods
{
    /// <summary><c>config.get</c></summary>
    public static MethodDefinition<NoParams, ConfigGetResult> Get { get; } = new(
        "config.get",
        MethodScope.Admin,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.ConfigGetResult)
    {
        Summary = "Returns the config as written and as used.",
    };

    /// <summary><c>config.set</c></summary>
    public static MethodDefinition<ConfigSetParams, ConfigSetResult> Set { get; } = new(
        "config.set",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ConfigSetParams,
        static () => ProtocolJson.Default.ConfigSetResult)
    {
        Summary = "Replaces the config file.",
    };

    /// <summary><c>config.apply</c></summary>
    public static MethodDefinition<ConfigApplyParams, ConfigApplyResult> Apply { get; } = new(
        "config.apply",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ConfigApplyParams,
        static () => ProtocolJson.Default.ConfigApplyResult)
    {
        Summary = "Replaces the config file and restarts.",
    };

    /// <summary><c>config.patch</c></summary>
    public static MethodDefinition<ConfigPatchParams, ConfigPatchResult> Patch { get; } = new(
        "config.patch",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ConfigPatchParams,
        static () => ProtocolJson.Default.ConfigPatchResult)
    {
        Summary = "Merges a change into the config file and restarts.",
    };

    /// <summary><c>config.schema</c></summary>
    public static MethodDefinition<NoParams, ConfigSchemaResult> Schema { get; } = new(
        "config.schema",
        MethodScope.Admin,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.ConfigSchemaResult)
    {
        Summary = "Returns the JSON Schema of the config with hints for forms.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Get, Set, Apply, Patch, Schema];
}
