using Parley.Cli.Briefs;
using Parley.Intake;
using Parley.Intake.Inputs;
using Parley.Intake.Languages;
using Parley.Ledger;
using Parley.Reading;
using Parley.Reports;
using Parley.Reports.Json;
using Parley.Talks;

namespace Parley.Cli.Commands;

/// <summary>One run of <c>parley read</c>, from the inputs to the ledger and the output.</summary>
internal sealed class ReadRun(Surroundings surroundings, ILedger ledger, ReadOptions options)
{
    /// <summary>In UTF-16 units; lines that wait for their reports to be kept take no more memory than about this.</summary>
    private const long MostWaiting = 1 << 20;

    private readonly ReadTally _tally = new();
    private readonly List<string> _lines = [];
    private long _waiting;
    private readonly string? _reader = options.Findings ? ReaderOf(options.Actors) : null;

    /// <summary>Reads all inputs.</summary>
    /// <param name="cancellation">Stops cleanly: what is done is kept, and the same command goes on from there.</param>
    /// <returns>An exit code of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = surroundings.Time.GetTimestamp();
        var meter = new InputMeter();
        using var opener = new InputOpener(IntakeLimits.Default, options.Network, meter, surroundings.In, surroundings.Clock, surroundings.Time);
        var batch = new BatchReader(
            new MaterialReader(IntakeLimits.Default, new LanguageCheck()), options.Findings ? Pipeline.Full(options.Actors.Knowledge, options.Explains) : Pipeline.Empty,
            surroundings.Threads, surroundings.Time);
        var stopped = false;
        using (var writer = new LedgerWriter(ledger, surroundings))
        {
            using var progress = ReadProgress.Start(surroundings, meter, options.Format);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            try
            {
                await KeepAllAsync(batch.ReadAsync(opener.OpenAsync(options.Inputs, stop.Token), IsKnown, stop.Token), writer, progress, stop);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                stopped = true;
            }

            Settle(writer);
        }

        await surroundings.Error.WriteLineAsync(_tally.Line(surroundings.Time.GetElapsedTime(began)));
        if (stopped)
        {
            await surroundings.Error.WriteLineAsync("Stopped. What was read is kept; the same command goes on from there.");
            return ExitCode.Partly;
        }

        if (_tally.Reports == 0 && _tally.Failed > 0)
            return ExitCode.Nothing;
        if (options.Format == "brief" && !options.Explains)
            BriefWriter.Write(BriefBuilder.Build(ledger.Readings(), options.AsOf), "text", surroundings);
        return _tally.Failed > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>Names the reader in the ledger; own actors make it another, as the same report may then be read otherwise.</summary>
    private static string ReaderOf(OwnActors actors) => actors.Mark.Length == 0 ? Pipeline.Version : $"{Pipeline.Version}+{actors.Mark}";

    /// <summary>Reports that the ledger holds need not be read again, unless their lines are asked for.</summary>
    private bool IsKnown(Report report) => options.Format != "jsonl" && !options.Explains && ledger.Holds(report.Id, _reader);

    private async Task KeepAllAsync(IAsyncEnumerable<Outcome> outcomes, LedgerWriter writer, ReadProgress progress, CancellationTokenSource stop)
    {
        await using var each = outcomes.GetAsyncEnumerator();
        while (true)
        {
            var next = each.MoveNextAsync();
            if (!next.IsCompleted && writer.HasPending)
            {
                // The next one is not ready: let what is done be kept soon, however long it takes.
                var ready = next.AsTask();
                try
                {
                    if (writer.IsDue || await Task.WhenAny(ready, Task.Delay(LedgerWriter.LongestWait, surroundings.Time)) != ready)
                        Settle(writer);
                }
                catch
                {
                    // It cannot be kept, or told. The reading must end before it can be disposed of.
                    await stop.CancelAsync();
                    await ((Task)ready).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    throw;
                }

                if (!await ready)
                    return;
            }
            else if (!await next)
            {
                return;
            }

            Keep(each.Current, writer, progress);
            if (!writer.HasPending || _waiting > MostWaiting)
                Settle(writer);
            progress.Update(_tally.Reports);
        }
    }

    /// <summary>
    /// Keeps what is pending, then writes its lines: what a reader of the output has seen is kept, and one that reads
    /// slowly does not hold up others who write to the ledger.
    /// </summary>
    private void Settle(LedgerWriter writer)
    {
        writer.Flush();
        foreach (var line in _lines)
            surroundings.Out.WriteLine(line);
        _lines.Clear();
        _waiting = 0;
        surroundings.Out.Flush();
    }

    private void Keep(Outcome outcome, LedgerWriter writer, ReadProgress progress)
    {
        switch (outcome)
        {
            case Outcome.Read read:
                var isNew = writer.Add(read.Reading.Unexplained(), _reader);
                _tally.Add(read.Reading.Report, isNew, isRead: Pipeline.CanRead(read.Reading.Report));
                if (options.Format == "jsonl" || options.Explains)
                {
                    _lines.Add(options.Format == "jsonl" ? ReadingJson.ToLine(read.Reading) : ExplanationText.ToText(read.Reading));
                    _waiting += _lines[^1].Length;
                }

                break;
            case Outcome.Known known:
                _tally.Add(known.Report, isNew: false, isRead: Pipeline.CanRead(known.Report));
                break;
            case Outcome.Failed failed:
                writer.Add(failed.Fault);
                _tally.AddFailure();
                progress.Tell(failed.Fault);
                break;
            case Outcome.Skipped skipped:
                _tally.AddSkipped(skipped.Items.Count);
                break;
            default:
                throw new InvalidOperationException($"No way is known to keep {outcome.GetType().Name}.");
        }
    }
}
