using OpenClaw.Agents.SystemEvents;

namespace OpenClaw.Agents.Tests.SystemEvents;

public sealed class SystemEventQueueTests
{
    [Fact]
    public void Only_the_newest_notes_are_kept_and_taken_once()
    {
        var queue = new SystemEventQueue(TimeProvider.System);
        for (var i = 0; i < 25; i++)
            Assert.True(queue.Enqueue("agent:main:main", $"note {i}"));
        Assert.False(queue.Enqueue("agent:main:main", "note 24"));
        Assert.False(queue.Enqueue("agent:main:main", "  "));

        var notes = queue.Drain("agent:main:main");

        Assert.Equal(SystemEventQueue.MaxPerSession, notes.Count);
        Assert.Equal("note 5", notes[0].Text);
        Assert.Empty(queue.Drain("agent:main:main"));
    }
}
