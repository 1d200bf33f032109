using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Setting up step by step, answered by a client (spec 02 §12).</summary>
public static class WizardMethods
{
    /// <summary><c>wizard.start</c></summary>
    public static MethodDefinition<WizardStartParams, WizardStartResult> Start { get; } = new(
        "wizard.start",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WizardStartParams,
        static () => ProtocolJson.Default.WizardStartResult)
    {
        Summary = "Starts the wizard; only one runs at a time.",
    };

    /// <summary><c>wizard.next</c></summary>
    public static MethodDefinition<WizardNextParams, WizardNextResult> Next { get; } = new(
        "wizard.next",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WizardNextParams,
        static () => ProtocolJson.Default.WizardNextResult)
    {
        Summary = "Answers a step and waits for the next one.",
    };

    /// <summary><c>wizard.cancel</c></summary>
    public static MethodDefinition<WizardCancelParams, WizardCancelResult> Cancel { get; } = new(
        "wizard.cancel",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WizardCancelParams,
        static () => ProtocolJson.Default.WizardCancelResult)
    {
        Summary = "Ends the wizard.",
    };

    /// <summary><c>wizard.status</c></summary>
    public static MethodDefinition<WizardStatusParams, WizardStatusResult> Status { get; } = new(
        "wizard.status",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WizardStatusParams,
        static () => ProtocolJson.Default.WizardStatusResult)
    {
        Summary = "Tells where the wizard is.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Start, Next, Cancel, Status];
}
