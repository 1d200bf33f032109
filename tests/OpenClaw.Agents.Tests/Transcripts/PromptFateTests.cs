using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Tests.Transcripts;

/// <summary>A transcript tells by itself what became of a message, whatever line the process died behind.</summary>
public sealed class PromptFateTests : IDisposable
{
    private const string Run = "ch-0123";
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("openclaw-test-").FullName, "t.jsonl");
    private int _lines;
    private string? _parent;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void Without_a_transcript_or_a_line_of_it_a_message_is_new()
    {
        Assert.Equal(new PromptFate(PromptState.New, PromptId.Of(Run, 0)), PromptFate.Of(null, Run));
        Say("user", "another one");
        Assert.Equal(PromptState.New, Fate().State);
    }

    [Fact]
    public void A_prompt_that_nobody_answered_is_begun_anew_under_another_id()
    {
        Say("user", "hello", PromptId.Of(Run, 0));

        Assert.Equal(new PromptFate(PromptState.New, PromptId.Of(Run, 1)), Fate());
    }

    [Fact]
    public void An_answer_is_recognised_with_its_text_also_when_the_conversation_went_on()
    {
        Say("user", "hello", PromptId.Of(Run, 0));
        Say("assistant", "good day", stop: "stop");
        Say("user", "more");

        Assert.Equal(new PromptFate(PromptState.Answered, PromptId.Of(Run, 0), "good day"), Fate());
    }

    [Theory]
    [InlineData("toolUse")]
    [InlineData("error")]
    [InlineData("aborted")]
    [InlineData("injected")]
    public void What_a_run_did_before_it_was_cut_off_is_not_an_answer(string stop)
    {
        Say("user", "hello", PromptId.Of(Run, 0));
        Say("assistant", "let me see", stop: stop, call: stop == "toolUse");

        Assert.Equal(new PromptFate(PromptState.CutOff, PromptId.Of(Run, 0)), Fate());
    }

    [Fact]
    public void A_message_that_was_sent_from_elsewhere_is_not_an_answer()
    {
        Say("user", "hello", PromptId.Of(Run, 0));
        Say("assistant", "news", stop: "stop", model: "delivery-mirror");

        Assert.Equal(PromptState.CutOff, Fate().State);
    }

    [Fact]
    public void A_prompt_with_another_one_behind_it_is_answered_with_that_one()
    {
        Say("user", "hello", PromptId.Of(Run, 0));
        Say("assistant", "a tool first", stop: "toolUse", call: true);
        Say("user", "and this");
        Say("assistant", "both", stop: "stop");

        Assert.Equal(PromptState.Merged, Fate().State);
    }

    [Fact]
    public void A_second_attempt_counts_not_the_orphan_of_the_first()
    {
        Say("user", "hello", PromptId.Of(Run, 0));
        _parent = null;
        Say("user", "hello", PromptId.Of(Run, 1));
        Say("assistant", "good day", stop: "stop");

        Assert.Equal(new PromptFate(PromptState.Answered, PromptId.Of(Run, 1), "good day"), Fate());
    }

    private PromptFate Fate() => PromptFate.Of(new Transcript(_file, TimeProvider.System).Read(), Run);

    private void Say(string role, string text, string? id = null, string? stop = null, bool call = false, string model = "m1")
    {
        id ??= $"{++_lines:x8}";
        var tool = call ? """,{"type":"toolCall","id":"c1","name":"exec","arguments":{}}""" : string.Empty;
        var end = stop is null ? string.Empty : $",\"model\":\"{model}\",\"stopReason\":\"{stop}\"";
        var parent = _parent is null ? "null" : $"\"{_parent}\"";
        File.AppendAllText(
            _file,
            $$$"""{"type":"message","id":"{{{id}}}","parentId":{{{parent}}},"timestamp":"2026-11-24T02:21:02.617Z","message":{"role":"{{{role}}}","content":[{"type":"text","text":"{{{text}}}"}{{{tool}}}]{{{end}}} } }""" + "\n");
        _parent = id;
    }
}
