using NodaTime;

namespace Parley.Intake.Fetching;

/// <summary>
/// The time one fetch may spend on the network, over all its redirects and retries. Waiting out of politeness is
/// not counted: a long queue for one host is no fault of the host's.
/// </summary>
internal sealed class FetchBudget(TimeProvider time, Duration whole)
{
    private TimeSpan _left = whole.ToTimeSpan();

    /// <summary>Does <paramref name="work"/> with a token that ends with the budget.</summary>
    public async Task<T> SpendAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_left < TimeSpan.Zero ? TimeSpan.Zero : _left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var start = time.GetTimestamp();
        try
        {
            return await work(either.Token);
        }
        finally
        {
            _left -= time.GetElapsedTime(start);
        }
    }
}
