using NodaTime;

namespace Parley.Intake.Fetching;

/// <summary>
/// Politeness: one request at a time to a host, a pause between two, and longer ones where the host asks.
/// Hosts that nobody is waiting for and that are owed no pause are forgotten.
/// </summary>
internal sealed class HostGates(TimeProvider time)
{
    private const int Remembered = 1024;
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>How many hosts are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _gates.Count;
        }
    }

    /// <summary>
    /// Waits for the turn at a host, and then for its pause to pass. Where the host asked to be left alone for longer
    /// than <paramref name="longestWait"/>, the turn comes at once and says so in <see cref="Turn.StillClosed"/>.
    /// </summary>
    public async Task<Turn> EnterAsync(string host, Duration longestWait, CancellationToken cancellation)
    {
        var gate = Take(host);
        try
        {
            await gate.Turn.WaitAsync(cancellation);
        }
        catch
        {
            Release(gate);
            throw;
        }

        var turn = new Turn(this, gate);
        try
        {
            var wait = gate.Pause(time);
            if (Duration.FromTimeSpan(wait) > longestWait)
                turn.StillClosed = Duration.FromTimeSpan(wait);
            else if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private Gate Take(string host)
    {
        lock (_lock)
        {
            if (_gates.Count >= Remembered)
            {
                foreach (var idle in _gates.Where(g => g.Value.Waiting == 0 && g.Value.Pause(time) <= TimeSpan.Zero).ToArray())
                    _gates.Remove(idle.Key);
            }

            if (!_gates.TryGetValue(host, out var gate))
                _gates[host] = gate = new Gate();
            gate.Waiting++;
            return gate;
        }
    }

    private void Release(Gate gate)
    {
        lock (_lock)
            gate.Waiting--;
    }

    /// <summary>The right to send one request to a host; disposing lets the next one in.</summary>
    internal sealed class Turn(HostGates gates, Gate gate) : IDisposable
    {
        /// <summary>How long the host is still to be left alone; null where the request may be sent.</summary>
        public Duration? StillClosed { get; set; }

        /// <summary>Keeps everyone away from the host for at least so long from now.</summary>
        public void PauseFor(Duration pause) => gate.PauseFor(pause, gates.Time);

        public void Dispose()
        {
            gate.Turn.Release();
            gates.Release(gate);
        }
    }

    private TimeProvider Time => time;

    /// <summary>One host.</summary>
    internal sealed class Gate
    {
        private long _start;
        private TimeSpan _pause;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }

        public TimeSpan Pause(TimeProvider time) => _pause == TimeSpan.Zero ? TimeSpan.Zero : _pause - time.GetElapsedTime(_start);

        public void PauseFor(Duration pause, TimeProvider time)
        {
            if (pause.ToTimeSpan() <= Pause(time))
                return;
            _start = time.GetTimestamp();
            _pause = pause.ToTimeSpan();
        }
    }
}
