using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime.Text;
using Parley.Intake.Inputs;
using Parley.Reports;

namespace Parley.Intake.Warc;

/// <summary>
/// Reads web archives: WARC 1.0 and 1.1 (ISO 28500:2009 and :2017), plain or compressed record by record or as a whole.
/// Streams: one record is held, at most <see cref="IntakeLimits.DocumentBytes"/> of content and its header.
/// </summary>
/// <remarks>
/// Pages, texts and NewsArticle JSON of <c>response</c> (status 200), <c>resource</c> and <c>conversion</c> records
/// become material; what else there is is
/// counted and told at the end. A record whose length is false costs only itself: reading goes on at the next line that begins a record.
/// </remarks>
public static class WarcReader
{
    private const int Slack = 1 << 18;

    /// <summary>The archive's items in order, each with <c>record N</c> as its part, counted from 1 with those passed over.</summary>
    /// <param name="stream">The archive; left open.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="limits">How large a record, and what it decompresses to, may be.</param>
    /// <param name="cancellation">Stops between reads and between records.</param>
    public static async IAsyncEnumerable<IntakeItem> ReadAsync(
        Stream stream, Origin origin, IntakeLimits limits, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(limits);
        var peeked = await PeekedStream.PeekAsync(stream, 2, cancellation).ConfigureAwait(false);
        var members = peeked.Head.Span is [0x1F, 0x8B] ? new GzipMembers(peeked) : null;
        var window = new StreamWindow(members is null ? peeked : members, limits.DocumentBytes + Slack);
        var records = new RecordStream(window, members, limits);
        var passedOver = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var number = 1L; ; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = origin with { Part = string.Create(CultureInfo.InvariantCulture, $"record {number}") };
            var found = await records.NextAsync(cancellation).ConfigureAwait(false);
            for (; records.LostMembers > 0; records.LostMembers--)
            {
                yield return new Refused(
                    origin, new Fault(IntakeFaults.BadCompression, origin.ToString(), "a compressed stretch gave nothing"));
            }

            if (!found)
                break;
            var item = Item(records, part, limits, out var unwanted);
            if (unwanted is not null)
                passedOver[unwanted] = passedOver.GetValueOrDefault(unwanted) + 1;
            if (item is not null)
                yield return item;
            await records.PassAsync(cancellation).ConfigureAwait(false);
        }

        if ((members?.Failure ?? window.Failure) is { } failure)
            yield return new Refused(origin, StreamFaults.Of(failure, origin));
        foreach (var (what, count) in passedOver)
            yield return new PassedOver(origin, count, what);
    }

    private static IntakeItem? Item(RecordStream records, Origin part, IntakeLimits limits, out string? unwanted)
    {
        unwanted = null;
        if (records.Header is { } header)
        {
            part = part with
            {
                Url = Uri.TryCreate(header["WARC-Target-URI"]?.Trim('<', '>'), UriKind.Absolute, out var url) ? url : null,
                Retrieved = InstantPattern.ExtendedIso.Parse(header["WARC-Date"] ?? "") is { Success: true } date ? date.Value : null,
            };
        }

        // A record that is not wanted is not missed when it is too large.
        if (records.Fault is { } fault
            && (fault != IntakeFaults.TooLarge || (unwanted = RecordContent.Unwanted(records.Header!, records.Content)) is null))
        {
            return new Refused(part, new Fault(fault, part.ToString(), records.Detail));
        }

        return records.Fault is not null ? null : RecordContent.Read(records.Header!, records.Content, part, limits, out unwanted);
    }
}
