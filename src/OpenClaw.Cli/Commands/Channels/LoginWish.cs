using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Qr;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>Which account to link, and how.</summary>
internal sealed record LoginWish(ILinkableChannel Channel, string AccountId, LoginRequest Request)
{
    /// <summary>Shows a picture to scan.</summary>
    public static void ShowPicture(CliContext context, string text)
    {
        context.Screen.Line();
        foreach (var line in QrPicture.Lines(text))
            context.Screen.Line(line);
        context.Screen.Line();
        context.Screen.Line("On the phone: Linked devices, Link a device. Scan this picture; a newer one replaces it.");
    }

    /// <summary>Shows a code to type.</summary>
    public static void ShowCode(CliContext context, string code)
    {
        context.Screen.Line($"Code: {(code.Length == 8 ? $"{code[..4]}-{code[4..]}" : code)}");
        context.Screen.Line("On the phone: Linked devices, Link a device, Link with phone number instead. Type this code.");
    }
}
