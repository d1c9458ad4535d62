using System.Globalization;
using Parley.Findings.Gold;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>
/// Scores statements against gold: those whose contents share half of their characters (F1) are paired, the likest first and each once; of a
/// pair every field is compared.
/// </summary>
public static class StatementScorer
{
    /// <summary>Adds a report's statements to <paramref name="card"/>.</summary>
    public static void Score(GoldReport gold, ImmutableArray<Statement> read, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(card);
        var pairs = Pair(gold.Statements, read);
        card.AddSet("statements", pairs.Count, gold.Statements.Length, read.Length);
        var goldOf = pairs.ToDictionary(static pair => pair.Read.Id, static pair => pair.Gold, StringComparer.Ordinal);
        foreach (var (index, own) in pairs.OrderBy(static pair => pair.Gold))
        {
            var wanted = gold.Statements[index];
            Compare("source", Shares(wanted.Source, own.Source?.Text), wanted.Source, own.Source?.Text);
            Compare("actor", wanted.Actor == own.Actor, wanted.Actor, own.Actor);
            Compare("named", wanted.Named == own.Named, wanted.Named ? "named" : "unnamed", own.Named ? "named" : "unnamed");
            Compare("certainty", wanted.Certainty == own.Certainty, wanted.Certainty.ToString(), own.Certainty.ToString());
            Compare("kind", wanted.Kind == own.Kind, wanted.Kind.ToString(), own.Kind.ToString());
            if (wanted.Relay is not null || own.Relay is not null)
                Compare("relay", Shares(wanted.Relay, own.Relay?.Text), wanted.Relay, own.Relay?.Text);
            if (wanted.Why is not null || own.Why is not null)
                Compare("why", Shares(wanted.Why, own.Why?.Text), wanted.Why, own.Why?.Text);
            if (wanted.Inside is not null || own.Inside is not null)
                Compare("inside", wanted.Inside is { } holder && own.Inside is { } id && goldOf.TryGetValue(id, out var other) && other == holder, wanted.Inside?.ToString(CultureInfo.InvariantCulture), own.Inside);

            void Compare(string field, bool isRight, string? want, string? got)
            {
                card.AddField("statement " + field, isRight);
                if (!isRight)
                    card.AddMiss("statement " + field, gold.Id, $"\"{wanted.Source}\": {want ?? "none"} read as {got ?? "none"}");
            }
        }

        var found = pairs.Select(static pair => pair.Gold).ToHashSet();
        for (var i = 0; i < gold.Statements.Length; i++)
        {
            if (!found.Contains(i))
                card.AddMiss("statements", gold.Id, "missed: " + Text(gold.Statements[i].Content));
        }

        foreach (var extra in read.Where(own => !goldOf.ContainsKey(own.Id)))
            card.AddMiss("statements", gold.Id, "extra: " + Text([.. extra.Content.Select(static piece => piece.Span)]));

        string Text(ImmutableArray<Span> pieces) => string.Join(" … ", pieces.Select(piece => piece.In(gold.Report.Text).ToString()));
    }

    private static List<(int Gold, Statement Read)> Pair(ImmutableArray<GoldStatement> gold, ImmutableArray<Statement> read)
    {
        var likeness = new List<(double F1, int Gold, Statement Read)>();
        for (var i = 0; i < gold.Length; i++)
        {
            foreach (var own in read)
            {
                if (Overlap(gold[i].Content, own.Content) is var f1 and >= 0.5)
                    likeness.Add((f1, i, own));
            }
        }

        var (takenGold, takenRead) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        var pairs = new List<(int, Statement)>();
        foreach (var (_, index, own) in likeness.OrderByDescending(static pair => pair.F1))
        {
            if (takenGold.Contains(index) || !takenRead.Add(own.Id))
                continue;
            takenGold.Add(index);
            pairs.Add((index, own));
        }

        return pairs;
    }

    /// <summary>F1 of characters; the pieces of one content do not overlap.</summary>
    private static double Overlap(ImmutableArray<Span> gold, ImmutableArray<Citation> read)
    {
        var both = gold.Sum(own => read.Sum(other => Math.Max(0, Math.Min(own.End, other.End) - Math.Max(own.Start, other.Start))));
        return 2.0 * both / (gold.Sum(static own => own.Length) + read.Sum(static other => other.Span.Length));
    }

    private static bool Shares(string? one, string? other) =>
        one is { Length: > 0 } && other is { Length: > 0 } && (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase));
}
