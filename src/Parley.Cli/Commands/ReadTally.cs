using System.Globalization;
using Parley.Cli.Briefs;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>What a run of <c>parley read</c> did, and the one line that tells it.</summary>
internal sealed class ReadTally
{
    private readonly SortedDictionary<string, int> _unread = new(StringComparer.Ordinal);

    /// <summary>Reports met.</summary>
    public int Reports { get; private set; }

    /// <summary>Of these, reports that the ledger held before.</summary>
    public int Held { get; private set; }

    /// <summary>Inputs that gave no report.</summary>
    public int Failed { get; private set; }

    /// <summary>Parts that are no articles by design.</summary>
    public long Skipped { get; private set; }

    public void Add(Report report, bool isNew, bool isRead)
    {
        Reports++;
        Held += isNew ? 0 : 1;
        if (!isRead)
            _unread[report.Language!] = _unread.GetValueOrDefault(report.Language!) + 1;
    }

    public void AddFailure() => Failed++;

    public void AddSkipped(long count) => Skipped += count;

    public string Line(TimeSpan took)
    {
        var parts = new List<string> { Counted(Reports, "report") + " read" + (Held > 0 ? $" ({Held.ToString("N0", CultureInfo.InvariantCulture)} held before)" : "") };
        parts.AddRange(_unread.Select(static pair => $"{pair.Value} in {Languages.Name(pair.Key)} kept but not read"));
        if (Failed > 0)
            parts.Add(Counted(Failed, "input") + " not read");
        if (Skipped > 0)
            parts.Add(Counted(Skipped, "resource") + " passed over, being no articles");
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join("; ", parts)}. {took.TotalSeconds:0.0} s, {Reports / Math.Max(took.TotalSeconds, 0.001):N0} reports/s.");
    }

    private static string Counted(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
