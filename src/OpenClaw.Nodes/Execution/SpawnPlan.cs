using System.Runtime.InteropServices;

namespace OpenClaw.Nodes.Execution;

/// <summary>The native arguments of one posix_spawn, freed together.</summary>
internal sealed class SpawnPlan : IDisposable
{
    // Larger than the structures of every libc (glibc's attributes take 336 bytes).
    private const int StructBytes = 1024;

    // The numbers are the same on Linux and macOS where only one is given.
    private const short DefaultSignals = 0x4;
    private const short SignalMask = 0x8;
    private const short NewSessionLinux = 0x80;
    private const short NewSessionMac = 0x400;
    private const short CloseOthersMac = 0x4000;

    private readonly List<nint> _blocks = [];
    private readonly nint _actions;
    private readonly nint _attributes;

    public SpawnPlan()
    {
        _actions = Block(StructBytes);
        _attributes = Block(StructBytes);
        Check(Libc.InitActions(_actions), "posix_spawn_file_actions_init");
        Check(Libc.InitAttributes(_attributes), "posix_spawnattr_init");
        var signals = Block(StructBytes);
        _ = Libc.FillSignals(signals);
        Check(Libc.SetDefaultSignals(_attributes, signals), "posix_spawnattr_setsigdefault");
        _ = Libc.EmptySignals(signals);
        Check(Libc.SetSignalMask(_attributes, signals), "posix_spawnattr_setsigmask");
        var session = OperatingSystem.IsMacOS() ? (short)(NewSessionMac | CloseOthersMac) : NewSessionLinux;
        Check(Libc.SetFlags(_attributes, (short)(DefaultSignals | SignalMask | session)), "posix_spawnattr_setflags");
    }

    public void Directory(string path) => Check(Libc.AddDirectory(_actions, path), "posix_spawn_file_actions_addchdir_np");

    public void Open(int descriptor, string path, int flags) => Check(Libc.AddOpen(_actions, descriptor, path, flags, 0), "posix_spawn_file_actions_addopen");

    public void Duplicate(int descriptor, int target) => Check(Libc.AddDuplicate(_actions, descriptor, target), "posix_spawn_file_actions_adddup2");

    /// <summary>Starts it.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public int Spawn(string executable, IEnumerable<string> arguments, IEnumerable<string> environment)
    {
        var problem = Libc.Spawn(out var pid, executable, _actions, _attributes, Texts([executable, .. arguments]), Texts(environment));
        return problem == 0 ? pid : throw new IOException($"{executable} could not be started: {Marshal.GetPInvokeErrorMessage(problem)}");
    }

    public void Dispose()
    {
        _ = Libc.DestroyActions(_actions);
        _ = Libc.DestroyAttributes(_attributes);
        foreach (var block in _blocks)
            Marshal.FreeCoTaskMem(block);
    }

    private nint Texts(IEnumerable<string> texts)
    {
        var pointers = new List<nint>();
        foreach (var text in texts)
        {
            var copy = Marshal.StringToCoTaskMemUTF8(text);
            _blocks.Add(copy);
            pointers.Add(copy);
        }

        var list = Block((pointers.Count + 1) * nint.Size);
        for (var i = 0; i < pointers.Count; i++)
            Marshal.WriteIntPtr(list, i * nint.Size, pointers[i]);
        return list;
    }

    private nint Block(int bytes)
    {
        var block = Marshal.AllocCoTaskMem(bytes);
        _blocks.Add(block);
        for (var i = 0; i < bytes; i++)
            Marshal.WriteByte(block, i, 0);
        return block;
    }

    private static void Check(int problem, string call)
    {
        if (problem != 0)
            throw new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(problem)}");
    }
}
