using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Intake.Tests.Fetching;

/// <summary>
/// A host on loopback that answers byte for byte what a test says, however wrong. One connection, one request.
/// Without an answer for /robots.txt it has none.
/// </summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();

    public TestHost(string address = "127.0.0.1")
    {
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _listener.Start();
        Root = string.Create(CultureInfo.InvariantCulture, $"http://{address}:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        Answer("/robots.txt", "404 Not Found", "");
        _serving = ServeAsync();
    }

    /// <summary>http://127.0.0.1:port</summary>
    public string Root { get; }

    public int Port => new Uri(Root).Port;

    /// <summary>All requests, whole, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>The paths of all requests but those for robots.txt.</summary>
    public IReadOnlyList<string> Paths =>
        [.. _requests.Select(r => r.Split(' ')[1]).Where(p => p != "/robots.txt")];

    public TestHost Answer(string path, string status, string headers, string body = "") =>
        Answer(path, status, headers, Encoding.UTF8.GetBytes(body));

    public TestHost Answer(string path, string status, string headers, byte[] body) => Answer(path, async (stream, token) =>
    {
        var head = $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head), token);
        await stream.WriteAsync(body, token);
    });

    public TestHost Answer(string path, Func<Stream, CancellationToken, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>Answers the requests for a path one after another; the last answer stays.</summary>
    public TestHost AnswerInTurn(string path, params (string Status, string Headers, string Body)[] answers)
    {
        var next = 0;
        return Answer(path, (stream, token) =>
        {
            var (status, headers, body) = answers[Math.Min(next++, answers.Length - 1)];
            return stream.WriteAsync(Encoding.UTF8.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}\r\n{body}"), token).AsTask();
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_serving.IsCompleted)
            return;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(Task.Run(async () =>
                {
                    using (client)
                        await ConverseAsync(client.GetStream());
                }));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConverseAsync(NetworkStream stream)
    {
        try
        {
            var request = new StringBuilder();
            var block = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await stream.ReadAsync(block, _stop.Token);
                if (read == 0)
                    return;
                request.Append(Encoding.UTF8.GetString(block, 0, read));
            }

            var text = request.ToString();
            _requests.Enqueue(text);
            var path = text.Split(' ')[1];
            if (_answers.TryGetValue(path, out var answer))
                await answer(stream, _stop.Token);
            else
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The fetcher hung up on a hostile answer, as it should.
        }
    }
}
