using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class RawStreamLogTests
{
    [Fact]
    public async Task A_stream_is_written_as_it_came_without_the_key_and_for_its_owner_only()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "raw.jsonl");
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("so");
            await e.EventAsync("[DONE]");
        });

        await StreamAsync(server, new EnvironmentVariables([new("HOME", folder.Path), new("OPENCLAW_RAW_STREAM", "1"), new("OPENCLAW_RAW_STREAM_PATH", file)]));

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Length);
        Assert.Contains("stub/m", lines[0]);
        Assert.Contains("[DONE]", lines[1]);
        Assert.DoesNotContain(lines, static l => l.Contains("sk-test"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Nothing_is_written_unless_it_was_asked_for()
    {
        using var folder = new TempFolder();
        var environment = new EnvironmentVariables([new("HOME", folder.Path)]);

        Assert.Null(RawStreamLog.Of(environment, ConfigPaths.Resolve(environment, ProfileSelection.None), TimeProvider.System));
    }

    private static async Task StreamAsync(ModelServer server, EnvironmentVariables environment)
    {
        var raw = RawStreamLog.Of(environment, ConfigPaths.Resolve(environment, ProfileSelection.None), TimeProvider.System);
        using var providers = new ModelProviders(TimeProvider.System, raw: raw);
        var request = new ModelRequest
        {
            Model = new ModelInfo { Ref = new ModelRef("stub", "m"), Name = "m", Api = ModelApis.OpenAiCompletions, BaseUrl = server.Url },
            ApiKey = "sk-test",
            SystemPrompt = "be kind",
            Messages = [new ModelMessage.User([new ContentPart.Text("hi")])],
        };
        await foreach (var step in providers.For(ModelApis.OpenAiCompletions)!.StreamAsync(request, TestContext.Current.CancellationToken))
            Assert.IsNotType<ModelEvent.Failed>(step);
    }
}
