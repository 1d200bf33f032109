using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>The configuration of the recorded gateway.</summary>
internal static class RecordedConfig
{
    public const string Token = "test-token-1";

    public static JsonObject For(PrivateHome home, int port, int modelPort) => (JsonObject)JsonNode.Parse($$"""
        {
          "gateway": {
            "mode": "local",
            "port": {{port}},
            "auth": { "mode": "token", "token": "{{Token}}" },
            "http": { "endpoints": { "chatCompletions": { "enabled": true }, "responses": { "enabled": true } } }
          },
          "logging": { "file": "{{home.Path}}/gateway.log" },
          "update": { "checkOnStart": false },
          "hooks": { "enabled": true, "token": "hook-secret-1", "path": "/hooks" },
          "canvasHost": { "enabled": true, "port": {{port + 4}} },
          "browser": { "enabled": false },
          "agents": {
            "defaults": {
              "workspace": "{{home.Workspace}}",
              "skipBootstrap": true,
              "model": { "primary": "stub/stub-1" },
              "models": { "stub/stub-1": {} }
            }
          },
          "models": {
            "mode": "replace",
            "providers": {
              "stub": {
                "baseUrl": "http://127.0.0.1:{{modelPort}}/v1",
                "apiKey": "stub-key",
                "api": "openai-completions",
                "models": [
                  {
                    "id": "stub-1", "name": "Stub One", "reasoning": false, "input": ["text"],
                    "cost": { "input": 0, "output": 0, "cacheRead": 0, "cacheWrite": 0 },
                    "contextWindow": 128000, "maxTokens": 8000
                  }
                ]
              }
            }
          }
        }
        """)!;
}
