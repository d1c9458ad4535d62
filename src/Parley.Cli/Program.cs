using System.Text;
using NodaTime;
using Parley.Cli;

// The one place where the machine's own clock, streams and terminal enter.
#pragma warning disable RS0030
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
var surroundings = new Surroundings(
    Console.OpenStandardInput(), output, error, SystemClock.Instance, TimeProvider.System,
    OutIsTerminal: !Console.IsOutputRedirected, ErrorIsTerminal: !Console.IsErrorRedirected,
    Width: Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 120),
    Threads: Environment.ProcessorCount);
#pragma warning restore RS0030
return await CommandTree.RunAsync(args, surroundings);
