using System.Text.Json.Nodes;
using CsCheck;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Schema;
using OpenClaw.Configuration.Tests.Json5;

namespace OpenClaw.Configuration.Tests.Loading;

[Trait("Runbook", "G4")]
public class ConfigLoaderFuzzTests
{
    [Fact]
    public void No_value_under_any_key_makes_the_loader_throw()
    {
        using var home = new ConfigHome();
        var paths = KeyPaths(ConfigSchema.Root, []).ToArray();

        Gen.Select(Gen.Int[0, paths.Length - 1], JsonGenerators.Value).Array[1, 6].Sample(
            changes =>
            {
                var config = new JsonObject();
                foreach (var (index, value) in changes)
                    Put(config, paths[index], value.Node);
                var snapshot = ConfigLoader.Evaluate(Json5Editor.Write(config), home.Paths, home.Environment);
                Assert.NotNull(snapshot.Config);
                Assert.Equal(snapshot.Valid, snapshot.Issues.Count == 0);
                // Every issue has a place in the text.
                Assert.All(snapshot.Issues, i => Assert.True(i.Line > 0 && i.Column > 0, i.ToString()));
            },
            iter: 3000);
    }

    [Fact]
    public void No_text_makes_the_loader_throw()
    {
        using var home = new ConfigHome();
        var parts = new[] { "{", "}", "[", "]", ":", ",", "gateway", "$include", "'${A}'", "'~'", "agents", "list", "1", "null", "//", "\n", "\"", "env", "'x'" };

        Gen.Int[0, parts.Length - 1].Array[0, 30].Sample(
            picks => ConfigLoader.Evaluate(string.Concat(picks.Select(i => parts[i])), home.Paths, home.Environment) is not null, iter: 5000);
    }

    private static IEnumerable<string[]> KeyPaths(ConfigShape shape, string[] path)
    {
        if (shape is ObjectShape map)
        {
            foreach (var key in map.Keys)
            {
                yield return [.. path, key.Name];
                foreach (var deeper in KeyPaths(key.Shape, [.. path, key.Name]))
                    yield return deeper;
            }
            if (map.Others is not null)
            {
                foreach (var deeper in KeyPaths(map.Others, [.. path, "a"]))
                    yield return deeper;
            }
        }
        else if (shape is ListShape list)
        {
            foreach (var deeper in KeyPaths(list.Item, [.. path, "0"]))
                yield return deeper;
        }
    }

    private static void Put(JsonObject root, string[] path, JsonNode? value)
    {
        JsonNode node = root;
        for (var i = 0; i < path.Length - 1; i++)
        {
            var isList = path[i + 1] == "0";
            if (node is JsonArray { Count: 0 } empty)
                empty.Add((JsonNode)new JsonObject());
            var next = node is JsonArray list ? list[0] : node[path[i]];
            if (isList ? next is not JsonArray : next is not JsonObject)
            {
                next = isList ? new JsonArray(new JsonObject()) : new JsonObject();
                if (node is JsonArray parent)
                    parent[0] = next;
                else
                    node[path[i]] = next;
            }
            node = next!;
        }
        if (node is JsonObject map)
            map[path[^1]] = value?.DeepClone();
    }
}
