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
        // A file may be named @home.html: no argument stands for lines of a file.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
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
            await surroundings.Out.FlushAsync();
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction ? ExitCode.Nothing : code;
        }
        catch (OutputException failure)
        {
            surroundings.Tell(failure.Fault);
            return failure.Fault.Code == CliFaults.OutputClosed ? ExitCode.Partly : ExitCode.Nothing;
        }
        catch (LedgerException failure)
        {
            surroundings.Tell(failure.Fault);
            return await FlushedAsync(surroundings, ExitCode.Nothing);
        }
        catch (OperationCanceledException)
        {
            await surroundings.Error.WriteLineAsync("Stopped.");
            return await FlushedAsync(surroundings, ExitCode.Partly);
        }
#pragma warning disable CA1031 // Whatever nobody expected is told as a defect, with where it was thrown.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            surroundings.Tell(new Reports.Fault(CliFaults.Defect, "parley"));
            foreach (var line in defect.ToString().Split('\n'))
                await surroundings.Error.WriteLineAsync(Terminal.Safe(line));
            return await FlushedAsync(surroundings, ExitCode.Nothing);
        }
    }

    /// <summary>The whole tree, for running it and for checking its help.</summary>
    public static RootCommand Build(Surroundings surroundings)
    {
        var root = new RootCommand("Follows ceasefire talks as they are reported: reads news reports and shows, with the very words it rests on, who says what.");
        root.Subcommands.Add(ReadCommand.Build(surroundings));
        root.Subcommands.Add(AnnotateCommand.Build(surroundings));
        root.Subcommands.Add(BriefCommand.Build(surroundings));
        root.Subcommands.Add(WhoCommand.Build(surroundings));
        root.Subcommands.Add(EvalCommand.Build(surroundings));
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

    /// <summary>Lets out what was written before a failure, which alone decides how the command ends.</summary>
    private static async Task<int> FlushedAsync(Surroundings surroundings, int code)
    {
        try
        {
            await surroundings.Out.FlushAsync();
        }
        catch (OutputException)
        {
        }

        return code;
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
