using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models list</c>: the models in use, or all that can be named.</summary>
internal static class ModelsListing
{
    public static Command Build(CliContext context)
    {
        var command = new Command("list", "The configured models; with --all every model that is known.");
        var all = new Option<bool>("--all") { Description = "Every known model, a local Ollama's included" };
        var local = new Option<bool>("--local") { Description = "Only models on this machine" };
        var provider = new Option<string?>("--provider") { Description = "Only models of this provider", HelpName = "id" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var plain = new Option<bool>("--plain") { Description = "One provider/model a line" };
        foreach (var option in (Option[])[all, local, provider, json, plain])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            using var tools = new ModelTools(context);
            if (parsed.GetValue(all) || parsed.GetValue(local) || parsed.GetValue(provider) == "ollama")
                await tools.Ollama.FindAsync(ct).ConfigureAwait(false);
            var wanted = parsed.GetValue(provider) is { } name ? ModelRef.NormalizeProvider(name) : null;
            var rows = Rows(tools, parsed.GetValue(all) || parsed.GetValue(local))
                .Where(row => (wanted is null || row.Ref.Provider == wanted) && (!parsed.GetValue(local) || row.IsLocal)).ToList();
            Write(context, rows, parsed.GetValue(json), parsed.GetValue(plain));
            return ExitCodes.Success;
        });
        return command;
    }

    private static List<Row> Rows(ModelTools tools, bool all)
    {
        var agent = tools.Agents.DefaultId;
        var defaults = tools.Agents.Config.Agents.Defaults;
        var tags = new Dictionary<ModelRef, List<string>>();
        Tag(tools.Selection.Default(agent), "default");
        foreach (var (reference, i) in tools.Selection.Fallbacks(agent).Select(static (one, i) => (one, i)))
            Tag(reference, string.Create(CultureInfo.InvariantCulture, $"fallback#{i + 1}"));
        if (defaults.ImageModel.Primary is { } image && ModelRef.Parse(image) is { } imageModel)
            Tag(imageModel, "image");
        foreach (var (key, entry) in defaults.Models)
        {
            if (ModelRef.Parse(key) is { } reference)
                Tag(reference, entry.Alias is { } alias ? $"alias:{alias}" : "configured");
        }

        foreach (var model in tools.Catalog.Configured())
            Tag(model.Ref, "configured");
        if (all)
        {
            foreach (var model in tools.Catalog.All())
                Tag(model.Ref, null);
        }

        return [.. tags.Select(pair => new Row(pair.Key, tools.Catalog.Resolve(pair.Key), pair.Value, tools, agent))];

        void Tag(ModelRef reference, string? tag)
        {
            if (!tags.TryGetValue(reference, out var list))
                tags[reference] = list = [];
            if (tag is not null && !list.Contains(tag))
                list.Add(tag);
        }
    }

    private static void Write(CliContext context, List<Row> rows, bool json, bool plain)
    {
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject { ["count"] = rows.Count, ["models"] = new JsonArray([.. rows.Select(static row => row.ToJson())]) }));
            return;
        }

        if (plain)
        {
            foreach (var row in rows)
                context.Screen.Line(row.Ref.ToString());
            return;
        }

        if (rows.Count == 0)
        {
            context.Screen.Line($"No models here. See all: {context.Suggest("models list --all")}");
            return;
        }

        var table = new Table("Model", "Input", "Ctx", "Local", "Auth", "Tags");
        foreach (var row in rows)
            table.Row(
                row.Ref.ToString(), row.Model is { } model ? string.Join('+', model.Input) : "-",
                row.Model is { } sized ? $"{sized.ContextWindow / 1000}k" : "-", row.IsLocal ? "yes" : "no", row.Available ? "yes" : "no", string.Join(", ", row.Shown));
        table.Write(context.Screen);
    }

    private sealed record Row(ModelRef Ref, ModelInfo? Model, List<string> Tags, ModelTools Tools, string Agent)
    {
        public bool IsLocal => Model is not null && Uri.TryCreate(Model.BaseUrl, UriKind.Absolute, out var url) && url.IsLoopback;

        public bool Available => Model is not null && Tools.Keys.ForCall(Agent, Model).Problem is null;

        public IEnumerable<string> Shown => Model is null ? [.. Tags, "missing"] : Tags;

        public JsonObject ToJson() => new()
        {
            ["key"] = Ref.ToString(),
            ["name"] = Model?.Name ?? Ref.Id,
            ["input"] = Model is { } model ? string.Join('+', model.Input) : "-",
            ["contextWindow"] = Model?.ContextWindow,
            ["local"] = IsLocal,
            ["available"] = Available,
            ["tags"] = new JsonArray([.. Tags.Select(static tag => (JsonNode)tag)]),
            ["missing"] = Model is null,
        };
    }
}
