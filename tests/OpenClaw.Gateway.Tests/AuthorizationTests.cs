using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Eras;

namespace OpenClaw.Gateway.Tests;

/// <summary>The scope matrix of spec 01 §14.</summary>
public class AuthorizationTests
{
    public static TheoryData<MethodScope, string, string?> Matrix => new()
    {
        { MethodScope.Read, "operator.read", null },
        { MethodScope.Read, "operator.write", null },
        { MethodScope.Read, "operator.admin", null },
        { MethodScope.Read, "operator.pairing", "missing scope: operator.read" },
        { MethodScope.Read, "operator.approvals", "missing scope: operator.read" },
        { MethodScope.Read, "operator.everything", "missing scope: operator.read" },
        { MethodScope.Write, "operator.read", "missing scope: operator.write" },
        { MethodScope.Write, "operator.write", null },
        { MethodScope.Approvals, "operator.approvals", null },
        { MethodScope.Approvals, "operator.write", "missing scope: operator.approvals" },
        { MethodScope.Pairing, "operator.pairing", null },
        { MethodScope.Pairing, "operator.write", "missing scope: operator.pairing" },
        { MethodScope.Admin, "operator.write", "missing scope: operator.admin" },
        { MethodScope.Admin, "operator.admin", null },
        { MethodScope.NodeOnly, "operator.admin", "unauthorized role: operator" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_scope_suffices_for_its_group_only(MethodScope scope, string held, string? refusal) =>
        Assert.Equal(refusal, Authorization.Check(Caller("operator", 3, held), scope)?.Message);

    [Fact]
    public void A_node_may_use_the_node_methods_and_no_others_whatever_it_claims()
    {
        var node = Caller("node", 3, "operator.admin");

        Assert.Null(Authorization.Check(node, MethodScope.NodeOnly));
        Assert.Equal("unauthorized role: node", Authorization.Check(node, MethodScope.Read)!.Message);
    }

    [Fact]
    [Trait("Runbook", "C9")]
    public void A_newer_client_is_told_the_missing_scope_in_its_own_code()
    {
        var error = Authorization.Check(Caller("operator", 4, "operator.read"), MethodScope.Admin)!;

        Assert.Equal(("FORBIDDEN", "missing scope: operator.admin"), (error.Code, error.Message));
        Assert.Equal("MISSING_SCOPE", error.Details!.Value.GetProperty("code").GetString());
        Assert.Equal("INVALID_REQUEST", Authorization.Check(Caller("operator", 3, "operator.read"), MethodScope.Admin)!.Code);
    }

    [Fact]
    public async Task An_unknown_method_is_known_to_be_unknown_by_admins_only()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var reader = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read"] });

        Assert.Equal("missing scope: operator.admin", (await reader.RequestAsync("no.such.method")).Error().Message);
    }

    private static Caller Caller(string role, int protocol, params string[] scopes) =>
        new() { ConnId = "c", Role = role, Scopes = scopes, Era = ProtocolEra.Negotiate(protocol, protocol)!, ClientId = "test", ClientMode = "test" };
}
