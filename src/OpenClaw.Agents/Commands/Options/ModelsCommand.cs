using System.Globalization;
using System.Text;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/models</c>: providers with their counts, and the models of one.</summary>
public sealed class ModelsCommand(ModelMenu menu) : ICommand
{
    private const int PerPage = 20;
    private const int MaxAll = 100;

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("models", "What models there are.", CommandGroup.Options) { Arguments = "[provider] [page|all]" };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var providers = menu.Choices(scene.AgentId).GroupBy(static model => model.Ref.Provider).OrderBy(static group => group.Key, StringComparer.Ordinal).ToList();
        if (words.Length == 0)
        {
            var lines = providers.Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} ({group.Count()})"));
            return Task.FromResult(CommandAnswer.Say($"Providers:\n{string.Join('\n', lines)}\n\nTheir models: /models <provider>"));
        }

        var name = ModelRef.NormalizeProvider(words[0]);
        return Task.FromResult(CommandAnswer.Say(providers.FirstOrDefault(group => group.Key == name) is { } found
            ? List(name, [.. found], words.Length > 1 ? words[1] : "1")
            : $"There is no provider \"{name}\". There are: {string.Join(", ", providers.Select(static group => group.Key))}."));
    }

    private static string List(string provider, IReadOnlyList<ModelInfo> models, string page)
    {
        var all = page.Equals("all", StringComparison.OrdinalIgnoreCase);
        var size = all ? MaxAll : PerPage;
        var pages = (models.Count + size - 1) / size;
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, pages) : 1;
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{provider} ({models.Count}):"));
        foreach (var model in models.Skip((number - 1) * size).Take(size))
            text.Append('\n').Append(model.Ref);
        if (pages > 1)
            text.Append(CultureInfo.InvariantCulture, $"\n\nPage {number} of {pages}: /models {provider} {(number == pages ? 1 : number + 1)}, or /models {provider} all");
        return text.Append("\nSwitch: /model <provider/model>").ToString();
    }
}
