using System.Runtime.InteropServices;
using Parley.Language.Times.Grammar;
using Parley.Language.Times.Lexicon;
using Parley.Language.Times.Resolution;
using Parley.Reports;

namespace Parley.Language.Times;

/// <summary>
/// Finds the times that a text tells and sets them on the calendar. A small grammar reads atoms, finer than tokens; each
/// expression's own words make a draft, and the drafts are resolved in order. Needs tokens and sentences; uses trees and tags where
/// they are known. Safe for many threads.
/// </summary>
internal sealed class TimeReader
{
    private readonly TimeWords _words = new();

    /// <summary>The times of a document, in order; none overlaps another.</summary>
    public ImmutableArray<TimeExpression> Read(Document document, PartialDate? date)
    {
        var found = new List<Found>();
        var atoms = new List<Atom>();
        var sentences = document.Sentences;
        for (var first = 0; first < sentences.Length;)
        {
            var end = first + 1;
            while (end < sentences.Length && sentences[end].Paragraph == sentences[first].Paragraph)
                end++;
            atoms.Clear();
            if (AtomReader.Read(document.Text, sentences[first].Span.Start, sentences[end - 1].Span.End, _words, atoms))
                Find(document, new Line(document.Text, CollectionsMarshal.AsSpan(atoms)), first, found);
            first = end;
        }

        return found.Count == 0 ? [] : Resolver.Resolve(found, date, document);
    }

    private void Find(Document document, Line line, int sentence, List<Found> found)
    {
        var firstFound = found.Count;
        for (var at = 0; at < line.Count;)
        {
            if (!TimeGrammar.CanStart(line, at))
            {
                at++;
                continue;
            }

            var draft = TimeGrammar.Read(line, at);
            if (SharedGrammar.Leading(line, at) is { } leading && (draft is null || draft.End <= leading.End))
                draft = leading;
            if (draft is null)
            {
                at++;
                continue;
            }

            var following = SharedGrammar.Following(line, draft, out var shared);
            if (following is not null)
                draft = draft with { Time = shared };
            Add(draft, line);
            at = draft.End;
            if (following is not null)
            {
                Add(following, line);
                at = following.End;
            }
        }

        for (var i = firstFound; i + 1 < found.Count; i++)
            found[i] = found[i] with { Joint = JointOf(document.Text, found[i], found[i + 1]) };

        void Add(Draft draft, Line read)
        {
            var span = new Span(read[draft.First].Start, read[draft.End - 1].End);
            while (sentence + 1 < document.Sentences.Length && document.Sentences[sentence + 1].Span.Start <= span.Start)
                sentence++;
            var isOpen = draft.Time.Year is null && draft.Form is DraftForm.Calendar or DraftForm.Shifted;
            var isLed = read[draft.First - 1].Word is { Keyword: Keyword.Until or Keyword.By or Keyword.Before };
            var tense = isOpen ? TenseReader.Of(document, read, draft.First, draft.End, _words) : Tense.Unknown;
            found.Add(new Found(draft, span, sentence, document.Sentences[sentence].Paragraph, tense, isLed) { IsBracketed = read.Mark(draft.First - 1) is '(' or '[' });
        }
    }

    /// <summary>How two expressions are joined by what stands between them.</summary>
    private static Joint JointOf(string text, Found one, Found other)
    {
        if (other.Span.Start - one.Span.End > 12)
            return Joint.None;
        var between = text.AsSpan(one.Span.End, other.Span.Start - one.Span.End).Trim();
        return between switch
        {
            "-" or "–" or "—" or "‑" or "--" or "to" or "through" or "until" or "till" => Joint.Stretch,
            "and" => IsAfterBetween(text, one) ? Joint.Stretch : Joint.Row,
            "or" or "," or "and the" or "/" => Joint.Row,
            "to the" or "until the" => Joint.Stretch,
            _ => Joint.None,
        };
    }

    private static bool IsAfterBetween(string text, Found one) =>
        text.AsSpan(0, one.Span.Start).TrimEnd(' ').EndsWith("between", StringComparison.OrdinalIgnoreCase);
}
