using NodaTime;

namespace Parley.Intake.Tests.Fetching;

/// <summary>
/// A clock on which waits shorter than an hour pass at once and are written down; longer ones are limits of
/// the test and never pass. With <see cref="FetchTime"/> as the time limit no test depends on how fast its machine is.
/// </summary>
internal sealed class TestTime : TimeProvider, IClock
{
    public static readonly Duration FetchTime = Duration.FromHours(2);

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2021, 5, 14, 18, 40, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());

    public void Pass(TimeSpan time)
    {
        lock (_lock)
            _now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.FromHours(1) || dueTime < TimeSpan.Zero)
            return new Timer();
        lock (_lock)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
