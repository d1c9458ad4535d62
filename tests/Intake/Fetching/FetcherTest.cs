using System.Net;
using Parley.Intake.Fetching;
using Parley.Reports;

namespace Parley.Intake.Tests.Fetching;

/// <summary>What the fetcher's tests share: a host that may be fetched from and a clock that does not wait.</summary>
public abstract class FetcherTest : IAsyncDisposable
{
    private readonly TestHost _host = new();
    private readonly TestTime _time = new();
    private readonly List<SafeFetcher> _fetchers = [];

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal TestHost Host => _host;

    internal TestTime Time => _time;

    internal static FetchOptions Options { get; } = new()
    {
        AllowPlainHttp = true,
        AllowedNetworks = [IPNetwork.Parse("127.0.0.1/32")],
        Limits = IntakeLimits.Default with { FetchTime = TestTime.FetchTime },
    };

    internal SafeFetcher Fetcher(FetchOptions? options = null, TimeProvider? time = null)
    {
        var fetcher = new SafeFetcher(options ?? Options, _time, time ?? _time);
        _fetchers.Add(fetcher);
        return fetcher;
    }

    internal Task<Result<FetchAnswer>> FetchAsync(string address, FetchOptions? options = null, TimeProvider? time = null) =>
        Fetcher(options, time).FetchAsync(address.StartsWith('/') ? Host.Root + address : address, null, Cancellation);

    internal static FetchedDocument Document(Result<FetchAnswer> result)
    {
        Assert.True(result.IsOk(out var answer, out var fault), fault?.ToString());
        return Assert.IsType<FetchedDocument>(answer);
    }

    internal static Fault Refused(FaultCode expected, Result<FetchAnswer> result)
    {
        Assert.False(result.IsOk(out var answer, out var fault), $"Fetched {answer}.");
        Assert.True(expected == fault.Code, $"{expected.Id} was expected: {fault}");
        return fault;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fetcher in _fetchers)
            fetcher.Dispose();
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
