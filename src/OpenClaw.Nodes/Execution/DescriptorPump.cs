using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Nodes.Execution;

/// <summary>Reads a descriptor on a thread of its own until its end, or until it is told to stop although others still hold it open.</summary>
internal sealed class DescriptorPump : IDisposable
{
    private const short Readable = 1;
    private const int StackBytes = 256 * 1024;

    private readonly SafeFileHandle _source;
    private readonly Action<ReadOnlyMemory<byte>> _take;
    private readonly AnonymousPipeServerStream _stop = new(PipeDirection.Out, HandleInheritability.None);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DescriptorPump(SafeFileHandle source, Action<ReadOnlyMemory<byte>> take)
    {
        _source = source;
        _take = take;
        new Thread(Run, StackBytes) { IsBackground = true, Name = "exec-read" }.Start();
    }

    /// <summary>Completes at the end; afterwards nothing is handed over.</summary>
    public Task Done => _done.Task;

    /// <summary>Ends the reading after what is there.</summary>
    public void Stop()
    {
        if (!_done.Task.IsCompleted)
            _stop.WriteByte(1);
    }

    public void Dispose()
    {
        _stop.ClientSafePipeHandle.Dispose();
        _stop.Dispose();
        _source.Dispose();
    }

    private void Run()
    {
        try
        {
            Read();
            _done.TrySetResult();
        }
        catch (Exception problem)
        {
            _done.TrySetException(problem);
        }
    }

    private void Read()
    {
        var buffer = new byte[8192];
        Span<Libc.PollEntry> entries = stackalloc Libc.PollEntry[2];
        var (source, stop) = ((int)_source.DangerousGetHandle(), (int)_stop.ClientSafePipeHandle.DangerousGetHandle());
        while (true)
        {
            entries[0] = new Libc.PollEntry { Descriptor = source, Events = Readable };
            entries[1] = new Libc.PollEntry { Descriptor = stop, Events = Readable };
            if (Libc.Poll(entries, 2, -1) < 0)
            {
                if (Marshal.GetLastPInvokeError() == Libc.InterruptedCall)
                    continue;
                return;
            }

            if (entries[0].Results == 0)
                return;
            var count = Libc.Read(source, buffer, (nuint)buffer.Length);
            if (count < 0 && Marshal.GetLastPInvokeError() == Libc.InterruptedCall)
                continue;
            // A terminal whose last holder is gone answers with an error instead of an end.
            if (count <= 0)
                return;
            _take(buffer.AsMemory(0, (int)count));
        }
    }
}
