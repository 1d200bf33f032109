using CsCheck;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Replies;

public class ReplyContentTests
{
    [Theory]
    [InlineData("NO_REPLY")]
    [InlineData(" NO_REPLY. ")]
    [InlineData("NO_REPLY because nothing happened")]
    [InlineData("All quiet. NO_REPLY")]
    [InlineData("All quiet.\n**NO_REPLY**")]
    [InlineData("<think>shall I?</think>NO_REPLY")]
    [InlineData("HEARTBEAT_OK")]
    public void A_silent_answer_shows_nothing(string text)
    {
        Assert.Equal(string.Empty, ReplyContent.Visible(text));
        Assert.Null(ReplyContent.Payload(text, new MediaGate("/tmp", [])));
    }

    [Theory]
    [InlineData("NO_REPLYING is a word", "NO_REPLYING is a word")]
    [InlineData("I wrote NO_REPLY in the middle", "I wrote NO_REPLY in the middle")]
    [InlineData("HEARTBEAT_OK All good HEARTBEAT_OK", "All good")]
    [InlineData("<think>hm</think>Yes", "Yes")]
    [InlineData("<final>Yes</final>", "Yes")]
    [InlineData("a < b and <b>bold</b>", "a < b and <b>bold</b>")]
    [InlineData("```\n<think>code</think>\n```", "```\n<think>code</think>\n```")]
    [InlineData("[[reply_to_current]] Sure", "Sure")]
    [InlineData("Sure [[ reply_to: 42 ]]", "Sure")]
    [InlineData("MEDIA:./a.png\nLook", "Look")]
    [InlineData("```\nMEDIA:./a.png\n```", "```\nMEDIA:./a.png\n```")]
    [InlineData("[[wiki]] link", "[[wiki]] link")]
    public void What_people_see_of_an_answer(string text, string expected) => Assert.Equal(expected, ReplyContent.Visible(text));

    [Fact]
    public void A_growing_answer_never_shows_what_will_be_taken_away()
    {
        string[] texts =
        [
            "NO_REPLY", "HEARTBEAT_OK", "<think>secret</think>Hello", "[[reply_to_current]] Hello", "Hello\nMEDIA:./cat.png\nthere",
            "Hello there NO_REPLY", "Hello [[audio_as_voice]] there", "<final>Hello</final>", "HEARTBEAT_OK Hello",
        ];
        foreach (var text in texts)
        {
            for (var length = 0; length <= text.Length; length++)
            {
                var shown = ReplyContent.Growing(text.AsMemory(0, length)).ToString();
                foreach (var never in (string[])["secret", "NO_", "HEARTBEAT", "[[", "MEDIA", "<", "cat"])
                    Assert.False(shown.Contains(never, StringComparison.Ordinal), $"\"{shown}\" of \"{text[..length]}\"");
            }
        }
    }

    [Fact]
    public void A_growing_answer_without_marks_only_ever_grows() =>
        Gen.String[Gen.Char["abc XYZ.,\nNO_H"], 0, 60].Sample(static text =>
        {
            var last = string.Empty;
            for (var length = 0; length <= text.Length; length++)
            {
                var shown = ReplyContent.Growing(text.AsMemory(0, length)).ToString();
                if (text.Contains("NO_REPLY", StringComparison.Ordinal))
                    return;
                Assert.StartsWith(last[..Math.Min(last.Length, shown.Length)], shown, StringComparison.Ordinal);
                last = shown;
            }
        });

    [Fact]
    public void Marks_become_what_they_ask_for()
    {
        using var folder = new TempFolder();
        var picture = Path.Combine(folder.Path, "cat.png");
        File.WriteAllText(picture, "x");
        var gate = new MediaGate(folder.Path, []);

        var reply = ReplyContent.Payload("[[reply_to: 42]]\n[[audio_as_voice]] Here:\nMEDIA: `./cat.png`\nMEDIA:https://example.org/a.png\nbye", gate)!;

        Assert.Equal(("Here:\nbye", "42", true, false), (reply.Text, reply.ReplyToId, reply.AudioAsVoice, reply.ReplyToCurrent));
        Assert.Equal([picture, "https://example.org/a.png"], reply.MediaUrls);
    }

    [Theory]
    [InlineData("MEDIA:https://a.test/1 https://a.test/2", "", "https://a.test/1|https://a.test/2")]
    [InlineData("MEDIA:https://a.test/1 a cat", "a cat", "https://a.test/1")]
    [InlineData("MEDIA:./my cat.png", "", "./my cat.png")]
    [InlineData("MEDIA:'./my cat.png'", "", "./my cat.png")]
    [InlineData("MEDIA:./a.png ./b.png", "", "./a.png|./b.png")]
    public void A_line_may_name_several_files(string line, string text, string files)
    {
        using var folder = new TempFolder();

        var reply = ReplyContent.Payload(line, new MediaGate(folder.Path, []))!;

        Assert.Equal(text, reply.Text);
        Assert.Equal(files.Split('|').Select(f => f.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(folder.Path, f[2..]) : f), reply.MediaUrls);
    }

    [Theory]
    [InlineData("MEDIA:/etc/passwd")]
    [InlineData("MEDIA:../secret.png")]
    [InlineData("MEDIA:./../secret.png")]
    [InlineData("MEDIA:~/secret.png")]
    [InlineData("MEDIA:ftp://example.org/a")]
    [InlineData("MEDIA:file:///etc/passwd")]
    [InlineData("MEDIA:./out/link.png")]
    public void A_file_outside_the_allowed_directories_is_not_attached(string line)
    {
        using var folder = new TempFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "out"), "/etc");

        var reply = ReplyContent.Payload(line, new MediaGate(folder.Path, []))!;

        Assert.Empty(reply.MediaUrls);
        Assert.Equal(line, reply.Text);
    }

    [Fact]
    public void An_absolute_path_is_attached_from_the_media_store_and_the_workspace()
    {
        using var workspace = new TempFolder();
        using var store = new TempFolder();
        var gate = new MediaGate(workspace.Path, [store.Path]);

        Assert.Equal(Path.Combine(store.Path, "a.ogg"), gate.Resolve(Path.Combine(store.Path, "a.ogg")));
        Assert.Equal(Path.Combine(workspace.Path, "b.ogg"), gate.Resolve(Path.Combine(workspace.Path, "b.ogg")));
        Assert.Null(gate.Resolve(Path.Combine(Path.GetDirectoryName(store.Path)!, "c.ogg")));
    }
}
