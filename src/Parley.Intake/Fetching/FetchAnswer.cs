using NodaTime;

namespace Parley.Intake.Fetching;

/// <summary>What a fetch brought.</summary>
/// <param name="Url">The address it came from in the end, redirects followed.</param>
/// <param name="Retrieved">When it came.</param>
public abstract record FetchAnswer(Uri Url, Instant Retrieved);

/// <summary>A document.</summary>
/// <param name="Url">The address it came from in the end, redirects followed.</param>
/// <param name="Retrieved">When it came.</param>
/// <param name="Bytes">The body after transfer and content decoding; may be empty.</param>
public sealed record FetchedDocument(Uri Url, Instant Retrieved, ReadOnlyMemory<byte> Bytes) : FetchAnswer(Url, Retrieved)
{
    /// <summary>The media type declared, in lower case and without parameters; null where none was.</summary>
    public string? MediaType { get; init; }

    /// <summary>The character set declared, as written; null where none was.</summary>
    public string? Charset { get; init; }

    /// <summary>
    /// What to ask with next time; null where the host gave nothing. Whoever reads the document hands it to
    /// <see cref="IFetchCache.KeepAsync"/> once it is safely read, so that a failure in between loses nothing.
    /// </summary>
    public FetchValidators? Validators { get; init; }
}

/// <summary>The document is the one whose validators the cache holds (RFC 9110, 15.4.5).</summary>
/// <param name="Url">The address asked in the end, redirects followed.</param>
/// <param name="Retrieved">When the host said so.</param>
public sealed record NotModified(Uri Url, Instant Retrieved) : FetchAnswer(Url, Retrieved);
