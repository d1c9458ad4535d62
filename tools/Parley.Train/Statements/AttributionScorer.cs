using System.Globalization;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>
/// Scores decisions on attributions as <c>score/attribution.py</c> does: exact and by overlap of half the longer span, in characters that are
/// no white space, each kind of part as a set of spans, and whole attributions by content and source.
/// </summary>
internal sealed class AttributionScorer(AttributionModel model, TextWriter? misses = null)
{
    private readonly CueLexicon _lexicon = new();
    private readonly Dictionary<string, int[]> _tallies = new(StringComparer.Ordinal) { ["source"] = new int[5], ["cue"] = new int[5], ["content"] = new int[5], ["attribution"] = new int[5] };

    private sealed record Parts(Span[] SourceSpans, Span[] CueSpans, Span[] ContentSpans);

    /// <summary>Takes in a text.</summary>
    public void Score(Document document, ImmutableArray<AnnotatedAttribution> attributions)
    {
        var ranks = Ranks(document.Text);
        var gold = attributions.Select(own => Of(Rank(own.Source), Rank(own.Cue), Rank(own.Content))).ToArray();
        var finder = new AttributionFinder(model, _lexicon, new QuotationMask(document));
        var attributed = document.Sentences.SelectMany(sentence => finder.Find(sentence)).ToArray();
        var runs = new QuotedRuns(document, new QuotationMask(document), attributed.Select(own => document.Tokens[own.Head].Sentence.Index).ToHashSet());
        var found = attributed.Select(own => Of(
            own.Source is { } source ? Rank([SpanOf(source)]) : [], Rank([SpanOf(own.Cue)]), Rank([.. runs.Join(own).Select(SpanOf)]))).ToArray();
        Tally("source", [.. gold.Select(static own => own.SourceSpans)], [.. found.Select(static own => own.SourceSpans)]);
        Tally("cue", [.. gold.Select(static own => own.CueSpans)], [.. found.Select(static own => own.CueSpans)]);
        Tally("content", [.. gold.Select(static own => own.ContentSpans)], [.. found.Select(static own => own.ContentSpans)]);
        var whole = _tallies["attribution"];
        whole[0] += gold.Length;
        whole[1] += found.Length;
        whole[3] += gold.Count(own => found.Any(other => IsSame(own, other)));
        whole[4] += found.Count(own => gold.Any(other => IsSame(own, other)));
        if (misses is not null)
            Tell(document, attributions, found, gold);

        Span[] Rank(ImmutableArray<Span> spans) => [.. spans.Select(span => new Span(ranks[span.Start], ranks[span.End]))];
        Span SpanOf(Range range) => new(document.Tokens[range.Start.Value].Span.Start, document.Tokens[range.End.Value - 1].Span.End);
    }

    /// <summary>Writes the figures.</summary>
    public void Report(TextWriter writer)
    {
        foreach (var (name, t) in _tallies)
        {
            var exact = name == "attribution" ? "" : $"exact {F(t[2], t[1], t[2], t[0])}   ";
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {exact}overlap {F(t[4], t[1], t[3], t[0])}   {t[0]} annotated, {t[1]} found"));
        }

        static string F(int right, int found, int hit, int gold)
        {
            var (precision, recall) = (found == 0 ? 0 : (double)right / found, gold == 0 ? 0 : (double)hit / gold);
            return string.Create(CultureInfo.InvariantCulture, $"F1 {(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)):F3} (P {precision:F3} R {recall:F3})");
        }
    }

    private void Tell(Document document, ImmutableArray<AnnotatedAttribution> attributions, Parts[] found, Parts[] gold)
    {
        for (var i = 0; i < gold.Length; i++)
        {
            if (found.FirstOrDefault(other => IsNear(gold[i].CueSpans, other.CueSpans)) is { } near && string.Join(';', near.ContentSpans) != string.Join(';', gold[i].ContentSpans))
                misses!.WriteLine($"cut\t{Text(attributions[i].Source)}\t{Text(attributions[i].Cue)}\t{Text(attributions[i].Content)}\t{Raw(near.ContentSpans)}");
            if (!found.Any(other => IsSame(gold[i], other)))
                misses!.WriteLine($"missed\t{Text(attributions[i].Source)}\t{Text(attributions[i].Cue)}\t{Text(attributions[i].Content)}");
        }

        foreach (var own in found.Where(own => !gold.Any(other => IsSame(own, other))))
            misses!.WriteLine($"extra\t{Raw(own.SourceSpans)}\t{Raw(own.CueSpans)}\t{Raw(own.ContentSpans)}");

        string Raw(Span[] spans)
        {
            var bare = string.Concat(document.Text.Where(static c => !char.IsWhiteSpace(c)));
            return string.Join(" … ", spans.Select(span => span.In(bare).ToString()));
        }

        string Text(ImmutableArray<Span> spans) => string.Join(" … ", spans.Select(span => span.In(document.Text).ToString().ReplaceLineEndings(" ")));
    }

    private static Parts Of(Span[] source, Span[] cue, Span[] content) => new(source, cue, content);

    private void Tally(string name, Span[][] gold, Span[][] found)
    {
        var (g, p) = (Distinct(gold), Distinct(found));
        var own = _tallies[name];
        own[0] += g.Count;
        own[1] += p.Count;
        own[2] += g.Keys.Count(p.ContainsKey);
        own[3] += g.Values.Count(spans => p.Values.Any(other => IsNear(spans, other)));
        own[4] += p.Values.Count(spans => g.Values.Any(other => IsNear(spans, other)));
    }

    private static Dictionary<string, Span[]> Distinct(Span[][] spans)
    {
        var distinct = new Dictionary<string, Span[]>(StringComparer.Ordinal);
        foreach (var own in spans.Where(static own => own.Length > 0))
            distinct[string.Join(';', own)] = own;
        return distinct;
    }

    private static bool IsSame(Parts own, Parts other) =>
        own.ContentSpans.Length > 0 && other.ContentSpans.Length > 0 && IsNear(own.ContentSpans, other.ContentSpans)
        && own.SourceSpans.Length == 0 == (other.SourceSpans.Length == 0) && (own.SourceSpans.Length == 0 || IsNear(own.SourceSpans, other.SourceSpans));

    private static bool IsNear(Span[] own, Span[] other)
    {
        var both = own.Sum(a => other.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return 2 * both >= Math.Max(own.Sum(static span => span.Length), other.Sum(static span => span.Length));
    }

    private static int[] Ranks(string text)
    {
        var ranks = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            ranks[i + 1] = ranks[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return ranks;
    }
}
