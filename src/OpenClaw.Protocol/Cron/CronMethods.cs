using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Cron;

/// <summary>Jobs that run on their own (spec 02 §11).</summary>
public static class CronMethods
{
    /// <summary><c>cron.list</c></summary>
    public static MethodDefinition<CronListParams, CronListResult> List { get; } = new(
        "cron.list",
        MethodScope.Read,
        static () => ProtocolJson.Default.CronListParams,
        static () => ProtocolJson.Default.CronListResult)
    {
        Summary = "Lists jobs by next run.",
    };

    /// <summary><c>cron.status</c></summary>
    public static MethodDefinition<NoParams, CronStatusResult> Status { get; } = new(
        "cron.status",
        MethodScope.Read,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.CronStatusResult)
    {
        Summary = "Tells whether the scheduler runs and when it wakes next.",
    };

    /// <summary><c>cron.add</c></summary>
    public static MethodDefinition<CronAddParams, CronJob> Add { get; } = new(
        "cron.add",
        MethodScope.Admin,
        static () => ProtocolJson.Default.CronAddParams,
        static () => ProtocolJson.Default.CronJob)
    {
        Summary = "Adds a job.",
        Normalize = CronSpellings.Add,
    };

    /// <summary><c>cron.update</c></summary>
    public static MethodDefinition<CronUpdateParams, CronJob> Update { get; } = new(
        "cron.update",
        MethodScope.Admin,
        static () => ProtocolJson.Default.CronUpdateParams,
        static () => ProtocolJson.Default.CronJob)
    {
        Summary = "Changes a job.",
        Normalize = CronSpellings.Update,
    };

    /// <summary><c>cron.remove</c></summary>
    public static MethodDefinition<CronRemoveParams, CronRemoveResult> Remove { get; } = new(
        "cron.remove",
        MethodScope.Admin,
        static () => ProtocolJson.Default.CronRemoveParams,
        static () => ProtocolJson.Default.CronRemoveResult)
    {
        Summary = "Removes a job.",
    };

    /// <summary><c>cron.run</c></summary>
    public static MethodDefinition<CronRunParams, CronRunResult> Run { get; } = new(
        "cron.run",
        MethodScope.Admin,
        static () => ProtocolJson.Default.CronRunParams,
        static () => ProtocolJson.Default.CronRunResult)
    {
        Summary = "Runs a job now.",
    };

    /// <summary><c>cron.runs</c></summary>
    public static MethodDefinition<CronRunsParams, CronRunsResult> Runs { get; } = new(
        "cron.runs",
        MethodScope.Read,
        static () => ProtocolJson.Default.CronRunsParams,
        static () => ProtocolJson.Default.CronRunsResult)
    {
        Summary = "Returns the run log of a job.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [List, Status, Add, Update, Remove, Run, Runs];
}
