using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Nodes.Execution;

/// <summary>
/// A command on Unix, started by posix_spawn as the leader of a new session. Waiting and reading block on threads of their own: the pool
/// stays free however many commands are silent.
/// </summary>
internal sealed class PosixChild : ChildProcess
{
    // What is left of a group after its leader is looked for this often.
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_pollKilled = TimeSpan.FromMilliseconds(10);

    // A daemon that left the session may hold the output open for ever; nobody waits for it longer than this.
    private static readonly TimeSpan s_drain = TimeSpan.FromMilliseconds(500);

    private const int StackBytes = 128 * 1024;
    private const string MarkName = "OPENCLAW_EXEC_ID";

    private readonly TaskCompletionSource<ChildExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _inputGate = new();
    private readonly Lock _killGate = new();
    private readonly SafeFileHandle? _input;
    private readonly bool _terminal;
    private readonly List<DescriptorPump> _pumps = [];
    private readonly ProcessTree _tree;
    private bool _killed;
    private bool _gone;

    private PosixChild(SpawnedProcess spawned, string mark, bool terminal, Action<ReadOnlyMemory<byte>> output, Action<ReadOnlyMemory<byte>>? error)
    {
        Id = spawned.Id;
        _tree = new ProcessTree(Id, mark);
        _terminal = terminal;
        _input = spawned.Input;
        _pumps.Add(new DescriptorPump(spawned.Output, output));
        if (spawned.Error is { } separate)
            _pumps.Add(new DescriptorPump(separate, error ?? output));
        new Thread(() => _exited.TrySetResult(PosixSpawn.Wait(Id)), StackBytes) { IsBackground = true, Name = "exec-wait" }.Start();
        Completion = CompleteAsync();
    }

    public override int Id { get; }

    public override Task<ChildExit> Exited => _exited.Task;

    public override Task<ChildExit> Completion { get; }

    public static PosixChild Spawn(ChildStart start, Action<ReadOnlyMemory<byte>> output, Action<ReadOnlyMemory<byte>>? error)
    {
        var mark = Guid.NewGuid().ToString("N");
        var marked = new Dictionary<string, string>(start.Environment, StringComparer.Ordinal) { [MarkName] = mark };
        return new PosixChild(PosixSpawn.Start(start with { Environment = marked }), $"{MarkName}={mark}", start.Terminal, output, error);
    }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        lock (_inputGate)
            return _input is { IsClosed: false } handle && DescriptorWriter.WriteAll(handle, data);
    }

    public override void CloseInput()
    {
        lock (_inputGate)
        {
            if (_input is null || _input.IsClosed)
                return;
            if (_terminal)
                // Ctrl-D: a terminal cannot be half closed.
                _ = DescriptorWriter.WriteAll(_input, [4]);
            else
                _input.Dispose();
        }
    }

    public override void KillTree()
    {
        lock (_killGate)
        {
            _killed = true;
            if (!_gone)
                _tree.Kill(leaderReaped: _exited.Task.IsCompleted);
        }
    }

    private async Task<ChildExit> CompleteAsync()
    {
        var exit = await _exited.Task.ConfigureAwait(false);
        while (StillThere(out var killed))
            await Task.Delay(killed ? s_pollKilled : s_poll).ConfigureAwait(false);
        var read = Task.WhenAll(_pumps.Select(static pump => pump.Done));
        await Task.WhenAny(read, Task.Delay(s_drain)).ConfigureAwait(false);
        foreach (var pump in _pumps)
            pump.Stop();
        await read.ConfigureAwait(false);
        lock (_inputGate)
            _input?.Dispose();
        foreach (var pump in _pumps)
            pump.Dispose();
        return exit;
    }

    private bool StillThere(out bool killed)
    {
        lock (_killGate)
        {
            killed = _killed;
            if (killed)
                _tree.Kill(leaderReaped: true);
            _gone = !_tree.IsAlive();
            return !_gone;
        }
    }
}
