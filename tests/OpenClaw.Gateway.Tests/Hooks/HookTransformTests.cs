using System.Net;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Tests.Hooks;

/// <summary>Transforms run in a real Node; a machine without one answers 500 and says so in its log.</summary>
public sealed class HookTransformTests
{
    private const string Script = """
        console.log('noise on standard output');
        export default ({ payload, headers, path }) => payload.skip ? null : payload.keep ? undefined : { kind: 'wake', text: `${path} ${payload.n + 1} ${headers.authorization ?? 'no token'} ${process.env.OPENAI_API_KEY ?? 'no key'}`, mode: 'next-heartbeat' };
        export const other = () => ({ kind: 'wake', text: 'the other one', mode: 'next-heartbeat' });
        export const broken = () => { throw new TypeError('oh no'); };
        export const endless = () => new Promise(() => {});
        """;

    [Fact]
    public async Task A_script_changes_what_a_mapping_does_and_sees_no_secrets()
    {
        await using var site = await HookSite.StartAsync(hooks => hooks with
        {
            Mappings =
            [
                Mapping("a", null), Mapping("b", "other"), Mapping("c", "broken"), Mapping("d", "endless"), Mapping("e", "missing"),
            ],
        });
        var directory = Path.Combine(Path.GetDirectoryName(site.Gateway.Paths.ConfigFile)!, "hooks", "transforms");
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "t.mjs"), Script, TestContext.Current.CancellationToken);

        var first = await site.PostAsync("/hooks/a", """{"n":1}""");
        Assert.SkipWhen(first.Status == HttpStatusCode.InternalServerError && site.Gateway.Log.Lines.Any(static line => line.Text.Contains("Node is not installed", StringComparison.Ordinal)), "no Node on this machine");

        Assert.Equal("""{"ok":true,"mode":"next-heartbeat"}""", first.Body);
        Assert.Contains("a 2 no token no key", site.Notes[0], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, ""), Of(await site.PostAsync("/hooks/a", """{"skip":true}""")));
        Assert.Equal("""{"ok":true,"mode":"now"}""", (await site.PostAsync("/hooks/a", """{"keep":true}""")).Body);
        await site.PostAsync("/hooks/b", "{}");
        Assert.Contains(site.Notes, static note => note.Contains("the other one", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.InternalServerError, """{"ok":false,"error":"hook mapping failed"}"""), Of(await site.PostAsync("/hooks/c", "{}")));
        Assert.Equal(HttpStatusCode.InternalServerError, (await site.PostAsync("/hooks/e", "{}")).Status);
        Assert.Contains(site.Gateway.Log.Lines, static line => line.Text.Contains("oh no", StringComparison.Ordinal));
    }

    private static HookMappingConfig Mapping(string path, string? export) => new()
    {
        MatchPath = path,
        Action = "wake",
        TextTemplate = "as it stands",
        TransformModule = "t.mjs",
        TransformExport = export,
    };

    private static (HttpStatusCode Status, string Body) Of((HttpStatusCode Status, string Body, HttpResponseMessage Response) answer) => (answer.Status, answer.Body);
}
