using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Nodes.Execution;

/// <summary>Writes to a descriptor whose reader may be slow or gone.</summary>
internal static class DescriptorWriter
{
    private const short Writable = 4;

    // A descriptor that is writable takes this much without blocking.
    private const int Piece = 512;

    private const int PatienceMs = 2000;

    /// <summary>False when the reader is gone or takes nothing for two seconds; a part may have been written then.</summary>
    public static bool WriteAll(SafeFileHandle handle, ReadOnlySpan<byte> data)
    {
        var descriptor = (int)handle.DangerousGetHandle();
        Span<Libc.PollEntry> entry = stackalloc Libc.PollEntry[1];
        while (!data.IsEmpty)
        {
            entry[0] = new Libc.PollEntry { Descriptor = descriptor, Events = Writable };
            var ready = Libc.Poll(entry, 1, PatienceMs);
            if (ready < 0 && Marshal.GetLastPInvokeError() == Libc.InterruptedCall)
                continue;
            if (ready <= 0 || (entry[0].Results & Writable) == 0)
                return false;
            var count = Libc.Write(descriptor, data, (nuint)Math.Min(Piece, data.Length));
            if (count < 0 && Marshal.GetLastPInvokeError() == Libc.InterruptedCall)
                continue;
            if (count <= 0)
                return false;
            data = data[(int)count..];
        }

        return true;
    }
}
