using System.Text.Json.Nodes;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration.Tests;

public class ConfigStoreTests
{
    [Fact]
    [Trait("Runbook", "A4")]
    public void A_file_that_breaks_changes_nothing_and_is_remembered_until_it_is_good_again()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        var store = Store(home);
        var changes = 0;
        store.Changed += (_, _) => changes++;

        home.Text = "{ gateway: { port: 'x' } }";
        Assert.False(store.Reload().Valid);
        Assert.Equal(1, store.Current.Config.Gateway.Port);
        Assert.Contains("gateway.port", Assert.Single(store.Problem!.Issues).ToString());
        Assert.Equal(0, changes);

        home.Text = "{ gateway: { port: 2 } }";
        store.Reload();
        Assert.Equal(2, store.Current.Config.Gateway.Port);
        Assert.Null(store.Problem);
        Assert.Equal(1, changes);
    }

    [Fact]
    public void A_file_that_vanishes_does_not_become_an_empty_config()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        var store = Store(home);
        File.Delete(home.Paths.ConfigFile);

        store.Reload();

        Assert.Equal(1, store.Current.Config.Gateway.Port);
        Assert.NotNull(store.Problem);
    }

    [Fact]
    public async Task A_write_comes_into_force_at_once_and_is_told_once()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        var store = Store(home);
        var seen = new List<(int? Before, int? After)>();
        store.Changed += (before, after) => seen.Add((before.Config.Gateway.Port, after.Config.Gateway.Port));

        await store.WriteAsync(_ => ConfigEdit.To(new JsonObject { ["gateway"] = new JsonObject { ["port"] = 2 } }), cancellationToken: TestContext.Current.CancellationToken);
        store.Reload();

        Assert.Equal([(1, 2)], seen);
        Assert.Equal(2, store.Current.Config.Gateway.Port);
    }

    [Fact]
    public void A_change_of_looks_is_no_change()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        var store = Store(home);
        store.Changed += (_, _) => Assert.Fail("Nothing changed.");

        home.Text = "{ gateway: { port: 0x1 } } // one";
        store.Reload();

        Assert.Contains("// one", store.Current.Raw);
    }

    [Fact]
    public void A_change_of_an_included_file_is_a_change()
    {
        using var home = new ConfigHome("{ gateway: { $include: 'g.json5' } }");
        home["g.json5"] = "{ port: 1 }";
        var store = Store(home);

        home["g.json5"] = "{ port: 2 }";
        store.Reload();

        Assert.Equal(2, store.Current.Config.Gateway.Port);
    }

    [Fact]
    public void A_store_does_not_begin_with_a_broken_config()
    {
        using var home = new ConfigHome("{");

        Assert.Throws<ArgumentException>(() => Store(home));
    }

    private static ConfigStore Store(ConfigHome home) =>
        new(home.Load(), home.Paths, home.Environment, new ConfigFileWriter(home.Paths, home.Environment, TimeProvider.System));
}
