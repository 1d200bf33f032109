using OpenClaw.Protocol.Connect;

namespace OpenClaw.Protocol.Tests.Connect;

/// <summary>The test vectors of spec 01 §5.</summary>
public class DeviceSignatureTextTests
{
    private const string Id = "56475aa75463474c0285df5dbf2bcab73da651358839e9b77481b2eab107708c";
    private const string Nonce = "11111111-2222-4333-8444-555555555555";
    private const long SignedAt = 1737264000000;

    private static readonly string[] s_scopes = [Scopes.Admin, Scopes.Approvals, Scopes.Pairing];

    [Fact]
    public void V1_has_no_nonce() => Assert.Equal(
        $"v1|{Id}|cli|cli|operator|operator.admin,operator.approvals,operator.pairing|1737264000000|tok-1",
        DeviceSignatureText.V1(Id, ClientIds.Cli, ClientModes.Cli, Roles.Operator, s_scopes, SignedAt, "tok-1"));

    [Fact]
    public void V2_ends_with_the_nonce() => Assert.Equal(
        $"v2|{Id}|cli|cli|operator|operator.admin,operator.approvals,operator.pairing|1737264000000|tok-1|{Nonce}",
        DeviceSignatureText.V2(Id, ClientIds.Cli, ClientModes.Cli, Roles.Operator, s_scopes, SignedAt, "tok-1", Nonce));

    [Fact]
    public void Absent_scopes_and_token_are_empty_fields() => Assert.Equal(
        $"v2|{Id}|cli|cli|operator||1737264000000||{Nonce}",
        DeviceSignatureText.V2(Id, ClientIds.Cli, ClientModes.Cli, Roles.Operator, [], SignedAt, null, Nonce));

    [Theory]
    [InlineData("linux", "linux", "linux|linux")]
    [InlineData(" LiNUX ", "Linux", "linux|linux")]
    [InlineData("Österreich", null, "Österreich|")]
    [InlineData(null, null, "|")]
    public void V3_adds_platform_and_family_trimmed_and_lowered_in_ASCII(string? platform, string? family, string tail) => Assert.Equal(
        $"v3|{Id}|node-host|node|node||1737264000000||{Nonce}|{tail}",
        DeviceSignatureText.V3(Id, ClientIds.NodeHost, ClientModes.Node, Roles.Node, [], SignedAt, "", Nonce, platform, family));
}
