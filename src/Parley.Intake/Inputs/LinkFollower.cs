using System.Runtime.CompilerServices;
using Parley.Intake.Fetching;
using Parley.Reports;

namespace Parley.Intake.Inputs;

/// <summary>How far an input may lead on to further addresses: a list leads to feeds, a feed to pages, a page nowhere.</summary>
internal enum LeadsOn
{
    /// <summary>Behind a feed's link: whatever it is, it leads nowhere.</summary>
    Nowhere,

    /// <summary>Behind a list's address: a feed there leads to its pages.</summary>
    ToPages,

    /// <summary>Named by the user: a list there leads to feeds, a feed to its pages.</summary>
    ToFeeds,
}

/// <summary>
/// Fetches what feeds and lists lead to, several at a time and handed on in their order. The fetcher sees to it that
/// no host is asked twice at once.
/// </summary>
internal sealed class LinkFollower(SafeFetcher fetcher)
{
    /// <summary>Fetches under way at once.</summary>
    private const int Ahead = 8;

    /// <summary>The items behind one address that the user named.</summary>
    public async IAsyncEnumerable<IntakeItem> OpenAsync(
        string address, Unpacker unpacker, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var answer = await fetcher.FetchAsync(address, null, cancellation);
        await foreach (var item in UnpackAsync(answer, unpacker, new Origin(address), LeadsOn.ToFeeds, cancellation))
            yield return item;
    }

    /// <summary>
    /// For each element, the items behind its address; or what it holds itself, where it has no address to follow or the
    /// address gave nothing.
    /// </summary>
    /// <param name="elements">In the order they are handed on.</param>
    /// <param name="address">An element's address; null for one that is not to be followed.</param>
    /// <param name="itself">What the element holds itself; null where it holds nothing.</param>
    /// <param name="unpacker">Unpacks what is fetched.</param>
    /// <param name="leads">How far what is fetched leads on.</param>
    /// <param name="cancellation">Stops fetching.</param>
    public async IAsyncEnumerable<IntakeItem> FollowAsync<T>(
        IReadOnlyList<T> elements, Func<T, Uri?> address, Func<T, IntakeItem?> itself, Unpacker unpacker, LeadsOn leads,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var fetches = new Queue<Task<Result<FetchAnswer>>?>();
        var next = 0;
        foreach (var element in elements)
        {
            for (; next < elements.Count && fetches.Count < Ahead; next++)
                fetches.Enqueue(address(elements[next]) is { } link ? fetcher.FetchAsync(link, null, cancellation) : null);
            if (fetches.Dequeue() is { } fetch)
            {
                var answer = await fetch;
                await foreach (var item in UnpackAsync(answer, unpacker, new Origin(address(element)!.AbsoluteUri), leads, cancellation))
                    yield return item;
                if (answer.IsOk(out _, out _))
                    continue;
            }

            if (itself(element) is { } own)
                yield return own;
        }
    }

    private static async IAsyncEnumerable<IntakeItem> UnpackAsync(
        Result<FetchAnswer> answer, Unpacker unpacker, Origin origin, LeadsOn leads,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!answer.IsOk(out var fetched, out var fault))
        {
            yield return new Refused(origin, fault);
            yield break;
        }

        if (fetched is not FetchedDocument document)
            yield break;
        var from = origin with { Url = document.Url, Retrieved = document.Retrieved };
        var declared = new Declaration(document.Url.AbsolutePath, document.MediaType, document.Charset);
        using var stream = new MemoryStream(document.Bytes.ToArray());
        await foreach (var item in unpacker.UnpackAsync(stream, from, declared, leads, cancellation))
            yield return item;
    }
}
