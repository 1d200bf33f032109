using System.Text;
using CsCheck;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class GrowingTextTests
{
    [Fact]
    public void What_was_taken_stays_as_it_was() =>
        Gen.String[0, 400].Array[0, 20].Sample(static pieces =>
        {
            var text = new GrowingText();
            var whole = new StringBuilder();
            var taken = new List<(ReadOnlyMemory<char> Text, string Expected)>();
            foreach (var piece in pieces)
            {
                text.Append(piece);
                whole.Append(piece);
                taken.Add((text.SoFar, whole.ToString()));
            }

            text.Restart();
            text.Append("another");

            Assert.Equal("another", text.SoFar.ToString());
            Assert.All(taken, static one => Assert.Equal(one.Expected, one.Text.ToString()));
        });
}
