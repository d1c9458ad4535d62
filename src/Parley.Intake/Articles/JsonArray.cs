using System.Globalization;
using System.Runtime.CompilerServices;
using Parley.Intake.Inputs;
using Parley.Reports;

namespace Parley.Intake.Articles;

/// <summary>
/// A JSON list of articles, read one by one so that the list may be of any length; plain or gzip, UTF-8. An item is held whole, at
/// most <see cref="IntakeLimits.DocumentBytes"/>; a larger one is passed over unread and refused.
/// </summary>
public static class JsonArray
{
    /// <summary>The articles in the list's order, each with <c>item N</c> as its part, counted from 1.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="origin">Where the stream came from.</param>
    /// <param name="limits">How large an item may be.</param>
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
        var opened = await NextAsync(window, cancellation).ConfigureAwait(false);
        if (opened != '[')
        {
            yield return Refuse(origin, opened is null ? IntakeFaults.Empty : ArticleFaults.BadList, window);
            yield break;
        }

        window.Advance(1);
        for (var item = 1L; ; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = await NextAsync(window, cancellation).ConfigureAwait(false);
            if (next == ']')
                yield break;
            var part = origin with { Part = string.Create(CultureInfo.InvariantCulture, $"item {item}") };
            var scanner = new ItemScanner();
            var scanned = 0;
            var length = 0L;
            var whole = false;
            while (true)
            {
                whole = scanner.TryFindEnd(window.Unread[scanned..], out var taken);
                scanned += taken;
                length += taken;
                if (whole)
                    break;
                if (length > limits.DocumentBytes)
                {
                    window.Advance(scanned);
                    scanned = 0;
                }

                if (!await window.FillAsync(cancellation).ConfigureAwait(false) && window.Ended)
                    break;
            }

            if (!whole)
            {
                yield return Refuse(part, ArticleFaults.TruncatedList, window);
                yield break;
            }

            if (length > limits.DocumentBytes)
                yield return new Refused(part, new Fault(ArticleFaults.ItemTooLarge, part.ToString()));
            else if (window.Unread is [(byte)'{', ..])
                yield return new ArticleMaterial(part, window.Copy(scanned));
            else
                yield return new Refused(part, new Fault(ArticleFaults.NotAnObject, part.ToString()));
            window.Advance(scanned);
            var after = await NextAsync(window, cancellation).ConfigureAwait(false);
            if (after == ']')
                yield break;
            if (after != ',')
            {
                yield return Refuse(part, after is null ? ArticleFaults.TruncatedList : ArticleFaults.BadList, window);
                yield break;
            }

            window.Advance(1);
        }
    }

    private static Refused Refuse(Origin origin, FaultCode code, StreamWindow window) =>
        new(origin, window.Failure is { } failure ? StreamFaults.Of(failure, origin) : new Fault(code, origin.ToString()));

    // The next byte that is no white space, left unread; null at the end.
    private static async ValueTask<byte?> NextAsync(StreamWindow window, CancellationToken cancellation)
    {
        while (true)
        {
            var at = window.Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                window.Advance(at);
                return window.Unread[0];
            }

            window.Advance(window.Unread.Length);
            if (!await window.FillAsync(cancellation).ConfigureAwait(false))
                return null;
        }
    }

    /// <summary>Finds where one value ends by its brackets and quotes alone, fed piece by piece.</summary>
    private struct ItemScanner
    {
        private long _depth;
        private bool _inString;
        private bool _escaped;

        /// <summary>
        /// True with the value's bytes in <paramref name="taken"/>; false where it goes on behind
        /// <paramref name="bytes"/>, all of which are taken.
        /// </summary>
        public bool TryFindEnd(ReadOnlySpan<byte> bytes, out int taken)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                var b = bytes[i];
                if (_escaped)
                {
                    _escaped = false;
                }
                else if (_inString)
                {
                    _escaped = b == '\\';
                    _inString = b != '"';
                }
                else if (b == '"')
                {
                    _inString = true;
                }
                else if (b is (byte)'{' or (byte)'[')
                {
                    _depth++;
                }
                else if (_depth == 0 && b is (byte)',' or (byte)']')
                {
                    taken = i;
                    return true;
                }
                else if (b is (byte)'}' or (byte)']' && --_depth == 0)
                {
                    taken = i + 1;
                    return true;
                }
            }

            taken = bytes.Length;
            return false;
        }
    }
}
