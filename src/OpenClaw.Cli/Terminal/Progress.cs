namespace OpenClaw.Cli.Terminal;

/// <summary>
/// A line on the error stream while something takes longer than a moment, gone when it is done. Only for a person, and never
/// with JSON.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(400);

    private readonly Lock _gate = new();
    private readonly ITimer? _timer;
    private readonly TextWriter _output;
    private readonly string _text;
    private bool _shown;
    private bool _done;

    public Progress(Screen screen, string text, bool quiet, TimeProvider time)
    {
        _output = screen.Err;
        _text = text;
        if (!quiet && Screen.IsErrorTerminal)
            _timer = time.CreateTimer(_ => Show(), null, s_moment, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_done)
                return;
            _done = true;
            if (_shown)
                _output.Write("\r\e[K");
        }
        _timer?.Dispose();
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_done)
                return;
            _shown = true;
            _output.Write(_text);
        }
    }
}
