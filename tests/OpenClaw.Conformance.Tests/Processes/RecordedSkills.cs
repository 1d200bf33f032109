namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>Skills as the recorded gateway had them: one that can be used, and three that lack a program and say how to install it.</summary>
internal static class RecordedSkills
{
    public static void WriteTo(PrivateHome home)
    {
        foreach (var (name, system) in new[] { ("1password", ""), ("apple-notes", "\"os\":[\"darwin\"],"), ("apple-reminders", "\"os\":[\"darwin\"],") })
            Write(home, name, $$"""
                name: {{name}}
                description: Lacks the program it is about.
                homepage: https://example.com/{{name}}
                metadata: {"openclaw":{"emoji":"🔐",{{system}}"requires":{"bins":["no-such-program"]},"install":[{"id":"brew","kind":"brew","formula":"tool","bins":["no-such-program"],"label":"Install it (brew)"}]} }
                """);
        Write(home, "weather", """
            name: weather
            description: Look up the weather of a place.
            homepage: https://wttr.in/:help
            metadata: {"openclaw":{"emoji":"🌤️"}}
            """);
    }

    private static void Write(PrivateHome home, string name, string frontMatter)
    {
        var folder = Path.Combine(home.StateDir, "skills", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "SKILL.md"), $"---\n{frontMatter.ReplaceLineEndings("\n")}\n---\nDo it.\n");
    }
}
