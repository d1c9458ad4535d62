using System.Collections.Frozen;
using System.Globalization;
using Parley.Language;
using Parley.Language.Times;
using Parley.Reports;
using Parley.Reports.Data;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>
/// Finds the sentences in the report's own voice that lean on a statement before them. It weighs what grammars of reported speech name as its
/// signs where no verb of saying stands (free indirect speech): tenses shifted back, and subjects that take up what was told.
/// </summary>
public sealed class LeaningReader
{
    /// <summary>How much must speak for it; the signs weigh a half, one or two.</summary>
    private const double Least = 0.5;

    /// <summary>The confidence of the least, of each point more, and the highest: never as sure as what is said to be said.</summary>
    private const double Doubtful = 0.4, More = 0.05, Surest = 0.6;

    private static readonly FrozenSet<string> s_backshifted = Words("backshifted"), s_adds = Words("adds"), s_turns = Words("turns");

    private readonly Document _document;
    private readonly Dictionary<int, int> _entities;
    private readonly Dictionary<int, List<Statement>> _bySentence = [];

    /// <summary>The sentences in which words are quoted, and those that tell a date or time.</summary>
    private readonly HashSet<int> _quoted = [], _dated = [];

    private LeaningReader(Document document, ImmutableArray<Statement> statements)
    {
        (_document, _entities) = (document, MentionEntities.ByToken(document));
        foreach (var statement in statements)
        {
            foreach (var citation in statement.Citations())
                Sentence(citation).Add(statement);
        }

        foreach (var quotation in document.Quotations)
            _quoted.UnionWith(document.TokensIn(quotation.Span).Select(static token => token.Sentence.Index));
        foreach (var time in document.Times)
        {
            if (time is { Kind: TimeKind.Date or TimeKind.Time, Calendar: not null } && document.TokenAt(time.Span.Start) is { } token)
                _dated.Add(token.Sentence.Index);
        }

        List<Statement> Sentence(Citation citation)
        {
            var index = document.TokensIn(citation.Span)[0].Sentence.Index;
            if (!_bySentence.TryGetValue(index, out var own))
                _bySentence.Add(index, own = []);
            return own;
        }
    }

    /// <summary>The leaning sentences of a document, in its order.</summary>
    /// <param name="document">The text.</param>
    /// <param name="statements">What is said to be said in it.</param>
    public static ImmutableArray<Leaning> Read(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        return statements.IsEmpty ? [] : new LeaningReader(document, statements).Read();
    }

    private static FrozenSet<string> Words(string kind) =>
        WordList.Words(typeof(LeaningReader).Assembly, "Statements.leanings.tsv", kind, StringComparer.OrdinalIgnoreCase);

