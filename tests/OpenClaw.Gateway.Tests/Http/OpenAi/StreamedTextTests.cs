using OpenClaw.Gateway.Http.OpenAi;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

public class StreamedTextTests
{
    [Fact]
    public void Messages_of_a_run_are_apart_and_every_piece_comes_once()
    {
        var text = new StreamedText();
        text.Say("Look".AsMemory());
        var first = text.Take();
        text.Say("Looking.".AsMemory());
        text.EndMessage();
        var second = text.Take();
        text.Say("Done".AsMemory());

        Assert.Equal(("Look", "ing.", "\n\nDone"), (first, second, text.Take()));
        Assert.Equal("Looking.\n\nDone", text.Whole);
        Assert.Equal("", text.Take());
    }

    [Fact]
    public void A_repeated_attempt_goes_on_where_the_first_one_got_to()
    {
        var text = new StreamedText();
        text.Say("Once upon".AsMemory());
        text.Say("Once".AsMemory());
        text.Say("Once upon a time".AsMemory());

        Assert.Equal("Once upon a time", text.Whole);
    }

    [Fact]
    public void Another_text_in_place_of_the_first_follows_it()
    {
        var text = new StreamedText();
        text.Say("Once".AsMemory());
        text.Say("Twice".AsMemory());

        Assert.Equal("Once\n\nTwice", text.Whole);
    }
}
