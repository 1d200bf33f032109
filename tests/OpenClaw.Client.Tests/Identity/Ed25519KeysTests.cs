using System.Buffers.Text;
using OpenClaw.Client.Identity;

namespace OpenClaw.Client.Tests.Identity;

public class Ed25519KeysTests
{
    private const string PublicKey = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";
    private const string DeviceId = "56475aa75463474c0285df5dbf2bcab73da651358839e9b77481b2eab107708c";
    private const string Nonce = "11111111-2222-4333-8444-555555555555";
    private const string Scopes = "operator.admin,operator.approvals,operator.pairing";

    private static readonly byte[] s_seed = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static TheoryData<string, string> Vectors => new()
    {
        {
            $"v1|{DeviceId}|cli|cli|operator|{Scopes}|1737264000000|tok-1",
            "okddf-ZuyTddsuTD6NfMUkTTbcKbWeBcU8Y7xF5WjTRqYHbSbVsi1aodimXxQU2Sx1GHsg4sDPGrpgr-saF7Dg"
        },
        {
            $"v2|{DeviceId}|cli|cli|operator|{Scopes}|1737264000000|tok-1|{Nonce}",
            "OD0MfJjq-S-MieiHmYB9Dns8bHttGgI5EudVqyy4f8T4iO1GCrGBjEKjr6Q0faTIai82Sa92_4lrhht0T63qAQ"
        },
        {
            $"v2|{DeviceId}|cli|cli|operator||1737264000000||{Nonce}",
            "nTpnNPQhf8QXTg6qO4aIiVzcqVQ_quvUIDxOFJuVR5VGE2wmlNJpgmjnGcB3Y-2h_ja6f4MpctCu1MofiZ4RDQ"
        },
        {
            $"v3|{DeviceId}|node-host|node|node||1737264000000||{Nonce}|linux|linux",
            "DN73v91GfRF2wa8uyquDMZ4e7r7xQZtt-ebewrywtjNH3YJCt6pjtciLafQ5JJYKDBEwcSwmWqBANtfgfZedBQ"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_signature_text_is_signed_and_verified_as_recorded(string text, string signature)
    {
        Assert.Equal(signature, Ed25519Keys.Sign(s_seed, text));
        Assert.True(Ed25519Keys.Verify(PublicKey, text, signature));
    }

    [Fact]
    public void The_public_key_and_the_device_id_follow_from_the_seed()
    {
        var raw = Ed25519Keys.PublicKeyOf(s_seed);

        Assert.Equal(PublicKey, Base64Url.EncodeToString(raw));
        Assert.Equal(DeviceId, Ed25519Keys.DeviceIdOf(PublicKey));
    }

    [Fact]
    public void The_private_pem_is_the_recorded_one_and_reads_back()
    {
        var pem = Ed25519Keys.WritePrivatePem(s_seed);

        Assert.Equal(
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n",
            pem.ReplaceLineEndings("\n"));
        Assert.Equal(s_seed, Ed25519Keys.ReadPrivatePem(pem));
    }

    [Fact]
    public void A_public_key_is_read_as_base64url_base64_and_pem()
    {
        var raw = Ed25519Keys.PublicKeyOf(s_seed);

        Assert.Equal(PublicKey, Ed25519Keys.NormalizePublicKey(PublicKey));
        Assert.Equal(PublicKey, Ed25519Keys.NormalizePublicKey(Convert.ToBase64String(raw)));
        Assert.Equal(PublicKey, Ed25519Keys.NormalizePublicKey(Ed25519Keys.WritePublicPem(raw)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMQ")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n")]
    [InlineData("-----BEGIN")]
    public void What_is_no_key_has_no_device_id_and_verifies_nothing(string key)
    {
        Assert.Null(Ed25519Keys.DeviceIdOf(key));
        Assert.False(Ed25519Keys.Verify(key, "text", Ed25519Keys.Sign(s_seed, "text")));
    }

    [Fact]
    public void A_changed_text_a_changed_signature_and_a_foreign_key_are_refused()
    {
        var signature = Ed25519Keys.Sign(s_seed, "text");
        var other = Base64Url.EncodeToString(Ed25519Keys.PublicKeyOf(Ed25519Keys.GenerateSeed()));

        Assert.False(Ed25519Keys.Verify(PublicKey, "texT", signature));
        Assert.False(Ed25519Keys.Verify(PublicKey, "text", "A" + signature[1..] + "A"));
        Assert.False(Ed25519Keys.Verify(PublicKey, "text", "****"));
        Assert.False(Ed25519Keys.Verify(other, "text", signature));
    }
}
