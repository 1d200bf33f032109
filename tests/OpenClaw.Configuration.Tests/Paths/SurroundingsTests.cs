using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Tests.Paths;

public sealed class SurroundingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void Dot_env_of_the_working_directory_wins_over_that_of_the_state_directory_and_neither_over_what_is_set()
    {
        Directory.CreateDirectory(_directory["work"]);
        Directory.CreateDirectory(_directory[".openclaw"]);
        File.WriteAllText(_directory["work/.env"], "A=work\nB=work\nC=work\n");
        File.WriteAllText(_directory[".openclaw/.env"], "B=state\nC=state\nD=state\nZ_AI_API_KEY=z\n");

        var environment = Of(ProfileSelection.None, ("C", "set")).Environment;

        Assert.Equal(("work", "work", "set", "state", "z"), (environment["A"], environment["B"], environment["C"], environment["D"], environment["ZAI_API_KEY"]));
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public void A_child_process_decides_for_the_same_profile_and_port()
    {
        var parent = Of(ProfileSelection.Dev);
        var child = Surroundings.Of(parent.Environment, ProfileSelection.None, _directory.Path);

        Assert.Equal("19001", parent.Environment["OPENCLAW_GATEWAY_PORT"]);
        Assert.Equal(parent.Paths, child.Paths);
    }

    [Fact]
    public void An_unprofiled_run_adds_nothing() => Assert.Equal(["HOME"], Of(ProfileSelection.None).Environment.All.Keys);

    [Fact]
    public void Lines_of_a_dot_env_file_are_read_as_people_write_them() =>
        Assert.Equal(
            [("A", "1"), ("B", "two words"), ("C", "x # y"), ("D", "line\nbreak"), ("E", "a\nb"), ("F", ""), ("G", "raw\\n"), ("H", "open \"")],
            DotEnv.Parse("""
                # remark
                A=1
                export B = two words   # remark
                C="x # y" # remark
                D="line\nbreak"
                E="a
                b"
                F=
                G='raw\n'
                not a line
                1 2=3
                H=open "
                """).Select(p => (p.Key, p.Value)));

    public void Dispose() => _directory.Dispose();

    private Surroundings Of(ProfileSelection profile, params (string Name, string Value)[] variables) => Surroundings.Of(
        new EnvironmentVariables([new("HOME", _directory.Path), .. variables.Select(v => KeyValuePair.Create(v.Name, v.Value))]), profile, _directory["work"]);
}
