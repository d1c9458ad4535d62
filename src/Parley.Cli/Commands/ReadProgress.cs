using System.Globalization;
using Parley.Intake.Inputs;
using Parley.Reports;
using Spectre.Console;

namespace Parley.Cli.Commands;

/// <summary>A bar with reports a second and the time left, on a terminal; nothing in a pipe.</summary>
internal sealed class ReadProgress : IDisposable
{
    private readonly Surroundings _surroundings;
    private readonly InputMeter _meter;
    private readonly IAnsiConsole? _console;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _display;
    private int _reports;

    private ReadProgress(Surroundings surroundings, InputMeter meter, bool shown)
    {
        _surroundings = surroundings;
        _meter = meter;
        _console = shown ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) }) : null;
        _display = _console is null ? Task.CompletedTask : ShowAsync(_console, surroundings.Time);
    }

    /// <summary>Begins to show progress, where a person watches and no lines of output would be drawn over.</summary>
    public static ReadProgress Start(Surroundings surroundings, InputMeter meter, string format) =>
        new(surroundings, meter, surroundings.ErrorIsTerminal && !(surroundings.OutIsTerminal && format == "jsonl"));

    /// <summary>Tells how many reports are done.</summary>
    public void Update(int reports) => Volatile.Write(ref _reports, reports);

    /// <summary>Tells of a fault, above the bar where there is one: the bar would draw over what another wrote.</summary>
    public void Tell(Fault fault)
    {
        if (_console is null)
            _surroundings.Tell(fault);
        else
            _console.WriteLine(Terminal.Safe(fault.ToString()));
    }

    /// <summary>Clears the bar.</summary>
    public void Dispose()
    {
        _finished.TrySetResult();
        _display.GetAwaiter().GetResult();
    }

    private Task ShowAsync(IAnsiConsole console, TimeProvider time) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var began = time.GetTimestamp();
                var bar = context.AddTask("reading", maxValue: 1);
                while (!_finished.Task.IsCompleted)
                {
                    await Task.WhenAny(_finished.Task, Task.Delay(TimeSpan.FromMilliseconds(200), time));
                    var reports = Volatile.Read(ref _reports);
                    var seconds = Math.Max(time.GetElapsedTime(began).TotalSeconds, 0.001);
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{reports:N0} reports, {reports / seconds:N0}/s");
                    bar.IsIndeterminate = _meter.Total == 0;
                    bar.MaxValue = Math.Max(1, _meter.Total);
                    bar.Value = _meter.Read;
                }
            });
}
