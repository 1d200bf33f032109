using System.Text.Json;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Protocol.Tests.Devices;

public class PairedDeviceViewTests
{
    private const string Stored = """
        {"deviceId":"d","publicKey":"k","role":"node","roles":["operator","node"],"scopes":["operator.read"],
         "tokens":{"operator":{"token":"SECRET-1","role":"operator","scopes":["operator.read"],"createdAtMs":1,"lastUsedAtMs":3},
                   "node":{"token":"SECRET-2","role":"node","scopes":[],"createdAtMs":2}},
         "createdAtMs":1,"approvedAtMs":2,"fromTheFuture":true}
        """;

    [Fact]
    public void Token_values_are_never_shown()
    {
        var shown = JsonSerializer.Serialize(PairedDeviceView.Of(Device()), ProtocolJson.Default.PairedDeviceView);

        Assert.DoesNotContain("SECRET", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_are_sorted_by_role() =>
        Assert.Equal(["node", "operator"], PairedDeviceView.Of(Device()).Tokens!.Select(t => t.Role));

    [Fact]
    public void A_device_without_tokens_shows_none() =>
        Assert.Null(PairedDeviceView.Of(Device() with { Tokens = null }).Tokens);

    [Fact]
    public void The_stored_form_keeps_tokens_and_members_of_other_versions()
    {
        var again = JsonSerializer.SerializeToElement(Device(), ProtocolJson.Default.PairedDevice);

        using var stored = JsonDocument.Parse(Stored);
        Assert.True(JsonElement.DeepEquals(stored.RootElement, again));
    }

    private static PairedDevice Device() => JsonSerializer.Deserialize(Stored, ProtocolJson.Default.PairedDevice)!;
}
