using System.Collections.Frozen;
using Parley.Language;
using Parley.Language.Times;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Findings.Statements;

/// <summary>When something was said, and how that is known.</summary>
/// <param name="When">Days; null where it is not told.</param>
/// <param name="Reason">How, in words.</param>
internal readonly record struct Saying(PartialRange? When, string Reason);

/// <summary>
/// When something was said: a time that the tree ties to the cue, and to no other deed, and that stands outside what is said. What the same
/// speaker goes on to say in a paragraph is said then too.
/// </summary>
internal sealed class SayingTimes(Document document)
{
    /// <summary>In steps up the tree from a time to the cue.</summary>
    private const int FarthestClimb = 6;

    private static readonly FrozenSet<string> s_elsewhere = Words("elsewhere"), s_texts = Words("text");

    private readonly Dictionary<int, (int Paragraph, PartialRange Said)> _bySpeaker = [];

    private static FrozenSet<string> Words(string kind) =>
        WordList.Words(typeof(SayingTimes).Assembly, "Statements.occasions.tsv", kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>When <paramref name="found"/> was said; null where the sentence and those before it do not tell.</summary>
    /// <param name="found">An attribution of <paramref name="sentence"/>.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="speaker">The number of its speaker; negative for none.</param>
    public Saying Of(Attribution found, Sentence sentence, int speaker)
    {
        if (Told(found, sentence) is { } told)
        {
            if (speaker >= 0)
                _bySpeaker[speaker] = (sentence.Paragraph, told);
            return new Saying(told, "a time hangs on the cue");
        }

        return Before(speaker, sentence);
    }

    /// <summary>When <paramref name="speaker"/> said what stands before in the sentence's paragraph; null where it is not told.</summary>
    public Saying Before(int speaker, Sentence sentence) =>
        _bySpeaker.TryGetValue(speaker, out var last) && last.Paragraph == sentence.Paragraph
            ? new Saying(last.Said, "as what the same speaker said before it in the paragraph")
            : new Saying(null, "no time hangs on the cue");

    private PartialRange? Told(Attribution found, Sentence sentence)
    {
        PartialRange? nearest = null;
        var least = int.MaxValue;
        foreach (var time in In(sentence))
        {
            if (time is not { Kind: TimeKind.Date or TimeKind.Time, Calendar: { } calendar, IsAge: false } || document.TokensIn(time.Span).Head is not { } head)
                continue;
            if (found.Content.Any(piece => head.Index >= piece.Start.Value && head.Index < piece.End.Value) || !IsOf(found, head))
                continue;
            if (Math.Abs(head.Index - found.Head) is var distance && distance < least)
                (nearest, least) = (Days(calendar), distance);
        }

        return nearest;
    }

    /// <summary>The times of a sentence.</summary>
    private IEnumerable<TimeExpression> In(Sentence sentence)
    {
        for (var i = Bisection.CountBefore(document.Times.AsSpan(), sentence.Span.Start, static time => time.Span.Start); i < document.Times.Length && document.Times[i].Span.Start < sentence.Span.End; i++)
            yield return document.Times[i];
    }

    /// <summary>Whether the tree leads from a time to the cue without passing another deed.</summary>
    private static bool IsOf(Attribution found, Token time)
    {
        var at = time;
        for (var steps = 0; steps < FarthestClimb; steps++)
        {
            if (at.Index >= found.Cue.Start.Value && at.Index < found.Cue.End.Value)
                return true;
            if (IsElsewhere(at) || at.Head is not { } head)
                return false;
            if (found.Source is { } source && head.Index >= source.Start.Value && head.Index < source.End.Value)
                return s_texts.Contains(head.Lemma) || IsBeside(at, time, source);
            at = head;
        }

        return false;
    }

    /// <summary>Whether the time stands beside the source, not in it: <c>the army on Monday denied</c>, <c>the envoy, speaking on Monday,</c>.</summary>
    private static bool IsBeside(Token under, Token time, Range source) =>
        (time.Index < source.Start.Value || time.Index >= source.End.Value) && (under == time || under.Xpos == "VBG");

    /// <summary>Whether what the token heads is another moment, or another's clause.</summary>
    private static bool IsElsewhere(Token token)
    {
        if (token.Relation == "acl:relcl" || token.IsRelated("ccomp") || token.IsRelated("csubj") || token.IsRelated("nsubj") || token.IsRelated("conj"))
            return true;
        foreach (var child in token.Children)
        {
            if ((child.IsRelated("case") || child.IsRelated("mark")) && (s_elsewhere.Contains(child.Lemma) || token.IsRelated("advcl")))
                return true;
            if (token.IsRelated("advcl") && child.IsRelated("nsubj"))
                return true;
        }

        return false;
    }

    /// <summary>Times of day are those of their day.</summary>
    private static PartialRange Days(PartialRange calendar)
    {
        return new PartialRange(Day(calendar.Start), Day(calendar.End));

        static PartialDate Day(PartialDate date) => date.Precision > DatePrecision.Day ? PartialDate.OfDay(date.FirstDay) : date;
    }
}
