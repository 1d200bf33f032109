using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Images;
using OpenClaw.Agents.Tools.Web;
using StbImageWriteSharp;

namespace OpenClaw.Agents.Tests.Tools.Images;

public class ImageToolTests
{
    private static readonly byte[] s_pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_of_the_workspace_is_shown_to_the_model_with_the_question()
    {
        await using var server = new ModelServer(exchange => exchange.OpenAiAsync("A red dot."));
        await using var bench = new Workbench(Workbench.With(server));
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork());
        Save(bench, "dot.png", s_pixel);

        var result = await Tool(bench, http).UseAsync(bench, """{"image":"dot.png","prompt":"which colour?"}""");

        Assert.Equal("A red dot.", result.Said());
        Assert.Equal("stub/stub-1", result.Field("model"));
        var body = Assert.Single(server.Requests).Body.GetRawText();
        Assert.Contains("which colour?", body);
        Assert.Contains($"data:image/png;base64,{Convert.ToBase64String(s_pixel)}", body);
    }

    [Fact]
    public async Task Data_and_web_addresses_work_too_and_the_bytes_say_what_it_is()
    {
        await using var server = new ModelServer(exchange => exchange.OpenAiAsync("seen"));
        await using var bench = new Workbench(Workbench.With(server));
        await using var web = new WebServer().Page("/p", s_pixel, "text/plain").Page("/t", "no picture at all");
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork(web.Port).Name("pics.example", ["93.184.216.34"]));
        var tool = Tool(bench, http);

        var inline = await tool.UseAsync(bench, $$"""{"image":"data:image/gif;base64,{{Convert.ToBase64String(s_pixel)}}"}""");
        var remote = await tool.UseAsync(bench, """{"image":"http://pics.example/p"}""");
        var text = await tool.UseAsync(bench, """{"image":"http://pics.example/t"}""");

        Assert.Equal("seen", inline.Said());
        Assert.Equal("seen", remote.Said());
        Assert.Contains("not a picture", text.Field("error"));
        Assert.All(server.Requests, request => Assert.Contains("data:image/png;", request.Body.GetRawText()));
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_for_the_model()
    {
        await using var server = new ModelServer(exchange => exchange.OpenAiAsync("seen"));
        await using var bench = new Workbench(Workbench.With(server));
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork());
        using var large = new MemoryStream();
        new ImageWriter().WriteJpg(new byte[3000 * 1000 * 4], 3000, 1000, ColorComponents.RedGreenBlueAlpha, large, 80);
        Save(bench, "large.jpg", large.ToArray());

        await Tool(bench, http).UseAsync(bench, """{"image":"large.jpg"}""");

        var sent = Assert.Single(server.Requests).Body.GetRawText();
        var start = sent.IndexOf(";base64,", StringComparison.Ordinal) + 8;
        var picture = Convert.FromBase64String(sent[start..sent.IndexOf('"', start)].Replace("\\u002B", "+").Replace("\\/", "/"));
        Assert.Equal(2000, StbImageSharp.ImageInfo.FromStream(new MemoryStream(picture))!.Value.Width);
    }

    [Theory]
    [InlineData("""{"image":"/etc/hostname"}""", "only pictures of the workspace")]
    [InlineData("""{"image":"../outside.png"}""", "only pictures of the workspace")]
    [InlineData("""{"image":"link.png"}""", "only pictures of the workspace")]
    [InlineData("""{"image":"file:///etc/hostname"}""", "only pictures of the workspace")]
    [InlineData("""{"image":"http://127.0.0.1/x.png"}""", "Blocked")]
    [InlineData("""{"image":"data:image/png,plain"}""", "base64")]
    [InlineData("""{"image":"missing.png"}""", "not there")]
    [InlineData("""{"image":"dot.png","maxBytesMb":0.00001}""", null)]
    [InlineData("""{}""", "image is required")]
    [InlineData("""{"image":"dot.png","model":"other/one"}""", "not allowed")]
    public async Task CVE_2026_44996_pictures_come_from_owned_places_only(string arguments, string? says)
    {
        await using var server = new ModelServer(exchange => exchange.OpenAiAsync("seen"));
        await using var bench = new Workbench(Workbench.With(server));
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork());
        Save(bench, "dot.png", s_pixel);
        var outside = Path.Combine(bench.Agents.Workspace("main"), "..", "outside.png");
        await File.WriteAllBytesAsync(outside, s_pixel, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(bench.Agents.Workspace("main"), "link.png"), outside);

        var result = await Tool(bench, http).UseAsync(bench, arguments);

        Assert.Equal(says is not null, result.IsError);
        Assert.Contains(says ?? "seen", result.Said());
    }

    [Fact]
    public async Task Without_a_model_that_sees_the_tool_is_not_offered()
    {
        await using var bench = new Workbench();
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork());

        Assert.Empty(Tools(bench, http).Tools(ToolBench.Scene(bench)));
    }

    private static void Save(Workbench bench, string name, byte[] data)
    {
        Directory.CreateDirectory(bench.Agents.Workspace("main"));
        File.WriteAllBytes(Path.Combine(bench.Agents.Workspace("main"), name), data);
    }

    private static ImageTools Tools(Workbench bench, GuardedHttp http) =>
        new(bench.Agents, bench.Router, bench.Selection, bench.Providers, http, TimeProvider.System);

    private static ITool Tool(Workbench bench, GuardedHttp http) => Tools(bench, http).Tools(ToolBench.Scene(bench)).Single();
}
