using System.Diagnostics;
using System.Text;

namespace OpenClaw.Bench.Agent;

/// <summary>The same question put to the model without a gateway: what the machine and HTTP cost by themselves.</summary>
internal static class DirectCall
{
    public static async Task<TimeSpan> OnceAsync(HttpClient http, int port)
    {
        using var body = new StringContent("""{"messages":[{"role":"user","content":"hi"}]}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/v1/chat/completions") { Content = body };
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();
        var first = Stopwatch.GetElapsedTime(started);
        await reader.ReadToEndAsync();
        return first;
    }
}
