using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Security.AntiSSRF;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>One answer of a host, its body read only where the status is 200.</summary>
internal sealed record Reply(Uri Url, HttpStatusCode Status, Instant Retrieved)
{
    public ContentType Type { get; init; }

    public ReadOnlyMemory<byte> Bytes { get; init; }

    public string? Location { get; init; }

    public Duration? RetryAfter { get; init; }

    public FetchValidators? Validators { get; init; }
}

/// <summary>Sends one GET and reads its answer within the caps. What goes wrong on the way becomes a fault.</summary>
internal sealed class HttpExchange(FetchOptions options, IClock clock) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(NetworkPolicy.CreateHandler(options), disposeHandler: true);

    public void Dispose() => _invoker.Dispose();

    public async Task<Result<Reply>> GetAsync(
        Uri url, FetchValidators? known, BodyRules rules, FetchBudget budget, string where, CancellationToken cancellation)
    {
        try
        {
            return await budget.SpendAsync(token => SendAsync(url, known, rules, where, token), cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Fault(FetchFaults.TimedOut, where, $"{options.Limits.FetchTime.TotalSeconds} s");
        }
        catch (Exception e) when (e is AntiSSRFException or ArgumentException { ParamName: "hostName" })
        {
            // Name resolution itself throws on the unspecified addresses 0.0.0.0 and [::].
            return new Fault(FetchFaults.AddressDenied, where, url.IdnHost);
        }
        catch (AuthenticationException e)
        {
            return new Fault(FetchFaults.Insecure, where, e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is SocketException or HttpRequestException or IOException)
        {
            return new Fault(CodeOf(e), where, $"{url.IdnHost}: {e.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The fault of a host that asked to be left alone for <paramref name="wait"/>.</summary>
    public Fault ComeBackLater(Duration wait, string where) =>
        new(FetchFaults.ComeBackLater, where, $"at {InstantPattern.General.Format(clock.GetCurrentInstant() + wait)}");

    /// <summary>What a failure on the way means to whoever asked.</summary>
    internal static FaultCode CodeOf(Exception e) => e switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => FetchFaults.HostUnknown,
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => FetchFaults.CutShort,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => FetchFaults.CutShort,
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            FetchFaults.BrokenAnswer,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            FetchFaults.BrokenAnswer,
        _ => FetchFaults.Unreachable,
    };

    private async Task<Result<Reply>> SendAsync(
        Uri url, FetchValidators? known, BodyRules rules, string where, CancellationToken cancellation)
    {
        using var request = Request(url, known);
        using var response = await _invoker.SendAsync(request, cancellation);
        var reply = new Reply(url, response.StatusCode, clock.GetCurrentInstant())
        {
            Location = Single(response.Headers.NonValidated, "Location"),
            RetryAfter = RetryAfter(response),
            Validators = Validators(response),
            Type = ContentType.Parse(Single(response.Content.Headers.NonValidated, "Content-Type")),
        };
        if (reply.Status != HttpStatusCode.OK)
            return reply;
        if (!rules.AnyType && !reply.Type.HoldsReports)
            return new Fault(FetchFaults.TypeRefused, where, reply.Type.MediaType);
        var encoding = string.Join(", ", response.Content.Headers.ContentEncoding);
        if (!ContentDecoder.Knows(encoding))
            return new Fault(FetchFaults.EncodingRefused, where, encoding);
        if (response.Content.Headers.ContentLength > rules.ReceivedBytes && !rules.Truncates)
        {
            return new Fault(
                IntakeFaults.TooLarge, where, $"{response.Content.Headers.ContentLength} bytes, at most {rules.ReceivedBytes}");
        }

        var received = await ReceiveAsync(response.Content, rules, where, cancellation);
        if (!received.IsOk(out var packed, out var fault)
            || !ContentDecoder.Decode(packed, encoding, rules, where, cancellation).IsOk(out var bytes, out fault))
        {
            return fault;
        }

        return reply with { Bytes = bytes };
    }

    private HttpRequestMessage Request(Uri url, FetchValidators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", ContentType.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.AcceptEncoding);
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private static async Task<Result<byte[]>> ReceiveAsync(
        HttpContent content, BodyRules rules, string where, CancellationToken cancellation)
    {
        using var body = await content.ReadAsStreamAsync(cancellation);
        using var received = new MemoryStream();
        var block = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(block, cancellation)) > 0;)
        {
            var room = rules.ReceivedBytes - received.Length;
            if (read > room && !rules.Truncates)
                return new Fault(IntakeFaults.TooLarge, where, $"more than {rules.ReceivedBytes} bytes");
            received.Write(block, 0, (int)Math.Min(read, room));
            if (read >= room && rules.Truncates)
                break;
        }

        return received.ToArray();
    }

    private Duration? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Duration.FromTimeSpan(delta),
        { Date: { } date } => Duration.Max(Duration.Zero, date.ToInstant() - clock.GetCurrentInstant()),
        _ => null,
    };

    private static FetchValidators? Validators(HttpResponseMessage response)
    {
        var tag = Single(response.Headers.NonValidated, "ETag");
        var modified = Single(response.Content.Headers.NonValidated, "Last-Modified");
        return tag is null && modified is null ? null : new FetchValidators(tag, modified);
    }

    /// <summary>The header's value; null where it is missing or given more than once.</summary>
    private static string? Single(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString() : null;
}
