namespace OpenClaw.Configuration.Tests;

public class ConfigReportTests
{
    [Fact]
    [Trait("Runbook", "A1")]
    public void A_broken_config_is_told_with_every_problem_and_the_newest_good_backup()
    {
        using var home = new ConfigHome("{\n gateway: { port: 'x' },\n loging: {} }");
        home["openclaw.json.bak"] = "{ broken";
        home["openclaw.json.bak.1"] = "{}";
        var lines = ConfigReport.Of(home.Load(), home.Paths, home.Environment);

        Assert.Equal("Config invalid: ~/.openclaw/openclaw.json", lines[0]);
        Assert.Equal("  openclaw.json:2:13 gateway.port: must be an integer between 1 and 65535", lines[1]);
        Assert.Equal("  openclaw.json:3:2 loging: unknown key; did you mean \"logging\"?", lines[2]);
        Assert.StartsWith("Newest good backup: ~/.openclaw/openclaw.json.bak.1 of ", lines[3]);
        Assert.EndsWith("Put it back with \"openclaw config restore\".", lines[3]);
    }

    [Fact]
    public void Without_a_backup_that_is_said_and_old_keys_name_the_doctor()
    {
        using var home = new ConfigHome("{ gateway: { token: 't' } }");
        var lines = ConfigReport.Of(home.Load(), home.Paths, home.Environment);

        Assert.Contains("doctor --fix", lines[2]);
        Assert.Equal("There is no good backup beside it.", lines[^1]);
    }
}
