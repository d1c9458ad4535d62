using System.Runtime.CompilerServices;
using System.Text;
using Parley.Intake;
using Parley.Intake.Languages;

namespace Parley.Reading.Tests;

public class BatchReaderTests
{
    private static CancellationToken Testing => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task OutcomesComeInTheOrderOfTheItemsWhateverTheThreads(int threads)
    {
        var read = new List<string>();
        await foreach (var outcome in Reader(threads).ReadAsync(Items(200, cancellation: Testing), static _ => false, Testing))
            read.Add(Assert.IsType<Outcome.Read>(outcome).Reading.Report.Text);
        Assert.Equal(Enumerable.Range(0, 200).Select(static number => $"The envoy of group {number} said that the truce was near."), read);
    }

    [Fact]
    public async Task AnInputThatHangsDoesNotKeepAStoppedRunFromEnding()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Testing);
        var hanging = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var outcome in Reader(2).ReadAsync(Items(1, hanging.Task, Testing), static _ => false, stop.Token))
                await stop.CancelAsync();
        }, Testing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20), Testing));
        hanging.SetResult();
    }

    [Fact]
    public async Task NothingIsAskedOfTheCallerOnceReadingHasEnded()
    {
        var asking = 0;
        var reading = Reader(4).ReadAsync(Items(500, cancellation: Testing), _ =>
        {
            Interlocked.Increment(ref asking);
            Thread.SpinWait(20_000);
            Interlocked.Decrement(ref asking);
            return false;
        }, Testing);
        await foreach (var outcome in reading)
            break;
        Assert.Equal(0, Volatile.Read(ref asking));
    }

    [Fact]
    public async Task WhatTheCallerThrowsComesBackToItHoweverMuchIsUnderWay()
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            await foreach (var outcome in Reader(4).ReadAsync(Items(500, cancellation: Testing), static _ => throw new TimeoutException("the store is gone"), Testing))
                Assert.Fail("Nothing could be read.");
        });
        Assert.Equal("the store is gone", failure.Message);
    }

    private static BatchReader Reader(int threads) =>
        new(new MaterialReader(IntakeLimits.Default, new LanguageCheck()), Pipeline.Empty, threads, TimeProvider.System);

    private static async IAsyncEnumerable<IntakeItem> Items(int count, Task? then = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 0; number < count; number++)
            yield return new TextMaterial(new Origin($"{number}.txt"), Encoding.UTF8.GetBytes($"The envoy of group {number} said that the truce was near."), "utf-8", IsMarkdown: false);
        // As a pipe does that nobody writes to: it does not hear of the cancelling.
        await (then ?? Task.CompletedTask);
    }
}
