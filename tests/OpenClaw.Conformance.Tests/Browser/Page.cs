using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Browser;

/// <summary>One page in the browser, in a context of its own (own storage, own keys).</summary>
internal sealed class Page
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly DevTools _devTools;
    private readonly string _session;

    private Page(DevTools devTools, string session)
    {
        _devTools = devTools;
        _session = session;
    }

    /// <summary>What the page complained of: script errors, refused resources, console errors.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<Page> OpenAsync(DevTools devTools, Uri address, string colorScheme, CancellationToken ct)
    {
        var context = await devTools.SendAsync(null, "Target.createBrowserContext", [], ct);
        var target = await devTools.SendAsync(null, "Target.createTarget", new JsonObject
        {
            ["url"] = "about:blank",
            ["browserContextId"] = context["browserContextId"]!.DeepClone(),
            ["width"] = 1000,
            ["height"] = 720,
        }, ct);
        var attached = await devTools.SendAsync(null, "Target.attachToTarget", new JsonObject
        {
            ["targetId"] = target["targetId"]!.DeepClone(),
            ["flatten"] = true,
        }, ct);
        var page = new Page(devTools, attached["sessionId"]!.GetValue<string>());
        devTools.Event += page.Listen;
        foreach (var domain in new[] { "Page", "Runtime", "Log" })
            await page.SendAsync($"{domain}.enable", [], ct);
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject
        {
            ["width"] = 1000,
            ["height"] = 720,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        }, ct);
        await page.SendAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = colorScheme }),
        }, ct);
        await page.GoToAsync(address, ct);
        return page;
    }

    public async Task GoToAsync(Uri address, CancellationToken ct) =>
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, ct);

    /// <summary>The value of an expression; promises are awaited.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken ct)
    {
        var result = await SendAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        }, ct);
        return result["exceptionDetails"] is { } details
            ? throw new InvalidOperationException($"{expression}: {details.ToJsonString()}")
            : result["result"]?["value"];
    }

    public async Task<string> TextAsync(string selector, CancellationToken ct) =>
        (await EvaluateAsync($"document.querySelector('{selector}')?.innerText ?? ''", ct))!.GetValue<string>();

    /// <summary>Waits until a condition written in JavaScript holds; names it, and shows the page, when it does not.</summary>
    public async Task WaitForAsync(string condition, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < s_patience)
        {
            if (await HoldsAsync(condition, ct))
                return;
            await Task.Delay(20, ct);
        }
        Assert.Fail($"Never came true: {condition}\nThe page shows:\n{await TextAsync("body", ct)}\nComplaints: {string.Join('\n', Complaints)}");
    }

    private async Task<bool> HoldsAsync(string condition, CancellationToken ct)
    {
        try
        {
            return await EvaluateAsync($"Boolean({condition})", ct) is JsonValue value && value.GetValue<bool>();
        }
        catch (InvalidOperationException)
        {
            // The page is just being loaded: nothing to look at, or not the same page any more.
            return false;
        }
    }

    /// <summary>Types as a keyboard does, into whatever has the focus.</summary>
    public async Task TypeAsync(string text, CancellationToken ct) =>
        await SendAsync("Input.insertText", new JsonObject { ["text"] = text }, ct);

    public async Task PressAsync(string key, int code, CancellationToken ct)
    {
        foreach (var type in new[] { "rawKeyDown", "char", "keyUp" })
        {
            await SendAsync("Input.dispatchKeyEvent", new JsonObject
            {
                ["type"] = type,
                ["key"] = key,
                ["code"] = key,
                ["windowsVirtualKeyCode"] = code,
                ["text"] = type == "char" && key == "Enter" ? "\r" : "",
            }, ct);
        }
    }

    public async Task<byte[]> ScreenshotAsync(CancellationToken ct)
    {
        var shot = await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" }, ct);
        return Convert.FromBase64String(shot["data"]!.GetValue<string>());
    }

    private Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken ct) =>
        _devTools.SendAsync(_session, method, parameters, ct);

    private void Listen(string? session, string method, JsonObject parameters)
    {
        if (session != _session)
            return;
        if (method == "Runtime.exceptionThrown")
            Complaints.Enqueue(parameters["exceptionDetails"]!.ToJsonString());
        if (method == "Log.entryAdded" && parameters["entry"]!["level"]!.GetValue<string>() == "error")
            Complaints.Enqueue(parameters["entry"]!.ToJsonString());
        if (method == "Runtime.consoleAPICalled" && parameters["type"]!.GetValue<string>() == "error")
            Complaints.Enqueue(parameters["args"]!.ToJsonString());
    }
}
