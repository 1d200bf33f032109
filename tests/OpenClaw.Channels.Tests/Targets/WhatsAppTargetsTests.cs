using CsCheck;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.Tests.Targets;

public class WhatsAppTargetsTests
{
    [Theory]
    [InlineData("+1 (555) 123-4567", "15551234567@s.whatsapp.net", false)]
    [InlineData("whatsapp: 120363001234567890@G.US", "120363001234567890@g.us", true)]
    [InlineData("15551234567:3@s.whatsapp.net", "15551234567@s.whatsapp.net", false)]
    [InlineData("123456:2@lid", "123456@lid", false)]
    public void A_recipient_has_one_address(string text, string jid, bool group)
    {
        var found = WhatsAppTargets.Resolve(text);

        Assert.Equal((jid, group, null), (found.ChatId, found.IsGroup, found.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("mother")]
    [InlineData("group:120@g.us")]
    [InlineData("123@g.us.example.com")]
    [InlineData("x@lid")]
    [InlineData(null)]
    public void What_is_no_recipient_is_refused_with_the_fix(string? text)
    {
        var found = WhatsAppTargets.Resolve(text);

        Assert.Null(found.ChatId);
        Assert.Contains("country code", found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_one_form_stays_as_it_is() =>
        Gen.String[Gen.OneOf("0123456789+-:@.guswhatsappnetlid ()".ToCharArray()), 0, 24].Sample(static text =>
        {
            if (WhatsAppTargets.Normalize(text) is { } target)
                Assert.Equal(target, WhatsAppTargets.Normalize(target));
        });

    [Theory]
    [InlineData("+1555", "+1555,+4512", "+1555")]
    [InlineData("+9999", "+1555,+4512", "+1555")]
    [InlineData("+9999", "*,+1555", "+9999")]
    [InlineData("+9999", "", "+9999")]
    [InlineData("12-3@g.us", "+1555", "12-3@g.us")]
    [InlineData(null, "*,whatsapp:+1555", "+1555")]
    [InlineData(null, "*", null)]
    public void What_nobody_addressed_goes_to_nobody_outside_the_allow_list(string? to, string allowFrom, string? expected) =>
        Assert.Equal(expected, WhatsAppTargets.Implicit(to, allowFrom.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("12")]
    [InlineData("Room 101")]
    [InlineData("Ann")]
    public void A_name_is_looked_up(string text) => Assert.False(WhatsAppTargets.LooksLikeId(text));
}
