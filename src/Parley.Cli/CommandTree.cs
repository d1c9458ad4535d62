using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Parley.Cli.Commands;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>The verbs, and what holds for each of them: exit codes, help with examples, faults in one line.</summary>
internal static class CommandTree
{
    /// <summary>Runs one command line to its end.</summary>
    /// <returns>An exit code of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings)
    {
        var root = Build(surroundings);
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            // Time to keep what is done when asked to stop.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction ? ExitCode.Nothing : code;
        }
        catch (LedgerException failure)
        {
            await surroundings.Error.WriteLineAsync(failure.Fault.ToString());
            return ExitCode.Nothing;
        }
        catch (IOException) when (!CanWrite(surroundings.Out))
        {
            await surroundings.Error.WriteLineAsync(new Reports.Fault(CliFaults.OutputClosed, "standard output").ToString());
            return ExitCode.Partly;
        }
        finally
        {
            if (CanWrite(surroundings.Out))
                await surroundings.Out.FlushAsync();
        }
    }

    /// <summary>The whole tree, for running it and for checking its help.</summary>
    public static RootCommand Build(Surroundings surroundings)
    {
        var root = new RootCommand("Follows ceasefire talks as they are reported: reads news reports and shows, with the very words it rests on, who says what.");
        root.Subcommands.Add(ReadCommand.Build(surroundings));
        root.Subcommands.Add(AnnotateCommand.Build(surroundings));
        root.Subcommands.Add(BriefCommand.Build(surroundings));
        root.Subcommands.Add(DoctorCommand.Build(surroundings));
        return root;
    }

    /// <summary>Adds examples to a command's help.</summary>
    public static void AddExamples(this Command command, params ReadOnlySpan<(string Line, string Does)> examples)
    {
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, [.. examples]);
        command.Options.Add(help);
    }

    private static bool CanWrite(TextWriter writer)
    {
        try
        {
            writer.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private sealed class HelpWithExamples(HelpAction usual, ImmutableArray<(string Line, string Does)> examples) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (line, does) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {does}");
            }

            output.WriteLine();
            return code;
        }
    }
}
