using OpenClaw.Cli.Invocation;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
