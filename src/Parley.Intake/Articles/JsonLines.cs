using System.Globalization;
using System.Runtime.CompilerServices;
using Parley.Intake.Inputs;
using Parley.Reports;

namespace Parley.Intake.Articles;

/// <summary>
/// A stream of articles, one JSON object a line (https://jsonlines.org), plain or gzip. Lines end with LF or CRLF; blank
/// ones are skipped, a byte order mark is let pass. A line is held whole, at most <see cref="IntakeLimits.DocumentBytes"/>
/// of it; a longer one is passed over unread and refused. What is JSON is told by <see cref="NewsArticleReader"/>.
/// </summary>
public static class JsonLines
{
    /// <summary>The articles in the stream's order, each with <c>line N</c> as its part, counted from 1 with blank lines.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="origin">Where the stream came from.</param>
    /// <param name="limits">How long a line may be, and how far a compressed one may swell.</param>
    /// <param name="cancellation">Stops between reads.</param>
    public static async IAsyncEnumerable<IntakeItem> ReadAsync(
        Stream stream, Origin origin, IntakeLimits limits, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(limits);
        var window = new StreamWindow(
            await PeekedStream.DecompressedAsync(stream, cancellation).ConfigureAwait(false), limits.DocumentBytes + 1);
        if (await window.EnsureAsync(3, cancellation).ConfigureAwait(false) && window.Unread.StartsWith("\uFEFF"u8))
            window.Advance(3);
        for (var line = 1L; ; line++)
        {
            cancellation.ThrowIfCancellationRequested();
            var scanned = 0;
            var skipped = 0L;
            int end;
            while ((end = window.Unread[scanned..].IndexOf((byte)'\n')) < 0)
            {
                scanned = window.Unread.Length;
                if (skipped > 0 || scanned > limits.DocumentBytes)
                {
                    skipped += scanned;
                    window.Advance(scanned);
                    scanned = 0;
                }

                if (skipped > limits.DecompressedBytes && window.Position > limits.DecompressedBytes)
                {
                    // Nobody writes such a line; reading on may take forever.
                    yield return new Refused(
                        Part(origin, line),
                        new Fault(ArticleFaults.ItemTooLarge, Part(origin, line).ToString(), "the rest of the input was not read"));
                    yield break;
                }

                if (!await window.FillAsync(cancellation).ConfigureAwait(false) && window.Ended)
                    break;
            }

            var length = end < 0 ? window.Unread.Length : scanned + end;
            if (end >= 0 || window.Unread.Length > 0 || skipped > 0)
            {
                if (Item(window.Unread[..length], skipped + length, origin, line, limits) is { } item)
                    yield return item;
            }

            if (end < 0)
                break;
            window.Advance(length + 1);
        }

        if (window.Failure is { } failure)
            yield return new Refused(origin, StreamFaults.Of(failure, origin));
    }

    private static IntakeItem? Item(ReadOnlySpan<byte> line, long length, Origin origin, long number, IntakeLimits limits)
    {
        if (length > limits.DocumentBytes)
        {
            var part = Part(origin, number);
            return new Refused(part, new Fault(
                ArticleFaults.ItemTooLarge, part.ToString(),
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes, at most {limits.DocumentBytes}")));
        }

        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty)
            return null;
        var where = Part(origin, number);
        return line[0] == '{'
            ? new ArticleMaterial(where, line.ToArray())
            : new Refused(where, new Fault(ArticleFaults.NotAnObject, where.ToString()));
    }

    private static Origin Part(Origin origin, long line) =>
        origin with { Part = string.Create(CultureInfo.InvariantCulture, $"line {line}") };
}
