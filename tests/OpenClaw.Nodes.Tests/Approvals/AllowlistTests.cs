using OpenClaw.Nodes.Approvals;

namespace OpenClaw.Nodes.Tests.Approvals;

public class AllowlistTests
{
    [Theory]
    [InlineData("rg x")]
    [InlineData("rg 'a b' \"c d\" e\\ f")]
    [InlineData("rg x && rg y || rg z; rg w | rg v")]
    [InlineData("rg x;")]
    [InlineData("rg x$HOME \"a$HOME\"")]
    [InlineData("rg *.txt")]
    [InlineData("'rg' x")]
    [InlineData("\"rg\" x")]
    [InlineData("rg x | grep -i foo | sort -u | head -n 5 | wc -l")]
    [InlineData("rg 'a|b;c&&d`e$(f)>g'")]
    public void A_line_of_listed_commands_runs_without_asking(string line)
    {
        using var pit = new Sandpit();

        var judged = ExecJudgement.Of(line, pit.Rules("{bin}/rg"), pit.Place);

        Assert.True(judged.Verdict == ExecVerdict.Run, judged.Reason);
    }

    [Theory]
    [InlineData("tool")]
    [InlineData("rg x | sh")]
    [InlineData("rg x; id")]
    [InlineData("rg x && tool")]
    [InlineData("rg x || tool")]
    [InlineData("rg x | tool")]
    [InlineData("rg x & tool")]
    [InlineData("rg x &")]
    [InlineData("rg x |& tool")]
    [InlineData("rg `id`")]
    [InlineData("rg \"`id`\"")]
    [InlineData("rg $(id)")]
    [InlineData("rg \"$(id)\"")]
    [InlineData("rg ${x}")]
    [InlineData("rg ${x:-`id`}")]
    [InlineData("rg $((1))")]
    [InlineData("rg $'x'")]
    [InlineData("rg $x[0]")]
    [InlineData("rg > f")]
    [InlineData("rg >> f")]
    [InlineData("rg 2>&1")]
    [InlineData("rg < f")]
    [InlineData("rg << EOF")]
    [InlineData("rg <(id)")]
    [InlineData("rg >(id)")]
    [InlineData("(rg x)")]
    [InlineData("{ rg x; }")]
    [InlineData("! rg x")]
    [InlineData("rg x\nid")]
    [InlineData("rg x\rid")]
    [InlineData("rg 'x\ny'; id")]
    [InlineData("rg \"x\ny\"")]
    [InlineData("rg x \\\n y")]
    [InlineData("rg 'x")]
    [InlineData("rg \"x")]
    [InlineData("rg x\\")]
    [InlineData("FOO=x rg y")]
    [InlineData("FOO=x BAR=y rg y")]
    [InlineData("PATH=/tmp rg y")]
    [InlineData("LD_PRELOAD=/tmp/x.so rg y")]
    [InlineData("env rg x")]
    [InlineData("env FOO=x rg y")]
    [InlineData("/usr/bin/env rg x")]
    [InlineData("sudo rg x")]
    [InlineData("sh -c 'rg x'")]
    [InlineData("bash -c 'rg x'")]
    [InlineData("/bin/sh -c id")]
    [InlineData("echo x | xargs rg")]
    [InlineData("find . -exec id \\;")]
    [InlineData("nohup rg x")]
    [InlineData("timeout 5 rg x")]
    [InlineData("nice rg x")]
    [InlineData("eval rg")]
    [InlineData("exec rg")]
    [InlineData("command rg")]
    [InlineData("builtin cd /")]
    [InlineData(". ./script")]
    [InlineData("source ./script")]
    [InlineData("alias rg=id")]
    [InlineData("trap id EXIT")]
    [InlineData("cd / && rg x")]
    [InlineData("r* x")]
    [InlineData("r? x")]
    [InlineData("{rg,id} x")]
    [InlineData("~/rg x")]
    [InlineData("~root/rg x")]
    [InlineData("$CMD x")]
    [InlineData("\"$CMD\" x")]
    [InlineData("=rg x")]
    [InlineData("./rg x")]
    [InlineData("../desk/rg x")]
    [InlineData("rg --pre id x")]
    [InlineData("rg --pre=id x")]
    [InlineData("rg --hostname-bin=id x")]
    [InlineData("rg x # comment")]
    [InlineData("# comment")]
    [InlineData("rg x;; id")]
    [InlineData("rg x && ")]
    [InlineData("| rg x")]
    [InlineData("if rg x; then id; fi")]
    [InlineData("rg x; while true; do id; done")]
    [InlineData("rg() { id; }")]
    [InlineData("function rg { id; }")]
    [InlineData("rg x; 'id'")]
    [InlineData("rg x; i''d")]
    [InlineData("rg x; i\\d")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("rg x \u0001")]
    public void Everything_else_asks_and_is_refused_when_nobody_is_asked(string line)
    {
        using var pit = new Sandpit();
        var rules = pit.Rules("{bin}/rg");

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of(line, rules, pit.Place).Verdict);
        Assert.Equal(ExecVerdict.Refuse, ExecJudgement.Of(line, rules with { Ask = ExecAsk.Off }, pit.Place).Verdict);
    }

    [Theory]
    [InlineData("env id", "/usr/bin/*")]
    [InlineData("sh -c id", "/**")]
    [InlineData("xargs id", "/usr/bin/xargs")]
    [InlineData("find . -exec id ;", "/usr/bin/find")]
    [InlineData("find . -delete", "/usr/bin/find")]
    [InlineData("find . $OPTION", "/usr/bin/find")]
    [InlineData("setsid id", "/usr/bin/*")]
    public void What_starts_other_programs_is_never_a_hit_even_when_it_is_listed(string line, string pattern)
    {
        using var pit = new Sandpit();

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of(line, pit.Rules(pattern), pit.Place).Verdict);
    }

    [Theory]
    [InlineData("sort -o out")]
    [InlineData("sort --compress-program=id")]
    [InlineData("sort -T /tmp")]
    [InlineData("sort file")]
    [InlineData("uniq - out")]
    [InlineData("uniq in")]
    [InlineData("grep -r x")]
    [InlineData("grep -f patterns")]
    [InlineData("grep x file")]
    [InlineData("grep -e x file")]
    [InlineData("grep x *")]
    [InlineData("grep $x")]
    [InlineData("head -n 5 file")]
    [InlineData("tail -f x")]
    [InlineData("wc --files0-from=x")]
    [InlineData("jq . file")]
    [InlineData("jq -f prog")]
    [InlineData("jq 'env'")]
    [InlineData("jq '$ENV.KEY'")]
    [InlineData("jq 'import \"a\" as a; .'")]
    [InlineData("jq --slurpfile a f .")]
    [InlineData("./grep x")]
    public void Safe_executables_are_safe_on_standard_input_only(string line)
    {
        using var pit = new Sandpit();

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of(line, pit.Rules(), pit.Place).Verdict);
    }

    [Fact]
    public void A_safe_name_in_another_folder_is_not_safe()
    {
        using var pit = new Sandpit();
        pit.Add("grep");

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of("grep x", pit.Rules(), pit.Place).Verdict);
    }

    [Fact]
    public void A_link_to_a_shell_in_a_listed_folder_is_no_way_in()
    {
        using var pit = new Sandpit();
        File.CreateSymbolicLink(Path.Combine(pit.Bin, "innocent"), "/bin/sh");
        File.CreateSymbolicLink(Path.Combine(pit.Bin, "twice"), Path.Combine(pit.Bin, "innocent"));

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of("innocent -c id", pit.Rules("{bin}/*"), pit.Place).Verdict);
        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of("twice -c id", pit.Rules("{bin}/*"), pit.Place).Verdict);
    }

    [Fact]
    public void A_link_is_matched_where_it_is_and_not_where_it_leads()
    {
        using var pit = new Sandpit();
        File.CreateSymbolicLink(Path.Combine(pit.Work, "rg"), Path.Combine(pit.Bin, "rg"));

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of("./rg x", pit.Rules("{bin}/rg"), pit.Place).Verdict);
    }

    [Fact]
    public void Dots_in_a_path_do_not_reach_outside_a_listed_folder()
    {
        using var pit = new Sandpit();
        File.Copy(Path.Combine(pit.Bin, "tool"), Path.Combine(pit.Work, "tool"));

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of($"{pit.Bin}/../desk/tool", pit.Rules("{bin}/**"), pit.Place).Verdict);
    }

    [Fact]
    public void Variables_that_the_caller_sets_are_asked_for()
    {
        using var pit = new Sandpit();

        Assert.Equal(ExecVerdict.Ask, ExecJudgement.Of("rg x", pit.Rules("{bin}/rg"), pit.Place with { HasCallerVariables = true }).Verdict);
    }

    [Fact]
    public void What_runs_is_the_path_that_was_judged()
    {
        using var pit = new Sandpit();
        var judged = ExecJudgement.Of("rg 'x y' && rg z | rg", pit.Rules("{bin}/rg"), pit.Place);

        Assert.Equal($"'{pit.Bin}/rg' 'x y' && '{pit.Bin}/rg' z | '{pit.Bin}/rg'", judged.LineToRun("rg 'x y' && rg z | rg"));
    }

    [Theory]
    [InlineData("/usr/bin/rg", "/usr/bin/rg", true)]
    [InlineData("/usr/bin/RG", "/usr/bin/rg", false)]
    [InlineData("/usr/*/rg", "/usr/bin/rg", true)]
    [InlineData("/usr/*", "/usr/bin/rg", false)]
    [InlineData("/usr/**", "/usr/bin/rg", true)]
    [InlineData("/**/rg", "/usr/bin/rg", true)]
    [InlineData("/usr/**/rg", "/usr/rg", true)]
    [InlineData("/usr/bin/r?", "/usr/bin/rg", true)]
    [InlineData("/usr?bin/rg", "/usr/bin/rg", false)]
    [InlineData("~/bin/rg", "/home/me/bin/rg", true)]
    [InlineData("rg", "/usr/bin/rg", false)]
    [InlineData("*", "/usr/bin/rg", false)]
    [InlineData("/usr/bin/rg.", "/usr/bin/rgx", false)]
    public void Patterns_match_paths(string pattern, string path, bool expected)
    {
        Assert.Equal(expected, AllowlistPattern.Matches(pattern, path, "/home/me"));
    }

    [Fact]
    public void A_pattern_of_many_stars_gives_up_instead_of_hanging()
    {
        Assert.False(AllowlistPattern.Matches("/" + string.Concat(Enumerable.Repeat("a*", 40)) + "b", "/" + new string('a', 200), "/home/me"));
    }
}
