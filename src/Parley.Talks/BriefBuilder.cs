using NodaTime;
using Parley.Ledger;
using Parley.Reports;
using Parley.Reports.Data;
using Parley.Reports.Findings;

namespace Parley.Talks;

/// <summary>
/// Derives a <see cref="Brief"/> from ledger entries in one pass; the same entries give the same brief. Memory is
/// bounded by what a brief can hold, not by the ledger.
/// </summary>
public sealed class BriefBuilder
{
    /// <summary>Statements of a halt in a brief; what is older is counted.</summary>
    public const int MostStatements = 40;

    /// <summary>Reports named beside one statement; further copies are counted.</summary>
    public const int MostCopies = 5;

    private static readonly ImmutableArray<string> s_haltWords =
        [.. WordList.Load(typeof(BriefBuilder).Assembly, "halt-words.tsv").Select(static row => row[0])];

    private readonly PartialDate? _asOf;
    private readonly Dictionary<string, int> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, BriefReport First)> _notRead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> _onHalt = new(StringComparer.Ordinal);
    private int _reports;
    private int _statementsOnHalt;
    private int _otherStatements;
    private LocalDate? _firstDay;
    private LocalDate? _lastDay;

    private BriefBuilder(PartialDate? asOf) => _asOf = asOf;

    /// <summary>Derives the brief.</summary>
    /// <param name="entries">Entries in the ledger's order; read once.</param>
    /// <param name="asOf">
    /// Leaves out what was reported later: by a report's own date, or by when it was learned of where it has none.
    /// A day or month counts whole. Null leaves out nothing.
    /// </param>
    public static Brief Build(IEnumerable<LedgerEntry> entries, PartialDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var builder = new BriefBuilder(asOf);
        foreach (var entry in entries)
        {
            if (asOf is not { } limit || AsOfClock.IsKnownBy(entry, limit))
                builder.Add(entry.Reading);
        }

        return builder.Finish();
    }

    /// <summary>Whether the content names a halt, or talks on one.</summary>
    internal static bool IsOnHalt(Statement statement)
    {
        foreach (var piece in statement.Content)
        {
            foreach (var word in s_haltWords)
            {
                var at = piece.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (at == 0 || (at > 0 && !char.IsLetter(piece.Text[at - 1])))
                    return true;
            }
        }

        return false;
    }

    private void Add(ReportReading reading)
    {
        var report = reading.Report;
        _reports++;
        if (report.Outlet is { } outlet)
            _outlets[outlet.Name] = _outlets.GetValueOrDefault(outlet.Name) + 1;
        if (report.Published is { } published)
        {
            _firstDay = _firstDay is { } first && first <= published.FirstDay ? first : published.FirstDay;
            _lastDay = _lastDay is { } last && last >= published.LastDay ? last : published.LastDay;
        }

        if (report.Language is { } language and not "en")
        {
            _notRead[language] = _notRead.TryGetValue(language, out var seen)
                ? (seen.Count + 1, seen.First)
                : (1, BriefReport.Of(report));
        }

        var wordings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in reading.Statements)
        {
            // What is told within another statement is read with it.
            if (statement.Inside is not null)
                continue;
            if (!IsOnHalt(statement))
                _otherStatements++;
            else if (Wording(statement) is var wording && wordings.Add(wording))
                AddOnHalt(statement, wording, report);
        }
    }

    private void AddOnHalt(Statement statement, string wording, Report report)
    {
        _statementsOnHalt++;
        if (!_onHalt.TryGetValue(wording, out var told))
            _onHalt.Add(wording, told = new Told(statement, _statementsOnHalt));
        told.Add(BriefReport.Of(report), statement);

        // Twice as many as are shown may gather before the oldest go, so that each costs little.
        if (_onHalt.Count > 2 * MostStatements)
        {
            foreach (var (old, _) in Newest().Skip(MostStatements).ToList())
                _onHalt.Remove(old);
        }
    }

    /// <summary>By the day as its report has it, then by the moment: a day's statements stand together whatever their zones.</summary>
    private IOrderedEnumerable<KeyValuePair<string, Told>> Newest() =>
        _onHalt.OrderByDescending(static pair => pair.Value.Day).ThenByDescending(static pair => pair.Value.First).ThenBy(static pair => pair.Value.Order);

    private Brief Finish() => new()
    {
        AsOf = _asOf,
        Reports = _reports,
        Outlets =
        [
            .. _outlets.Select(static pair => new OutletCount(pair.Key, pair.Value))
                .OrderByDescending(static count => count.Reports).ThenBy(static count => count.Outlet, StringComparer.Ordinal),
        ],
        FirstDay = _firstDay,
        LastDay = _lastDay,
        OnHalt = [.. Newest().Take(MostStatements).Select(static pair => pair.Value.ToStatement())],
        StatementsOnHalt = _statementsOnHalt,
        OtherStatements = _otherStatements,
        NotRead =
        [
            .. _notRead.Select(static pair => new LanguageCount(pair.Key, pair.Value.Count, pair.Value.First))
                .OrderBy(static count => count.Language, StringComparer.Ordinal),
        ],
    };

    private static string Wording(Statement statement) =>
        string.Join('\u001f', statement.Content.Select(static piece => piece.Text).Prepend(statement.Source?.Text ?? ""));

    /// <summary>One wording by one source, and the reports met so far that carry it.</summary>
    private sealed class Told(Statement statement, int order)
    {
        private readonly List<BriefReport> _carriedBy = [];
        private Statement _statement = statement;
        private int _further;

        /// <summary>Its place among all that were told, so that equal moments keep the ledger's order.</summary>
        public int Order { get; } = order;

        /// <summary>When the first report carried it.</summary>
        public LocalDateTime First { get; private set; } = LocalDate.MaxIsoValue.AtMidnight();

        /// <summary>The day of that report; before all days where none is dated.</summary>
        public LocalDate Day => _carriedBy[0].Published?.FirstDay ?? LocalDate.MinIsoValue;

        public void Add(BriefReport report, Statement statement)
        {
            var moment = AsOfClock.SortKey(report.Published);
            if (moment < First)
            {
                First = moment;
                _statement = statement;
            }

            _carriedBy.Add(report);
            _carriedBy.Sort(static (a, b) => AsOfClock.SortKey(a.Published).CompareTo(AsOfClock.SortKey(b.Published)));
            if (_carriedBy.Count > MostCopies)
            {
                _carriedBy.RemoveAt(MostCopies);
                _further++;
            }
        }

        public BriefStatement ToStatement() => new(_statement, [.. _carriedBy], _further);
    }
}
