using NodaTime;
using Parley.Reports;

namespace Parley.Cli;

/// <summary>Everything a command meets outside its arguments: handed in, so that tests can stand in for a terminal.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: what <c>--format</c> asks for, and nothing else.</param>
/// <param name="Error">Standard error: everything else.</param>
/// <param name="Clock">When reports are learned of.</param>
/// <param name="Time">For progress and waiting.</param>
/// <param name="OutIsTerminal">Whether a person reads the output.</param>
/// <param name="ErrorIsTerminal">Whether a person watches the progress.</param>
/// <param name="Width">Columns to wrap a brief at.</param>
/// <param name="Threads">Reports worked on at once.</param>
internal sealed record Surroundings(
    Stream In, TextWriter Out, TextWriter Error, IClock Clock, TimeProvider Time,
    bool OutIsTerminal, bool ErrorIsTerminal, int Width, int Threads)
{
    /// <summary>Tells of a fault. What it found may come from a stranger's file, so nothing in it steers the terminal.</summary>
    public void Tell(Fault fault) => Error.WriteLine(Terminal.Safe(fault.ToString()));
}
