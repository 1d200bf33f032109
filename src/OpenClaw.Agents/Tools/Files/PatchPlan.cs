namespace OpenClaw.Agents.Tools.Files;

/// <summary>
/// A patch worked out before anything is touched: the content every file will have. Applied whole; when the disk refuses midway, what
/// was done is undone.
/// </summary>
internal sealed class PatchPlan(string home, FileAccessRules rules, ToolScene scene)
{
    // Null content: the file goes.
    private readonly List<(string RealPath, byte[]? Content)> _steps = [];
    private readonly Dictionary<string, TextFile?> _pending = new(StringComparer.Ordinal);

    /// <summary>One line per file: <c>A</c>, <c>M</c> or <c>D</c> and the path.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>Works out one change; a problem in words when it does not fit.</summary>
    public async Task<string?> AddAsync(PatchChange change, CancellationToken ct)
    {
        var (place, problem) = Place(change.Path);
        if (place is null)
            return problem;
        switch (change)
        {
            case PatchChange.Add add:
                if (Exists(place))
                    return $"{add.Path} exists already; use *** Update File to change it";
                Put(place, new TextFile(add.Content, HasMark: false, Windows: false));
                Summary.Add($"A {add.Path}");
                return null;
            case PatchChange.Delete delete:
                if (!Exists(place))
                    return $"{delete.Path} does not exist";
                Remove(place);
                Summary.Add($"D {delete.Path}");
                return null;
            default:
                return await UpdateAsync((PatchChange.Update)change, place, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Does it all.</summary>
    /// <exception cref="IOException">The disk refused; everything is as it was before.</exception>
    public async Task ApplyAsync(CancellationToken ct)
    {
        var undo = new Stack<(string RealPath, byte[]? Content)>();
        try
        {
            foreach (var (path, content) in _steps)
            {
                undo.Push((path, File.Exists(path) ? await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false) : null));
                await DoAsync(path, content, ct).ConfigureAwait(false);
            }
        }
        catch
        {
            foreach (var (path, content) in undo)
                await DoAsync(path, content, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<string?> UpdateAsync(PatchChange.Update update, FilePlace place, CancellationToken ct)
    {
        if (!Exists(place))
            return $"{update.Path} does not exist";
        var (file, problem) = _pending.TryGetValue(place.RealPath, out var known) ? (known, null) : await TextFile.ReadAsync(place, ct).ConfigureAwait(false);
        if (file is null)
            return problem;
        var (text, mismatch) = update.Hunks.Count == 0 ? (file.Text, null) : PatchText.Apply(file.Text, update.Hunks);
        if (text is null)
            return $"{update.Path}: {mismatch}";
        var target = place;
        if (update.MoveTo is { } moved)
        {
            var (to, wrong) = Place(moved);
            if (to is null)
                return wrong;
            if (to.RealPath != place.RealPath && Exists(to))
                return $"{moved} exists already";
            Remove(place);
            target = to;
        }

        Put(target, file with { Text = text });
        Summary.Add($"M {update.MoveTo ?? update.Path}");
        return null;
    }

    private (FilePlace? Place, string? Problem) Place(string path)
    {
        if (FilePlace.Of(path, scene, home) is not { } place)
            return (null, $"\"{path}\" is not a usable path");
        return rules.WriteProblem(place.RealPath) is { } closed ? (null, closed) : (place, null);
    }

    private bool Exists(FilePlace place) => _pending.TryGetValue(place.RealPath, out var file) ? file is not null : File.Exists(place.RealPath);

    private void Put(FilePlace place, TextFile file)
    {
        _pending[place.RealPath] = file;
        _steps.Add((place.RealPath, file.Encode(file.Text)));
    }

    private void Remove(FilePlace place)
    {
        _pending[place.RealPath] = null;
        _steps.Add((place.RealPath, null));
    }

    private static async Task DoAsync(string path, byte[]? content, CancellationToken ct)
    {
        if (content is null)
            File.Delete(path);
        else
            await FileWriting.WriteAsync(path, content, ct).ConfigureAwait(false);
    }
}
