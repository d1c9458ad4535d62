using Parley.Intake.Fetching;

namespace Parley.Intake.Tests.Fetching;

public sealed class PolitenessTests : FetcherTest
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task TheSecondRequestToAHostWaitsASecond()
    {
        Host.Answer("/a", "200 OK", "", "x").Answer("/b", "200 OK", "", "x");
        var fetcher = Fetcher();
        Document(await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Assert.Empty(Time.Waits);
        Document(await fetcher.FetchAsync($"{Host.Root}/b", null, Cancellation));
        Assert.Equal([s_second], Time.Waits);
    }

    [Fact]
    public async Task AHostLeftAloneForAWhileIsAskedAtOnce()
    {
        Host.Answer("/a", "200 OK", "", "x");
        var fetcher = Fetcher();
        Document(await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Time.Pass(s_second);
        Document(await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Assert.Empty(Time.Waits);
    }

    [Fact]
    public async Task AHostMeetsOneRequestAtATime()
    {
        var (underWay, most) = (0, 0);
        Host.Answer("/a", async (stream, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Delay(5, token);
            Interlocked.Decrement(ref underWay);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx"u8.ToArray(), token);
        });
        var fetcher = Fetcher();
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation)));
        Assert.All(all, result => Document(result));
        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Repeat(s_second, 11), Time.Waits);
        Assert.Single(Host.Requests, r => r.StartsWith("GET /robots.txt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "30")]
    [InlineData("503 Service Unavailable", "30")]
    [InlineData("429 Too Many Requests", "Fri, 14 May 2021 18:40:30 GMT")]
    public async Task AHostThatAsksForAPauseGetsIt(string status, string retryAfter)
    {
        Host.AnswerInTurn("/a", (status, $"Retry-After: {retryAfter}", ""), ("200 OK", "", "x"));
        Document(await FetchAsync("/a"));
        Assert.Equal(TimeSpan.FromSeconds(30), Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Fri, 14 May 2021 19:40:00 GMT")]
    public async Task AHostThatAsksForALongPauseIsLeftAndTheFaultSaysUntilWhen(string retryAfter)
    {
        Host.Answer("/a", "429 Too Many Requests", $"Retry-After: {retryAfter}").Answer("/b", "200 OK", "", "x");
        var fetcher = Fetcher();
        var fault = Refused(FetchFaults.ComeBackLater, await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Assert.Equal("at 2021-05-14T19:40:00Z", fault.Detail);

        // Other pages of the host are not asked for either, until the hour is over.
        fault = Refused(FetchFaults.ComeBackLater, await fetcher.FetchAsync($"{Host.Root}/b", null, Cancellation));
        Assert.Equal("at 2021-05-14T19:40:00Z", fault.Detail);
        Assert.Equal(["/a"], Host.Paths);
        Time.Pass(TimeSpan.FromHours(1));
        Document(await fetcher.FetchAsync($"{Host.Root}/b", null, Cancellation));
    }

    [Theory]
    [InlineData("Retry-After: -5")]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: Thu, 13 May 2021 00:00:00 GMT")]
    [InlineData("")]
    public async Task ABusyHostThatNamesNoPauseIsAskedAgainTwiceAtGrowingDistance(string headers)
    {
        Host.Answer("/a", "503 Service Unavailable", headers);
        Refused(FetchFaults.StatusRefused, await FetchAsync("/a"));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], Time.Waits);
        Assert.Equal(3, Host.Paths.Count);
    }

    [Fact]
    public async Task AFailureInPassingIsGotOver()
    {
        Host.AnswerInTurn("/a", ("502 Bad Gateway", "", ""), ("200 OK", "", "x"));
        Document(await FetchAsync("/a"));
    }

    [Fact]
    public async Task ATurnThatIsGivenUpIsPassedOn()
    {
        var gates = new HostGates(Time);
        using var stop = new CancellationTokenSource();
        Task<HostGates.Turn> second;
        using (await gates.EnterAsync("courier.example", NodaTime.Duration.FromMinutes(1), Cancellation))
        {
            second = gates.EnterAsync("courier.example", NodaTime.Duration.FromMinutes(1), stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }

        using var third = await gates.EnterAsync("courier.example", NodaTime.Duration.FromMinutes(1), Cancellation);
        Assert.Null(third.StillClosed);
    }

    [Fact]
    public async Task TenThousandHostsDoNotStayRemembered()
    {
        var gates = new HostGates(Time);
        for (var i = 0; i < 10_000; i++)
            (await gates.EnterAsync($"{i}.example", NodaTime.Duration.FromMinutes(1), Cancellation)).Dispose();
        Assert.InRange(gates.Count, 1, 1024);
    }
}
