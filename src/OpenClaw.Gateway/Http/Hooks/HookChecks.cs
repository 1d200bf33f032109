using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>What must be right before hooks are served.</summary>
internal static class HookChecks
{
    /// <summary>Null when they may be served, or are off; else what to change.</summary>
    public static string? Problem(HooksConfig hooks, GatewayAuth auth, ConfigPaths paths)
    {
        if (!hooks.Enabled)
            return null;
        if (string.IsNullOrWhiteSpace(hooks.Token))
            return "hooks.token: hooks.enabled is true, but no token is set; set hooks.token to a long random text";
        if ((auth.Token is { } token && GatewayAuth.Same(token, hooks.Token)) || (auth.Password is { } password && GatewayAuth.Same(password, hooks.Token)))
            return "hooks.token: is the same as the gateway's secret; whoever may call a hook could then rule the gateway. Choose another";
        if (PathOf(hooks) == "/")
            return "hooks.path: \"/\" would take every request of the gateway; choose a path such as /hooks";
        return hooks.Mappings
            .Select(mapping => mapping.TransformModule is { } module ? HookTransforms.Resolve(paths, hooks, module).Problem : null)
            .FirstOrDefault(static problem => problem is not null);
    }

    /// <summary>The path with a slash before it and none after it.</summary>
    public static string PathOf(HooksConfig hooks) => "/" + hooks.Path.Trim().Trim('/');
}
