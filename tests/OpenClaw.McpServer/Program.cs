using OpenClaw.McpServer;

// A tool server for tests, written by hand so that the product's library is not tested against itself.
// Without arguments it speaks MCP on standard input and output; with "http" on a loopback port that it prints.
if (args is ["http", ..])
    await HttpTransport.RunAsync();
else
    await StdioTransport.RunAsync();
