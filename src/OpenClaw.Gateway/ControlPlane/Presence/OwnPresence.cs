using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>The gateway's own presence entry (spec 01 §11, first producer).</summary>
internal static class OwnPresence
{
    public static PresenceEntry Describe()
    {
        var host = Environment.MachineName;
        var ip = HostAddress() ?? host;
        return new PresenceEntry
        {
            Host = host,
            Ip = ip,
            Version = ProductVersion.Text,
            Platform = PlatformText(),
            DeviceFamily = OperatingSystem.IsMacOS() ? "Mac" : OperatingSystem.IsWindows() ? "Windows" : "Linux",
            ModelIdentifier = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            Mode = "gateway",
            Reason = "self",
            Text = $"Gateway: {host} ({ip}) · app {ProductVersion.Text} · mode gateway · reason self",
            Ts = 0,
        };
    }

    private static string PlatformText()
    {
        if (OperatingSystem.IsMacOS())
            return $"macos {Environment.OSVersion.Version.ToString(2)}";
        if (OperatingSystem.IsWindows())
            return $"windows {Environment.OSVersion.Version.ToString(3)}";
        const string release = "/proc/sys/kernel/osrelease";
        return File.Exists(release) ? $"linux {File.ReadAllText(release).Trim()}" : "linux";
    }

    private static string? HostAddress()
    {
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces()
                .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .OrderBy(i => i.Name is "en0" or "eth0" ? 0 : 1)
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .FirstOrDefault(a => a.Address.AddressFamily == AddressFamily.InterNetwork)?.Address.ToString();
        }
        catch (NetworkInformationException)
        {
            return null;
        }
    }
}
