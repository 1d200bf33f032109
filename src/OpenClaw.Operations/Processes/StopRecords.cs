using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Operations.Processes;

/// <summary>
/// Remembers across starts why the gateway last stopped. A run writes itself down when it begins and again when it ends; one that
/// is found begun and not ended was killed or crashed. Written only by the holder of the gateway lock.
/// </summary>
/// <param name="stateDir">State directory of the gateway.</param>
/// <param name="time">Clock.</param>
public sealed class StopRecords(string stateDir, TimeProvider time)
{
    private const string Running = "running";

    private readonly string _path = Path.Combine(stateDir, "gateway-runs.json");
    private StopRecord? _current;

    /// <summary>How the run before this one ended; null on the very first.</summary>
    public StopRecord? Last { get; private set; }

    /// <summary>How the gateway on this state directory last ended, read without taking part; null when unknown.</summary>
    /// <param name="stateDir">State directory of the gateway.</param>
    /// <param name="running">One runs now: what is asked for is the one before.</param>
    public static StopRecord? ReadLast(string stateDir, bool running)
    {
        var file = Read(Path.Combine(stateDir, "gateway-runs.json"));
        return running ? file?.Last : Ended(file?.Current) ?? file?.Last;
    }

    /// <summary>Writes this run down and finds out how the one before ended.</summary>
    public void Begin()
    {
        var file = Read(_path);
        Last = Ended(file?.Current) ?? file?.Last;
        _current = new StopRecord
        {
            Pid = Environment.ProcessId,
            StartedAtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Reason = Running,
        };
        Write(new StopRecordFile { Current = _current, Last = Last });
    }

    /// <summary>Writes down how this run ends; without <see cref="Begin"/> (a start refused) it counts from now.</summary>
    public void End(string reason, int exitCode)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var started = _current?.StartedAtMs ?? now;
        _current = null;
        Last = new StopRecord
        {
            Pid = Environment.ProcessId,
            StartedAtMs = started,
            StoppedAtMs = now,
            UptimeMs = now - started,
            ExitCode = exitCode,
            Reason = reason,
        };
        Write(new StopRecordFile { Last = Last });
    }

    private static StopRecord? Ended(StopRecord? begun) => begun is null ? null : begun with { Reason = "killed or crashed" };

    private void Write(StopRecordFile file)
    {
        try
        {
            AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(file, OperationsJson.Default.StopRecordFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A record of the past is not worth failing a start or a stop for.
            return;
        }
    }

    private static StopRecordFile? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), OperationsJson.Default.StopRecordFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
