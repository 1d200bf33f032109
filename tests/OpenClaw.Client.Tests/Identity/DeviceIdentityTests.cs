using System.Text.Json.Nodes;
using OpenClaw.Client.Identity;

namespace OpenClaw.Client.Tests.Identity;

public sealed class DeviceIdentityTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string FilePath => Path.Combine(_directory.Path, "identity", "device.json");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_new_identity_is_written_owner_only_and_loaded_again()
    {
        var created = DeviceIdentity.LoadOrCreate(FilePath);
        var loaded = DeviceIdentity.LoadOrCreate(FilePath);

        Assert.Equal(created.DeviceId, loaded.DeviceId);
        Assert.True(Ed25519Keys.Verify(loaded.PublicKey, "hello", created.Sign("hello")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void The_file_has_the_originals_members_in_the_originals_order()
    {
        DeviceIdentity.LoadOrCreate(FilePath);

        var text = File.ReadAllText(FilePath);
        Assert.StartsWith("{\n  \"version\": 1,\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Equal(
            ["version", "deviceId", "publicKeyPem", "privateKeyPem", "createdAtMs"],
            JsonNode.Parse(text)!.AsObject().Select(m => m.Key));
    }

    [Fact]
    public void A_wrong_device_id_is_corrected_from_the_key()
    {
        var created = DeviceIdentity.LoadOrCreate(FilePath);
        File.WriteAllText(FilePath, File.ReadAllText(FilePath).Replace(created.DeviceId, "0000", StringComparison.Ordinal));

        Assert.Equal(created.DeviceId, DeviceIdentity.LoadOrCreate(FilePath).DeviceId);
        Assert.Contains(created.DeviceId, File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\":1")]
    [InlineData("{\"version\":1,\"privateKeyPem\":\"nonsense\"}")]
    public void An_unparsable_file_is_replaced_by_a_new_key(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, content);

        var created = DeviceIdentity.LoadOrCreate(FilePath);

        Assert.Equal(created.DeviceId, DeviceIdentity.TryLoad(FilePath)?.DeviceId);
    }

    [Fact]
    public void The_old_place_is_read_when_the_state_directory_has_no_identity()
    {
        var old = DeviceIdentity.LoadOrCreate(_directory.File("old.json"));

        Assert.Equal(old.DeviceId, DeviceIdentity.LoadOrCreate(FilePath, _directory.File("old.json")).DeviceId);
        Assert.False(File.Exists(FilePath));
        Assert.NotEqual(old.DeviceId, DeviceIdentity.LoadOrCreate(FilePath).DeviceId);
    }

    [Fact]
    public async Task Processes_that_start_together_agree_on_one_key()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => DeviceIdentity.LoadOrCreate(FilePath).DeviceId, TestContext.Current.CancellationToken)));

        Assert.Single(ids.Distinct());
    }
}
