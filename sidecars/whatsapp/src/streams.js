// Taken before the guard closes them to everybody else.
export const stdoutStream = process.stdout;

/** The only ways out. Both return false when the reader is behind. */
export const rawStdout = process.stdout.write.bind(process.stdout);
export const rawStderr = process.stderr.write.bind(process.stderr);
