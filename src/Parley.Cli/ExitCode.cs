namespace Parley.Cli;

/// <summary>How a command ends; the same for every verb.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs were not read, or the command was stopped; the rest is done.</summary>
    public const int Partly = 1;

    /// <summary>The command line is wrong, or nothing could be done.</summary>
    public const int Nothing = 2;
}
