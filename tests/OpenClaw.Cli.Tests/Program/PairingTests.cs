using OpenClaw.Channels.Pairing;

namespace OpenClaw.Cli.Tests.Program;

public sealed class PairingTests : IDisposable
{
    private readonly Installation _machine = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Nobody_waits_on_a_new_installation_and_looking_creates_nothing()
    {
        var json = await _machine.RunAsync("pairing", "list", "telegram", "--json");
        var text = await _machine.RunAsync("pairing", "list", "--channel", "whatsapp");

        Assert.Equal("""{"channel":"telegram","requests":[]}""", json.Json.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(new ProgramResult(0, "No pending whatsapp pairing requests.\n", ""), text);
        Assert.False(Directory.Exists(Path.Combine(_machine.StateDir, "credentials")));
    }

    [Fact]
    public async Task Somebody_who_waits_is_shown_and_let_in_by_their_code()
    {
        var store = new PairingStore(Path.Combine(_machine.StateDir, "credentials"), TimeProvider.System);
        var code = (await store.RequestAsync("telegram", "777", new Dictionary<string, string?> { ["username"] = "ann" }, Ct)).Request!.Code;

        var listed = await _machine.RunAsync("pairing", "list", "telegram", "--json");
        var shown = await _machine.RunAsync("pairing", "list", "telegram");
        var approved = await _machine.RunAsync("pairing", "approve", "telegram", code.ToLowerInvariant());

        var request = listed.Json.GetProperty("requests")[0];
        Assert.Equal(("777", code, "ann"), (request.GetProperty("id").GetString(), request.GetProperty("code").GetString(), request.GetProperty("meta").GetProperty("username").GetString()));
        Assert.Contains(code, shown.Output, StringComparison.Ordinal);
        Assert.Contains("telegramUserId", shown.Output, StringComparison.Ordinal);
        Assert.Equal(new ProgramResult(0, "Approved telegram sender 777.\n", ""), approved);
        Assert.Equal(["777"], store.Allowed("telegram"));
        Assert.Empty(store.Pending("telegram"));
    }

    [Fact]
    public async Task The_directory_of_the_environment_is_the_one_that_counts()
    {
        var elsewhere = Path.Combine(_machine.Home, "elsewhere");
        var code = (await new PairingStore(elsewhere, TimeProvider.System).RequestAsync("whatsapp", "+4577777777", new Dictionary<string, string?>(), Ct)).Request!.Code;

        var approved = await _machine.RunWithAsync([("OPENCLAW_OAUTH_DIR", elsewhere)], "pairing", "approve", "--channel", "whatsapp", code, "--notify");

        Assert.Equal(new ProgramResult(0, "Approved whatsapp sender +4577777777.\n", ""), approved);
        Assert.True(File.Exists(Path.Combine(elsewhere, "whatsapp-allowFrom.json")));
    }

    [Fact]
    public async Task Who_was_let_in_is_told_by_the_gateway_and_without_one_they_are_let_in_all_the_same()
    {
        using var gateway = new ScriptedGateway(("send", """{"runId":"r","messageId":"5","channel":"telegram","chatId":"777"}"""));
        var store = new PairingStore(Path.Combine(_machine.StateDir, "credentials"), TimeProvider.System);
        _machine.WriteConfig("{ gateway: { mode: 'remote', remote: { url: '" + gateway.Url + "' } } }");
        var told = (await store.RequestAsync("telegram", "777", new Dictionary<string, string?>(), Ct)).Request!.Code;
        var first = await _machine.RunAsync("pairing", "approve", "telegram", told, "--notify");

        _machine.WriteConfig($"{{ gateway: {{ port: {Installation.FreePort()} }} }}");
        var untold = (await store.RequestAsync("telegram", "888", new Dictionary<string, string?>(), Ct)).Request!.Code;
        var second = await _machine.RunAsync("pairing", "approve", "telegram", untold, "--notify");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        var (_, asked) = Assert.Single(gateway.Asked, static asked => asked.Method == "send");
        Assert.Equal(("777", "telegram", PairingReply.Approved), (asked.GetProperty("to").GetString(), asked.GetProperty("channel").GetString(), asked.GetProperty("message").GetString()));
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("could not be told", second.Error, StringComparison.Ordinal);
        Assert.Equal(["777", "888"], store.Allowed("telegram"));
    }

    [Theory]
    [InlineData("no telegram pairing request has this code", "approve", "telegram", "WRONG234")]
    [InlineData("there is no channel smoke", "approve", "smoke", "WRONG234")]
    [InlineData("give a channel and a code", "approve", "WRONG234")]
    [InlineData("give a channel and a code", "approve", "telegram", "WRONG234", "--channel", "telegram")]
    [InlineData("name a channel", "list")]
    [InlineData("there is no channel smoke", "list", "smoke")]
    public async Task What_is_wrong_is_named_and_ends_with_1(string problem, params string[] arguments)
    {
        var result = await _machine.RunAsync(["pairing", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }
}
