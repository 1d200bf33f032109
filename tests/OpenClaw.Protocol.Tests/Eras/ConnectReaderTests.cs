using System.Text;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Eras;

namespace OpenClaw.Protocol.Tests.Eras;

public class ConnectReaderTests
{
    // Recorded from the newer command line, spec 01 §19.1.
    private const string Newer =
        """{"minProtocol":4,"maxProtocol":4,"client":{"id":"cli","version":"2026.9.6","platform":"linux","deviceFamily":"Linux","mode":"cli","instanceId":"i"},"caps":[],"auth":{"token":"t"},"role":"operator","scopes":["operator.read"]}""";

    private static ConnectParams? Read(string json, out string? error)
    {
        ConnectReader.TryRead(Encoding.UTF8.GetBytes(json), out var value, out error);
        return value;
    }

    [Fact]
    public void The_connect_of_a_newer_command_line_is_read()
    {
        var value = Read(Newer, out _);

        Assert.Equal(("cli", "t", 4L), (value!.Client.Id, value.Auth!.Token, value.MaxProtocol));
    }

    [Theory]
    [InlineData("\"maxProtocol\":4", "\"maxProtocol\":4,\"hologram\":{}")]
    [InlineData("\"mode\":\"cli\"", "\"mode\":\"cli\",\"mood\":1")]
    [InlineData("\"token\":\"t\"", "\"token\":\"t\",\"retina\":1")]
    public void What_a_newer_client_adds_is_ignored(string at, string with)
    {
        Assert.NotNull(Read(Newer.Replace(at, with), out var error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("\"maxProtocol\":3", "\"maxProtocol\":3,\"hologram\":{}", "at root: unexpected property 'hologram'")]
    [InlineData("\"mode\":\"cli\"", "\"mode\":\"cli\",\"mood\":1", "at /client: unexpected property 'mood'")]
    [InlineData("\"token\":\"t\"", "\"token\":\"t\",\"retina\":1", "at /auth: unexpected property 'retina'")]
    public void The_same_from_an_older_client_is_refused(string at, string with, string text)
    {
        var older = Newer.Replace("\"minProtocol\":4,\"maxProtocol\":4", "\"minProtocol\":3,\"maxProtocol\":3");

        Assert.Null(Read(older.Replace(at, with), out var error));
        Assert.Equal($"invalid connect params: {text}", error);
    }

    [Fact]
    public void The_device_stays_closed_in_both_eras()
    {
        var proof = """{"id":"d","publicKey":"k","signature":"s","signedAt":1,"nonce":"n","extra":1}""";

        Assert.Null(Read(Newer.Replace("\"caps\":[]", $"\"device\":{proof}"), out var error));
        Assert.Equal("invalid connect params: at /device: unexpected property 'extra'", error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("4")]
    public void Params_that_are_no_object_are_refused(string json)
    {
        Assert.Null(Read(json, out var error));
        Assert.Equal("invalid connect params: must be object", error);
    }

    [Fact]
    public void Printing_credentials_shows_none()
    {
        var value = Read(Newer.Replace("\"token\":\"t\"", "\"token\":\"s3cret\",\"password\":\"s3cret\""), out _);

        Assert.DoesNotContain("s3cret", value!.ToString());
    }

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(1, 3, 3)]
    [InlineData(3, 4, 4)]
    [InlineData(4, 4, 4)]
    [InlineData(4, 9, 4)]
    [InlineData(1, 2, null)]
    [InlineData(5, 9, null)]
    [InlineData(4, 3, null)]
    public void The_highest_common_version_is_spoken(long min, long max, int? spoken) =>
        Assert.Equal(spoken, ProtocolEra.Negotiate(min, max)?.Protocol);
}
