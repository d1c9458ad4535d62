using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Intake;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Reading;

/// <summary>What became of one item of input.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>A report was made and read.</summary>
    /// <param name="Reading">The report with its findings.</param>
    public sealed record Read(ReportReading Reading) : Outcome;

    /// <summary>A report that need not be read again.</summary>
    /// <param name="Report">The report.</param>
    public sealed record Known(Report Report) : Outcome;

    /// <summary>An input that gave no report.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Failed(Fault Fault) : Outcome;

    /// <summary>Parts that are no articles by design.</summary>
    /// <param name="Items">Which, and how many.</param>
    public sealed record Skipped(PassedOver Items) : Outcome;
}

/// <summary>
/// Reads items of input on several threads and hands the outcomes on in the items' order, so that output does not
/// depend on the number of threads. Memory is bounded: at most <c>16 × threads</c> items are under way.
/// </summary>
/// <param name="materials">Makes reports of material.</param>
/// <param name="pipeline">Reads reports.</param>
/// <param name="threads">How many items are worked on at once; at least 1.</param>
/// <param name="time">For how long an input that hangs is waited for.</param>
public sealed class BatchReader(MaterialReader materials, Pipeline pipeline, int threads, TimeProvider time)
{
    private const int AheadPerThread = 16;

    /// <summary>How long input may take to end once reading has: a read of a pipe or a remote disk may never come back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>The outcomes in the order of <paramref name="items"/>.</summary>
    /// <param name="items">What intake unpacked.</param>
    /// <param name="isKnown">Whether a report need not be read again; called from many threads.</param>
    /// <param name="cancellation">Stops taking items; outcomes already handed on stand.</param>
    public async IAsyncEnumerable<Outcome> ReadAsync(
        IAsyncEnumerable<IntakeItem> items, Func<Report, bool> isKnown, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(isKnown);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Not disposed: work that is abandoned on cancelling still releases its place.
        var places = new SemaphoreSlim(threads);
        var queue = Channel.CreateBounded<Task<Outcome>>(new BoundedChannelOptions(threads * AheadPerThread)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        var feeding = Task.Run(() => FeedAsync(items, isKnown, queue.Writer, places, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var work in queue.Reader.ReadAllAsync(cancellation))
                yield return await work;
        }
        finally
        {
            // Reached early when the caller stops or cancels. What was started ends first, since it asks the caller's
            // isKnown; an input that hangs in a read is left behind, which asks nothing.
            await stop.CancelAsync();
            await Task.WhenAny(feeding, Task.Delay(s_patience, time, CancellationToken.None));
            for (var place = 0; place < threads; place++)
                await places.WaitAsync(CancellationToken.None);

            // What went wrong in work that nobody waits for is no news beside what ended the reading.
            while (queue.Reader.TryRead(out var abandoned))
                await ((Task)abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FeedAsync(
        IAsyncEnumerable<IntakeItem> items, Func<Report, bool> isKnown, ChannelWriter<Task<Outcome>> queue,
        SemaphoreSlim places, CancellationToken stop)
    {
        try
        {
            await foreach (var item in items.WithCancellation(stop))
            {
                await places.WaitAsync(stop);
                await queue.WriteAsync(Task.Run(
                    () =>
                    {
                        try
                        {
                            return Work(item, isKnown);
                        }
                        finally
                        {
                            places.Release();
                        }
                    },
                    CancellationToken.None), stop);
            }

            queue.Complete();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            queue.Complete();
        }
#pragma warning disable CA1031 // Whatever ended the input is handed to the reader of the queue, which throws it.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            queue.Complete(defect);
        }
    }

    private Outcome Work(IntakeItem item, Func<Report, bool> isKnown)
    {
        switch (item)
        {
            case Refused refused:
                return new Outcome.Failed(refused.Fault);
            case PassedOver passed:
                return new Outcome.Skipped(passed);
            case Material material:
                if (!materials.Read(material).IsOk(out var report, out var fault))
                    return new Outcome.Failed(fault);
                if (isKnown(report))
                    return new Outcome.Known(report);
                return Read(report, material.Origin);
            default:
                throw new InvalidOperationException($"No outcome is known for {item.GetType().Name}.");
        }
    }

    private Outcome Read(Report report, Origin origin)
    {
        try
        {
            return new Outcome.Read(pipeline.Read(report));
        }
#pragma warning disable CA1031 // A defect in a stage costs only the report that met it, and is told as a defect.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return new Outcome.Failed(new Fault(ReadingFaults.Defect, origin.ToString(), $"{defect.GetType().Name}: {defect.Message}"));
        }
    }
}
