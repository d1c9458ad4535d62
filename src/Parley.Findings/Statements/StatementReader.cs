using System.Globalization;
using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Statements;

/// <summary>
/// Reads attributions whose cue is a speech verb or "according to", one a sentence, from the order of words alone.
/// It knows three orders: <c>source cue content</c>, <c>content, source cue</c> and <c>content, cue source</c>; anything else
/// is left unread rather than guessed. Safe for many threads.
/// </summary>
public sealed class StatementReader
{
    /// <summary>In tokens; fewer are seldom a clause.</summary>
    private const int ShortestContent = 3;

    /// <summary>In tokens; more are seldom one noun phrase.</summary>
    private const int LongestSource = 20;

    /// <summary>In characters; a speaker quoted farther back is not gone on with.</summary>
    private const int NearestSpeaker = 400;

    /// <summary>In tokens; more are a list or a text without stops, and each cue in them would be weighed against all of them.</summary>
    private const int LongestSentence = 1000;

    /// <summary>Words that open an aside on the source.</summary>
    private static readonly string[] s_asides = ["who", "which", "whose", "speaking", "citing"];

    private readonly CueLexicon _lexicon = new();

    /// <summary>The statements of <paramref name="document"/> in the order of its text.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    public ImmutableArray<Statement> Read(Document document, ResolvedDocument resolved)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var quotations = new QuotationMask(document);
        foreach (var sentence in document.Sentences)
        {
            var words = new SentenceWords(document, sentence, quotations);
            if (words.Count <= LongestSentence && Find(words) is { } found)
                statements.Add(ToStatement(found, words, resolved, statements));
        }

