using System.Text;
using Microsoft.Win32.SafeHandles;
using NodaTime;
using Parley.Cli;

// The one place where the machine's own clock, streams and terminal enter.
#pragma warning disable RS0030
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(new OutputStream(StandardOutput(), tells: true), utf8, bufferSize: 1 << 16);
// Synchronized: the progress bar is drawn from another thread.
await using var error = TextWriter.Synchronized(new StreamWriter(new OutputStream(Console.OpenStandardError(), tells: false), utf8) { AutoFlush = true });
var surroundings = new Surroundings(
    Console.OpenStandardInput(), output, error, SystemClock.Instance, TimeProvider.System,
    OutIsTerminal: !Console.IsOutputRedirected, ErrorIsTerminal: !Console.IsErrorRedirected,
    Width: Console.IsOutputRedirected ? 100 : Console.WindowWidth is var width and > 0 ? Math.Clamp(width, 24, 120) : 80,
    Threads: Environment.ProcessorCount);
#pragma warning restore RS0030
return await CommandTree.RunAsync(args, surroundings);

// The console's own stream takes a pipe that nobody reads for one that somebody does, and would let a run go on to its end;
// a file's would write over what others wrote to the same file.
static Stream StandardOutput()
{
    if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        return Console.OpenStandardOutput();
    try
    {
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
    {
        return Console.OpenStandardOutput();
    }
}
