using System.Runtime.InteropServices;
using System.Text;

namespace OpenClaw.Gateway.Automation.Hooks;

/// <summary>Output of a process, of which no more than so many bytes are kept: the last ones.</summary>
internal sealed class BoundedText(int maxBytes)
{
    private readonly Lock _gate = new();
    private readonly List<byte> _kept = [];

    /// <summary>What is kept.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
                return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_kept));
        }
    }

    /// <summary>Takes output.</summary>
    public void Add(ReadOnlyMemory<byte> output)
    {
        lock (_gate)
        {
            _kept.AddRange(output.Span);
            if (_kept.Count > 2 * maxBytes)
                _kept.RemoveRange(0, _kept.Count - maxBytes);
        }
    }
}