        return statements.ToImmutable();
    }

    /// <summary>Token ranges of one attribution, as [from, to) within its sentence.</summary>
    private readonly record struct Found(Range Source, Range Cue, Range Content, Certainty Certainty, double Confidence);

    private Found? Find(SentenceWords words)
    {
        var first = words.DatelineLength();
        for (var i = first; i < words.Count; i++)
        {
            if (words.IsQuoted(i))
                continue;
            if (words.Is(i, "according") && words.Is(i + 1, "to"))
                return AccordingTo(words, first, i);
            if (_lexicon.IsVerb(words[i], out var certainty))
            {
                var found = ContentFirst(words, first, i, certainty) ?? SourceFirst(words, first, i, certainty);
                if (found is not null)
                    return found;
            }
        }

        return null;
    }

    /// <summary><c>Content, according to source.</c> and <c>According to source, content.</c></summary>
    private static Found? AccordingTo(SentenceWords words, int first, int cue)
    {
        var sourceEnd = words.Next(cue + 2, static (w, i) => w.IsMark(i, ",") || w.IsStop(i));
        if (sourceEnd == cue + 2)
            return null;
        var content = cue == first
            ? words.Trimmed(sourceEnd + 1, words.Count)
            : words.Trimmed(first, cue);
        return content is { } range ? new Found((cue + 2)..sourceEnd, cue..(cue + 2), range, Certainty.Asserted, 0.7) : null;
    }

    /// <summary><c>“Content,” the source said.</c> and <c>“Content,” said the source.</c></summary>
    private static Found? ContentFirst(SentenceWords words, int first, int cue, Certainty certainty)
    {
        var after = words.Next(cue + 1, static (w, i) => w.IsMark(i, ",") || w.IsStop(i));
        var border = words.Previous(cue - 1, static (w, i) => w.IsMark(i, ",") || w.IsQuoteMark(i));
        if (border - first < ShortestContent || EndsAside(words, border))
            return null;
        var content = words.Trimmed(first, border);
        if (content is null)
            return null;
        if (border == cue - 1)
        {
            // "said the source": an inverted source runs up to the next comma or the end.
            return after > cue + 1 ? new Found((cue + 1)..after, cue..(cue + 1), content.Value, certainty, 0.6) : null;
        }

        // "the source said": behind a quotation anything may follow; else a time or place at most, or what follows is the content.
        var endsThere = after - cue <= 4 && (after >= words.Count || words.IsStop(after));
        return (words.IsQuoteMark(border) || endsThere) && IsSource(words, border + 1, cue)
            ? new Found((border + 1)..cue, cue..(cue + 1), content.Value, certainty, 0.65)
            : null;
    }

    /// <summary>Whether the comma at <paramref name="border"/> closes an aside on the source: ", who asked not to be named,".</summary>
    private static bool EndsAside(SentenceWords words, int border)
    {
        var opening = words.Previous(border - 1, static (w, i) => w.IsMark(i, ","));
        return opening >= 0 && words.IsAny(opening + 1, s_asides);
    }

    /// <summary><c>The source said (someone) (on a day) (that) content.</c></summary>
    private static Found? SourceFirst(SentenceWords words, int first, int cue, Certainty certainty)
    {
        var from = first;
        while (from < cue && (words.IsQuoteMark(from) || words.IsAny(from, "but", "and", "meanwhile", "still", ",")))
            from++;
        var to = cue;

        // ", who spoke on condition of anonymity, said": the source is the noun before the relative clause.
        var comma = words.Next(from, static (w, i) => w.IsMark(i, ","));
        if (comma < cue && words.IsAny(comma + 1, s_asides))
            to = comma;
        else if (words.Previous(cue - 1, static (w, i) => w.IsMark(i, ",")) is var last && last < cue - 1)
            from = Math.Max(from, last + 1);
        while (to > from && words.IsAny(to - 1, "has", "had", "have", "also", "later", "not", ","))
            to--;
        if (!IsSource(words, from, to))
            return null;

        var start = cue + 1;
        var that = words.Next(start, static (w, i) => w.Is(i, "that") || w.IsQuoteMark(i));
        if (words.Is(cue, "told") || words.Is(cue, "tells"))
        {
            // Told whom: up to "that" or a quotation where one follows; else the noun in capitals that comes first.
            start = that < words.Count && that - start <= 12
                ? that
                : words.Next(start, static (w, i) => !w.IsCapitalised(i) && !w.IsAny(i, "the", "a", "an", "of"));
        }
        else if (that < words.Count && that - start <= 4)
        {
            start = that;
        }

        while (start < words.Count && (words.Is(start, "that") || words.IsMark(start, ",") || words.IsMark(start, ":")
            || words.IsAny(start, "on", "late", "early") && words.IsDay(start + 1) || words.IsDay(start)))
        {
            start++;
        }

        var content = words.Trimmed(start, words.Count);
        return content is { } range && range.End.Value - range.Start.Value >= ShortestContent
            ? new Found(from..to, cue..(cue + 1), range, certainty, 0.6)
            : null;
    }

    /// <summary>A noun phrase of some length, with nothing quoted in it.</summary>
    private static bool IsSource(SentenceWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.IsQuoteMark(i) || words.IsQuoted(i))
                return false;
        }

        return to > from && to - from <= LongestSource;
    }

    /// <summary>
    /// Whom the one quoted shortly before speaks for: a pronoun that says something and looks back to nobody known most often goes on with that
    /// speaker.
    /// </summary>
    private static string? SpeakerBefore(int start, ImmutableArray<Statement>.Builder before) =>
        before.Count > 0 && before[^1].Content[^1].End + NearestSpeaker > start ? before[^1].Actor : null;

    private Statement ToStatement(Found found, SentenceWords words, ResolvedDocument resolved, ImmutableArray<Statement>.Builder before)
    {
        var content = words.SpanOf(found.Content);
        var source = words.SpanOf(found.Source);
        var certainty = found.Certainty;
        for (var i = found.Content.Start.Value; certainty == Certainty.Asserted && i < found.Content.End.Value; i++)
        {
            if (_lexicon.IsHedge(words[i]))
                certainty = Certainty.Hedged;
        }

        return new Statement
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"s{before.Count + 1}"),
            Confidence = found.Confidence,
            Source = words.Cite(source),
            Named = words.LooksNamed(found.Source),
            Actor = resolved.Of(source, acts: true).Party?.Name ?? (words.IsPronoun(found.Source) ? SpeakerBefore(source.Start, before) : null),
            Cue = words.Cite(words.SpanOf(found.Cue)),
            Content = [words.Cite(content)],
            Kind = words.KindOf(found.Content),
            Certainty = certainty,
        };
    }
}
