using System.Text.Json.Nodes;
using OpenClaw.Client.Identity;

namespace OpenClaw.Client.Tests.Identity;

public sealed class DeviceTokenStoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string FilePath => _directory.File("device-auth.json");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_token_is_found_under_its_device_and_role_only()
    {
        var store = new DeviceTokenStore(FilePath);
        store.Save("dev-1", "operator", "secret", ["operator.read", "operator.admin"]);

        Assert.Equal("secret", store.Find("dev-1", "operator")?.Token);
        Assert.Null(store.Find("dev-1", "node"));
        Assert.Null(store.Find("dev-2", "operator"));
        Assert.Equal("dev-1", store.OwnerDeviceId);
    }

    [Fact]
    public void The_file_has_the_originals_shape_and_is_owner_only()
    {
        new DeviceTokenStore(FilePath).Save("dev-1", "operator", "secret", ["b", "a", "b"]);

        var file = JsonNode.Parse(File.ReadAllText(FilePath))!.AsObject();
        var entry = file["tokens"]!["operator"]!.AsObject();
        Assert.Equal(["version", "deviceId", "tokens"], file.Select(m => m.Key));
        Assert.Equal(["token", "role", "scopes", "updatedAtMs"], entry.Select(m => m.Key));
        Assert.Equal("[\"a\",\"b\"]", entry["scopes"]!.ToJsonString());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_removed_token_is_gone_and_the_other_role_stays()
    {
        var store = new DeviceTokenStore(FilePath);
        store.Save("dev-1", "operator", "one", []);
        store.Save("dev-1", "node", "two", []);

        store.Remove("dev-1", "operator");

        Assert.Null(store.Find("dev-1", "operator"));
        Assert.Equal("two", store.Find("dev-1", "node")?.Token);
    }

    [Fact]
    public void A_new_device_takes_the_file_over()
    {
        var store = new DeviceTokenStore(FilePath);
        store.Save("dev-1", "operator", "one", []);
        store.Save("dev-2", "operator", "two", []);

        Assert.Null(store.Find("dev-1", "operator"));
        Assert.Equal("two", store.Find("dev-2", "operator")?.Token);
    }

    [Fact]
    public void An_unparsable_file_counts_as_empty()
    {
        File.WriteAllText(FilePath, "{");
        var store = new DeviceTokenStore(FilePath);

        Assert.Null(store.Find("dev-1", "operator"));
        store.Save("dev-1", "operator", "one", []);
        Assert.Equal("one", store.Find("dev-1", "operator")?.Token);
    }
}
