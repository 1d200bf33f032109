using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.WebLogin;

/// <summary>Linking an account by scanning a code (spec 02 §3). Advertised only while a channel offers it.</summary>
public static class WebLoginMethods
{
    /// <summary><c>web.login.start</c></summary>
    public static MethodDefinition<WebLoginStartParams, WebLoginStartResult> Start { get; } = new(
        "web.login.start",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WebLoginStartParams,
        static () => ProtocolJson.Default.WebLoginStartResult)
    {
        Advertised = false,
        Summary = "Starts linking and returns the code to scan.",
    };

    /// <summary><c>web.login.wait</c></summary>
    public static MethodDefinition<WebLoginWaitParams, WebLoginWaitResult> Wait { get; } = new(
        "web.login.wait",
        MethodScope.Admin,
        static () => ProtocolJson.Default.WebLoginWaitParams,
        static () => ProtocolJson.Default.WebLoginWaitResult)
    {
        Advertised = false,
        Summary = "Waits until the code was scanned.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Start, Wait];
}
