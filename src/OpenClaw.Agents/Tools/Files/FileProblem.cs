namespace OpenClaw.Agents.Tools.Files;

/// <summary>Says what is wrong with a file in words a model can act on.</summary>
internal static class FileProblem
{
    public static string Words(FilePlace place, Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{place.Shown} does not exist ({place.Path})",
        UnauthorizedAccessException when Directory.Exists(place.Path) => $"{place.Shown} is a directory",
        UnauthorizedAccessException => $"{place.Shown} may not be accessed ({place.Path})",
        _ => $"{place.Shown}: {problem.Message}",
    };
}
