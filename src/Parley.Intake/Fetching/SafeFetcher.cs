using System.Net;
using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>
/// Fetches pages and feeds from the public internet: never from private networks, never more than the limits allow,
/// one request at a time to a host, and only what its robots.txt leaves open (RFC 9309). It follows http addresses
/// alone and runs nothing. Safe to call from many threads.
/// </summary>
public sealed class SafeFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpExchange _exchange;
    private readonly RedirectFollower _follower;
    private readonly RobotsGuard _robots;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">How to behave.</param>
    /// <param name="clock">Dates what is retrieved, and reads dates that hosts ask to come back at.</param>
    /// <param name="time">Measures limits and waits.</param>
    public SafeFetcher(FetchOptions options, IClock clock, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _exchange = new HttpExchange(options, clock);
        _follower = new RedirectFollower(_exchange, new HostGates(time), options);
        _robots = new RobotsGuard(_follower, time);
    }

    /// <inheritdoc cref="FetchAsync(Uri, IFetchCache?, CancellationToken)"/>
    public Task<Result<FetchAnswer>> FetchAsync(string address, IFetchCache? cache = null, CancellationToken cancellation = default) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
            ? FetchAsync(url, address, cache, cancellation)
            : Task.FromResult<Result<FetchAnswer>>(new Fault(FetchFaults.NotAnAddress, address));

    /// <summary>The document at <paramref name="address"/>, or the fault that stands in its place.</summary>
    /// <param name="address">An absolute https address, or http where it is allowed.</param>
    /// <param name="cache">
    /// What is known of documents fetched before; where it knows this one, an unchanged document comes back as
    /// <see cref="NotModified"/>. The fetcher only asks it; keeping validators is for the caller. Default none.
    /// </param>
    /// <param name="cancellation">Ends all waiting.</param>
    /// <returns>
    /// A <see cref="FetchedDocument"/> or <see cref="NotModified"/>; faults are <see cref="FetchFaults"/> and
    /// <see cref="IntakeFaults"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    public Task<Result<FetchAnswer>> FetchAsync(Uri address, IFetchCache? cache = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return FetchAsync(address, address.OriginalString, cache, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    private async Task<Result<FetchAnswer>> FetchAsync(Uri address, string where, IFetchCache? cache, CancellationToken cancellation)
    {
        if (!AddressRules.TryAccept(address, _options, where, out var url, out var refused))
            return refused;
        var budget = new FetchBudget(_time, _options.Limits.FetchTime);
        for (var retries = 0; ; retries++)
        {
            var result = await _follower.GetAsync(
                url, cache, BodyRules.Document(_options.Limits), budget,
                (step, token) => _robots.RefuseAsync(step, budget, where, token), where, cancellation);
            if (retries == _options.Retries || !MayPass(result))
                return Answer(result, cache is not null, where);

            // A host that names its own pause has it kept by its gate; the growing one here is for the rest.
            await Task.Delay(_options.RetryDelay.ToTimeSpan() * (1 << Math.Min(retries, 16)), _time, cancellation);
        }
    }

    /// <summary>Whether trying again has a chance: the host was busy or broken for the moment, or the line was.</summary>
    private static bool MayPass(Result<Reply> result) => result.IsOk(out var reply, out var fault)
        ? (int)reply.Status is 408 or 429 or 500 or 502 or 503 or 504
        : fault.Code == FetchFaults.Unreachable || fault.Code == FetchFaults.CutShort;

    private static Result<FetchAnswer> Answer(Result<Reply> result, bool askedConditionally, string where)
    {
        if (!result.IsOk(out var reply, out var fault))
            return fault;
        return reply.Status switch
        {
            HttpStatusCode.OK => new FetchedDocument(reply.Url, reply.Retrieved, reply.Bytes)
            {
                MediaType = reply.Type.MediaType,
                Charset = reply.Type.Charset,
                Validators = reply.Validators,
            },
            HttpStatusCode.NotModified when askedConditionally => new NotModified(reply.Url, reply.Retrieved),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new Fault(FetchFaults.NoSuchPage, where, $"status {(int)reply.Status}"),
            _ => new Fault(FetchFaults.StatusRefused, where, $"status {(int)reply.Status}"),
        };
    }
}
