using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Cron;

/// <summary>
/// The file <c>cron/jobs.json</c> and its copy <c>jobs.json.bak</c> (spec 09 §6.1). Read leniently, once; written whole. Jobs that cannot
/// be understood and members that are not known are written back as they were. Its owner has the lock.
/// </summary>
/// <param name="path">Absolute path.</param>
/// <param name="problem">Told what could not be read.</param>
internal sealed class CronStore(string path, Action<string> problem)
{
    // Enough for 50,000 jobs of the size a person writes.
    private const long MaxBytes = 64 * 1024 * 1024;
    private static readonly JsonWriterOptions s_writing = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<JsonElement> _notUnderstood = [];
    private readonly List<(string Name, JsonElement Value)> _rest = [];

    /// <summary>The jobs of the file, in its order; none when there is no file.</summary>
    public OrderedDictionary<string, StoredJob> Load()
    {
        var jobs = new OrderedDictionary<string, StoredJob>(StringComparer.Ordinal);
        if (Read(path) is not { } root)
            return jobs;
        foreach (var member in root.EnumerateObject())
        {
            if (member.Name is not ("version" or "jobs"))
                _rest.Add((member.Name, member.Value));
        }

        if (!root.TryGetProperty("jobs", out var list) || list.ValueKind != JsonValueKind.Array)
            return jobs;
        foreach (var element in list.EnumerateArray())
        {
            if (CronJobFile.Read(element) is { } job && jobs.TryAdd(job.Job.Id, job))
                continue;
            _notUnderstood.Add(element);
            problem($"{path}: left one entry alone that is not a job with an id of its own");
        }

        return jobs;
    }

    /// <summary>Writes the jobs. Throws when the disk refuses; the old file is then untouched.</summary>
    public void Save(IEnumerable<StoredJob> jobs)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_writing))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteStartArray("jobs");
            foreach (var job in jobs)
                CronJobFile.Write(writer, job);
            foreach (var element in _notUnderstood)
                element.WriteTo(writer);
            writer.WriteEndArray();
            foreach (var (name, value) in _rest)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        var content = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        AtomicFile.Write(path, content);
        AtomicFile.Write(path + ".bak", content);
    }

    private JsonElement? Read(string file)
    {
        if (TryRead(file, out var reason) is { } root)
            return root;
        if (reason is null)
            return null;

        // The next save would overwrite it: keep what somebody may have typed, and go on with what was last known to be good.
        KeepAside(file);
        var known = TryRead(file + ".bak", out _);
        problem($"{file} cannot be read ({reason}); it is kept as {Path.GetFileName(file)}.unreadable, "
            + (known is null ? "and the list of jobs is empty" : "and the copy jobs.json.bak is used"));
        return known;
    }

    private static JsonElement? TryRead(string file, out string? reason)
    {
        reason = null;
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists)
                return null;
            if (info.Length > MaxBytes)
            {
                reason = "it is too large";
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
                return null;
            return Strict(bytes) ?? Lenient(bytes, out reason);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = e.Message;
            return null;
        }
    }

    private static JsonElement? Strict(byte[] bytes)
    {
        try
        {
            var root = JsonElement.Parse(bytes);
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Lenient(byte[] bytes, out string? reason)
    {
        reason = "it holds no object";
        if (!Json5Document.TryParse(Encoding.UTF8.GetString(bytes), out var document, out var error))
        {
            reason = $"line {error.Line}: {error.Message}";
            return null;
        }

        return document.ToJson() is JsonObject tree ? JsonElement.Parse(tree.ToJsonString()) : null;
    }

    private void KeepAside(string file)
    {
        try
        {
            File.Copy(file, file + ".unreadable", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem($"{file} could not be copied aside: {e.Message}");
        }
    }
}
