namespace Parley.Intake.Fetching;

/// <summary>What a host gave to tell one state of a document from the next (RFC 9110, 8.8), exactly as sent.</summary>
/// <param name="ETag">The entity tag with its quotes and <c>W/</c>; null where none was given.</param>
/// <param name="LastModified">The HTTP date; null where none was given.</param>
public sealed record FetchValidators(string? ETag, string? LastModified);

/// <summary>Remembers validators by address, so that an unchanged document is not sent twice.</summary>
public interface IFetchCache
{
    /// <summary>The validators last kept for exactly this address; null where there are none.</summary>
    ValueTask<FetchValidators?> FindAsync(Uri url, CancellationToken cancellation);

    /// <summary>Keeps validators for an address, in place of any before.</summary>
    ValueTask KeepAsync(Uri url, FetchValidators validators, CancellationToken cancellation);
}
