using System.Net;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>Gets an address and follows where it leads, each step checked anew and each host's turn waited for.</summary>
internal sealed class RedirectFollower(HttpExchange exchange, HostGates gates, FetchOptions options)
{
    /// <summary>The answer at the end of the redirects: any status that is no redirect.</summary>
    /// <param name="start">An accepted address.</param>
    /// <param name="cache">Validators to ask with, by the address of each step; null asks for the whole document.</param>
    /// <param name="rules">How much of the body is taken.</param>
    /// <param name="budget">Time on the network.</param>
    /// <param name="refuses">Asked before each step; a fault ends it. Null for robots.txt itself, which also owes no pause.</param>
    /// <param name="where">The input, for faults.</param>
    /// <param name="cancellation">Stops all waiting.</param>
    public async Task<Result<Reply>> GetAsync(
        Uri start, IFetchCache? cache, BodyRules rules, FetchBudget budget,
        Func<Uri, CancellationToken, Task<Fault?>>? refuses, string where, CancellationToken cancellation)
    {
        var url = start;
        for (var followed = 0; ; followed++)
        {
            if (refuses is not null && await refuses(url, cancellation) is { } refusal)
                return refusal;
            var known = cache is null ? null : await cache.FindAsync(url, cancellation);
            var step = await StepAsync(url, known, rules, budget, pauses: refuses is not null, where, cancellation);
            if (!step.IsOk(out var reply, out _) || !IsRedirect(reply.Status))
                return step;
            if (followed == options.Limits.Redirects)
                return new Fault(FetchFaults.TooManyRedirects, where, $"{followed + 1} redirects, last at {url.IdnHost}");
            if (!AddressRules.TryFollow(url, reply.Location, options, where, out var target, out var fault))
                return fault;
            url = target;
        }
    }

    private async Task<Result<Reply>> StepAsync(
        Uri url, FetchValidators? known, BodyRules rules, FetchBudget budget, bool pauses, string where, CancellationToken cancellation)
    {
        using var turn = await gates.EnterAsync(url.IdnHost, options.LongestWait, cancellation);
        if (turn.StillClosed is { } wait)
            return exchange.ComeBackLater(wait, where);
        var result = await exchange.GetAsync(url, known, rules, budget, where, cancellation);
        if (pauses)
            turn.PauseFor(options.HostDelay);
        if (result.IsOk(out var reply, out _) && IsBusy(reply.Status) && reply.RetryAfter is { } asked)
        {
            turn.PauseFor(asked);
            if (asked > options.LongestWait)
                return exchange.ComeBackLater(asked, where);
        }

        return result;
    }

    /// <summary>The statuses with which Retry-After asks for a pause (RFC 9110, 15.6.4; RFC 6585, 4).</summary>
    private static bool IsBusy(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private static bool IsRedirect(HttpStatusCode status) =>
        (int)status is 301 or 302 or 303 or 307 or 308;
}