    private ImmutableArray<Leaning> Read()
    {
        var found = ImmutableArray.CreateBuilder<Leaning>();
        Statement? on = null;
        for (var i = 0; i < _document.Sentences.Length; i++)
        {
            var sentence = _document.Sentences[i];
            if (i > 0 && _document.Sentences[i - 1].Paragraph != sentence.Paragraph)
                on = null;
            if (_bySentence.TryGetValue(i, out var own))
            {
                on = own.FindLast(static statement => statement.Inside is null) ?? own[^1];
                continue;
            }

            if (on is null)
                continue;
            if (_quoted.Contains(i) || Weigh(sentence, on) is not (>= Least and var weight))
            {
                on = null;
                continue;
            }

            found.Add(new Leaning
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"l{found.Count + 1}"),
                Confidence = Math.Min(Surest, Doubtful + More * (weight - Least)),
                On = on.Id,
                Evidence = Citation.Of(_document.Text, sentence.Span),
            });
        }

        return found.ToImmutable();
    }

    private double Weigh(Sentence sentence, Statement on)
    {
        var root = sentence.Root;
        var weight = Tense(root, on, out var isBackshifted);
        if ((root.Child("nsubj") ?? root.Child("expl")) is { } noun)
            weight += Subject(noun, on, isBackshifted) + (IsElsewhere(root, noun) ? -1 : 0);
        foreach (var token in sentence.Tokens)
        {
            weight += s_turns.Contains(token.Lemma) ? -1 : 0;
            if (s_adds.Contains(token.Lemma) && (token.Head?.Index == root.Index || token.Head?.Head?.Index == root.Index))
                weight += 0.5;
        }

        if (_dated.Contains(sentence.Index))
            weight -= isBackshifted ? 0.5 : 1.5;
        return weight;
    }

    /// <summary>Shifted back two, a past that goes on one, plans half; a present after a past is the report's.</summary>
    private double Tense(Token root, Statement on, out bool isBackshifted)
    {
        isBackshifted = false;
        var (isPresent, isPast, isFuture, isContinuous) = (root.Xpos is "VBZ" or "VBP", root.Xpos == "VBD", false, root.Xpos == "VBG");
        foreach (var child in root.Children)
        {
            if (!child.IsRelated("aux") && !child.IsRelated("cop"))
                continue;
            isBackshifted |= s_backshifted.Contains(child.Lemma) || s_backshifted.Contains(child.Text.ToString()) || (child is { Lemma: "have", Xpos: "VBD" } && child.IsRelated("aux"));
            isPresent |= child.Xpos is "VBZ" or "VBP";
            isPast |= child.Xpos == "VBD";
            isFuture |= child.Xpos == "MD" && !isBackshifted;
        }

        var isCuePresent = on.Cue is { } cue && _document.TokensIn(cue.Span).Any(static token => token.Xpos is "VBZ" or "VBP");
        return isBackshifted ? isCuePresent ? 1 : 2
            : isFuture ? 0.5
            : isPresent ? isCuePresent ? 0 : -1
            : isPast && isContinuous ? 1
            : 0;
    }

    /// <summary>Whether a place or time of its own comes first: <c>In Cairo, delegates were waiting.</c></summary>
    private static bool IsElsewhere(Token root, Token subject)
    {
        foreach (var child in root.Children)
        {
            if (child.Index < subject.Index && child.IsRelated("obl") && child.Upos is UniversalTag.Propn or UniversalTag.Noun)
                return true;
        }

        return false;
    }

    /// <summary>What the content told of is taken up; the speaker is described by the report.</summary>
    private double Subject(Token noun, Statement on, bool isBackshifted)
    {
        if (IsSpeaker(noun, on))
            return isBackshifted ? 0 : -3;
        if (noun.Upos == UniversalTag.Pron)
            return 1;
        var first = noun;
        var owner = false;
        foreach (var child in noun.Children)
        {
            if (child.IsRelated("det") && child.Is("the"))
                first = child;
            owner |= child.IsRelated("nmod:poss") && child.Upos == UniversalTag.Pron;
        }

        if (IsToldOf(noun, on))
            return 1;
        if (noun.Upos == UniversalTag.Propn || noun.Child("compound") is { Upos: UniversalTag.Propn })
            return -1;
        return owner ? 1 : first == noun ? 0 : 0.5;
    }

    private bool IsSpeaker(Token noun, Statement on)
    {
        if (on.Source is not { } source)
            return false;
        foreach (var token in _document.TokensIn(source.Span))
        {
            if ((token.Lemma == noun.Lemma && token.Upos == noun.Upos && noun.Upos is UniversalTag.Noun or UniversalTag.Propn)
                || (_entities.TryGetValue(token.Index, out var speaker) && _entities.TryGetValue(noun.Index, out var own) && speaker == own))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsToldOf(Token noun, Statement on) =>
        on.Content.SelectMany(piece => _document.TokensIn(piece.Span)).Any(token =>
            (token.Lemma == noun.Lemma && noun.Upos == UniversalTag.Noun)
            || (_entities.TryGetValue(token.Index, out var told) && _entities.TryGetValue(noun.Index, out var own) && told == own));
}
