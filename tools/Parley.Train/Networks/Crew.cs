namespace Parley.Train.Networks;

/// <summary>
/// Threads that stay from step to step. Steps are a few milliseconds long: a pool wakes its second thread too late for that on a
/// busy machine.
/// </summary>
internal sealed class Crew
{
    private readonly object _gate = new();
    private readonly int _members;
    private Action<int> _work = static _ => { };
    private int _turn, _busy;

    public Crew(int members)
    {
        _members = members;
        for (var member = 1; member < members; member++)
        {
            var number = member;
            new Thread(() => Serve(number)) { IsBackground = true }.Start();
        }
    }

    /// <summary>Runs <paramref name="work"/> once for each member, the caller being the first, and waits for all.</summary>
    public void Run(Action<int> work)
    {
        lock (_gate)
        {
            _work = work;
            _busy = _members - 1;
            _turn++;
            Monitor.PulseAll(_gate);
        }

        work(0);
        lock (_gate)
        {
            while (_busy > 0)
                Monitor.Wait(_gate);
        }
    }

    private void Serve(int member)
    {
        for (var turn = 1; ; turn++)
        {
            Action<int> work;
            lock (_gate)
            {
                while (_turn < turn)
                    Monitor.Wait(_gate);
                work = _work;
            }

            work(member);
            lock (_gate)
            {
                _busy--;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
