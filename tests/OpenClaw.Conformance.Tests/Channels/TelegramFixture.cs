namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>One gateway for all tests of a class; each test is another person in another chat.</summary>
public class TelegramFixture : IAsyncLifetime
{
    /// <summary>The words that make the model answer with ten thousand characters.</summary>
    internal const string LongQuestion = "tell me everything";

    private TelegramHome? _telegram;
    private long _nextPerson = 7000;

    internal TelegramHome Telegram => _telegram!;

    /// <summary>2,000 numbered words of five characters.</summary>
    internal static string LongAnswer { get; } = string.Join(' ', Enumerable.Range(0, 2000).Select(static n => $"{n:d4}")) + ".";

    /// <summary>Somebody whom no other test knows.</summary>
    internal long NewPerson() => Interlocked.Increment(ref _nextPerson);

    public async ValueTask InitializeAsync() => _telegram = await TelegramHome.StartAsync(static (home, _) => home.Model.Script[LongQuestion] = LongAnswer);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_telegram is not null)
            await _telegram.DisposeAsync();
    }
}
