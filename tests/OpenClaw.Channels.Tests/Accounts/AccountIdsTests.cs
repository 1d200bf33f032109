using OpenClaw.Channels.Accounts;

namespace OpenClaw.Channels.Tests.Accounts;

public class AccountIdsTests
{
    // Recorded from the reference.
    [Theory]
    [InlineData("", "default")]
    [InlineData(" Default ", "default")]
    [InlineData("My Bot", "my-bot")]
    [InlineData("--x--", "x")]
    [InlineData("Ünï", "n")]
    [InlineData("ok_id-1", "ok_id-1")]
    [InlineData(null, "default")]
    public void An_account_id_is_brought_into_its_one_form(string? text, string id) => Assert.Equal(id, AccountIds.Normalize(text));

    [Fact]
    public void A_long_id_is_cut_at_64() => Assert.Equal(new string('a', 64), AccountIds.Normalize(new string('a', 70)));
}
