using System.Text;

namespace OpenClaw.Cli.Commands.Completion;

/// <summary>The scripts. Static ones: completing a word starts no process.</summary>
internal static class CompletionScript
{
    public static string For(string shell, IReadOnlyList<(string Path, IReadOnlyList<string> Words)> tree) => shell switch
    {
        "bash" => Bash(tree, header: "# bash completion for openclaw"),
        "zsh" => Bash(tree, header: "# zsh completion for openclaw\nautoload -Uz bashcompinit 2>/dev/null && bashcompinit"),
        "fish" => Fish(tree),
        _ => PowerShell(tree),
    };

    private static string Bash(IReadOnlyList<(string Path, IReadOnlyList<string> Words)> tree, string header)
    {
        var script = new StringBuilder(header).Append('\n');
        script.Append("_openclaw_words() {\n  case \"$1\" in\n");
        foreach (var (path, words) in tree)
            script.Append("    \"").Append(path).Append("\") echo \"").AppendJoin(' ', words).Append("\" ;;\n");
        script.Append("    *) return 1 ;;\n  esac\n}\n");
        script.Append(
            """
            _openclaw() {
              local path="" word i=1
              COMPREPLY=()
              while [ $i -lt "$COMP_CWORD" ]; do
                word="${COMP_WORDS[$i]}"
                case "$word" in
                  --profile) i=$((i + 1)) ;;
                  -*) ;;
                  *) if _openclaw_words "${path:+$path }$word" >/dev/null; then path="${path:+$path }$word"; fi ;;
                esac
                i=$((i + 1))
              done
              COMPREPLY=($(compgen -W "$(_openclaw_words "$path")" -- "${COMP_WORDS[$COMP_CWORD]}"))
            }
            complete -F _openclaw openclaw

            """.ReplaceLineEndings("\n"));
        return script.ToString();
    }

    private static string Fish(IReadOnlyList<(string Path, IReadOnlyList<string> Words)> tree)
    {
        var script = new StringBuilder("# fish completion for openclaw\ncomplete -c openclaw -f\n");
        foreach (var (path, words) in tree)
        {
            var seen = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var condition = seen.Length == 0
                ? "__fish_use_subcommand"
                : string.Join("; and ", seen.Select(w => $"__fish_seen_subcommand_from {w}"));
            foreach (var word in words)
            {
                script.Append("complete -c openclaw -n '").Append(condition).Append("' ")
                    .Append(word.StartsWith("--", StringComparison.Ordinal) ? $"-l {word[2..]}" : $"-a {word}").Append('\n');
            }
        }
        return script.ToString();
    }

    private static string PowerShell(IReadOnlyList<(string Path, IReadOnlyList<string> Words)> tree)
    {
        var script = new StringBuilder("# PowerShell completion for openclaw\n$openclawWords = @{\n");
        foreach (var (path, words) in tree)
            script.Append("  '").Append(path).Append("' = @(").AppendJoin(", ", words.Select(w => $"'{w}'")).Append(")\n");
        script.Append(
            """
            }
            Register-ArgumentCompleter -Native -CommandName openclaw -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              $path = ''
              foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                $next = "$path $element".Trim()
                if ($openclawWords.ContainsKey($next)) { $path = $next }
              }
              $openclawWords[$path] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }

            """.ReplaceLineEndings("\n"));
        return script.ToString();
    }
}
