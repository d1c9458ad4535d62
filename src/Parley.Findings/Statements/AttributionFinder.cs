using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Finds the attributions of a sentence from its tree, its quotations and the lexicon of cues.</summary>
internal sealed class AttributionFinder(CueLexicon lexicon, QuotationMask quotations)
{
    private readonly ContentFinder _contents = new(quotations);

    /// <summary>The attributions of <paramref name="sentence"/> in the order of their cues.</summary>
    public IEnumerable<Attribution> Find(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (quotations[token.Index])
                continue;
            if (token.Is("according") && AccordingTo(token) is { } accorded)
                yield return accorded;
            else if (token.Upos == UniversalTag.Verb && ByVerb(token) is { } found)
                yield return found;
            else if (token.Upos == UniversalTag.Adj && token.Child("cop") is { } copula && ByAdjective(token, copula) is { } felt)
                yield return felt;
            else if (token.Upos == UniversalTag.Noun && ByNoun(token) is { } named)
                yield return named;
        }
    }

    /// <summary><c>The envoy was confident that …</c></summary>
    private Attribution? ByAdjective(Token adjective, Token copula)
    {
        if (adjective.Child("nsubj") is not { } noun || adjective.Child("expl") is not null || copula.Index > adjective.Index)
            return null;
        foreach (var entry in lexicon.Adjectives(adjective.Lemma))
        {
            var words = Extent(copula, adjective);
            if (IsFollowed(adjective, entry) && _contents.Find(adjective, entry, words) is { Pieces.IsEmpty: false } content && SourceFinder.Extent(noun) is var source && !Overlaps(source, words))
            {
                var end = content.Preposition is { } preposition && preposition == words.End.Value ? preposition + 1 : words.End.Value;
                return new Attribution(source, words.Start..end, adjective.Index, content.Pieces, entry, content.Confidence - 0.05);
            }
        }

        return null;
    }

    /// <summary><c>the army's claim that …</c>, <c>voiced hope that …</c>, <c>a warning by the mission that …</c></summary>
    private Attribution? ByNoun(Token noun)
    {
        if (noun.Child("acl") is not { } clause || clause.Relation == "acl:relcl" || clause.Child("mark") is not { } mark || !(mark.Is("that") || mark.Is("whether")))
            return null;
        foreach (var entry in lexicon.Nouns(noun.Lemma))
        {
            if (!entry.Rest.IsEmpty)
                continue;
            var words = noun.Index..(noun.Index + 1);
            var holder = noun.Child("nmod:poss") ?? By(noun);
            if (holder is null && noun.IsRelated("obj") && noun.Head is { Upos: UniversalTag.Verb } verb && verb.Index < noun.Index)
                (holder, words) = (SourceFinder.Find(verb), verb.Index..(noun.Index + 1));
            var source = holder is { } who ? SourceFinder.Extent(who) : (Range?)null;
            if (source is { } extent && Overlaps(extent, words))
                source = null;
            return new Attribution(source, words, noun.Index, [ContentFinder.SubtreeOf(clause)], entry, source is null ? 0.5 : 0.7);
        }

        return null;
    }

    private static Token? By(Token noun)
    {
        foreach (var child in noun.Children)
        {
            if (child.IsRelated("nmod") && child.Child("case") is { } preposition && (preposition.Is("by") || preposition.Is("from")))
                return child;
        }

        return null;
    }

    private static Range Extent(Token copula, Token adjective)
    {
        var first = copula.Index;
        var tokens = copula.Document.Tokens;
        while (first > copula.Sentence.FirstToken && tokens[first - 1] is var before && before.Head?.Index == adjective.Index && (before.IsRelated("aux") || before.IsRelated("advmod")))
            first--;
        return first..(adjective.Index + 1);
    }

    private Attribution? ByVerb(Token verb)
    {
        if (verb.IsRelated("amod") || verb.IsRelated("compound"))
            return null;
        foreach (var entry in lexicon.Verbs(verb.Lemma))
        {
            if (!IsFollowed(verb, entry))
                continue;
            var words = Extent(verb, entry);
            if (_contents.Find(verb, entry, words) is not { Pieces.IsEmpty: false } content)
                continue;
            if (content.Preposition is { } preposition && preposition == words.End.Value)
                words = words.Start..(preposition + 1);
            var source = SourceOf(verb, words, content.Pieces);
            return new Attribution(source, words, verb.Index, content.Pieces, entry, source is null ? content.Confidence - 0.25 : content.Confidence);
        }

        return null;
    }

    /// <summary>Who says it by the tree; where that points into what is said, or nowhere, the noun beside the cue.</summary>
    private Range? SourceOf(Token verb, Range words, ImmutableArray<Range> content)
    {
        if (SourceFinder.Find(verb) is { } noun && !quotations[noun.Index] && SourceFinder.Extent(noun) is var extent && IsApart(extent))
            return extent;
        if (verb.Xpos is "VBN" or "VB" || !content.Any(piece => piece.Start.Value < words.Start.Value || quotations[piece.Start.Value]))
            return null;
        return SourceFinder.Beside(words, quotations, verb.Document.Tokens) is { } beside && SourceFinder.Extent(beside) is var near && IsApart(near) ? near : null;

        bool IsApart(Range range) => !Overlaps(range, words) && !content.Any(piece => Overlaps(piece, range));
    }

    private static bool Overlaps(Range one, Range other) => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value;

    private static bool IsFollowed(Token verb, CueEntry entry)
    {
        var tokens = verb.Document.Tokens;
        for (var i = 0; i < entry.Rest.Length; i++)
        {
            if (verb.Index + 1 + i >= tokens.Count || !tokens[verb.Index + 1 + i].Is(entry.Rest[i]))
                return false;
        }

        return true;
    }

    /// <summary>The verb with the auxiliaries, negations and adverbs that stand in one run with it, and the words that belong to the cue.</summary>
    private static Range Extent(Token verb, CueEntry entry)
    {
        var first = verb.Index;
        var tokens = verb.Document.Tokens;
        while (first > verb.Sentence.FirstToken && tokens[first - 1] is var before && before.Head is { } head && (head.Index == verb.Index || head.Index < verb.Index && head.Index >= first)
            && (before.IsRelated("aux") || (before.IsRelated("advmod") && before.Upos is UniversalTag.Adv or UniversalTag.Part)))
        {
            first--;
        }

        var end = verb.Index + 1 + entry.Rest.Length;
        return first..end;
    }

    /// <summary><c>Content, according to source.</c> and <c>According to source, content.</c></summary>
    private static Attribution? AccordingTo(Token according)
    {
        var tokens = according.Document.Tokens;
        if (according.Index + 1 >= tokens.Count || !tokens[according.Index + 1].Is("to") || according.Head is not { } noun)
            return null;
        var source = SourceFinder.Extent(noun);
        source = Math.Max(source.Start.Value, according.Index + 2)..source.End;
        if (source.End.Value <= source.Start.Value || noun.Head is not { } said)
            return null;
        var pieces = Around(said, according.Index, source.End.Value);
        return pieces.IsEmpty ? null : new Attribution(source, according.Index..(according.Index + 2), according.Index, pieces, null, 0.8);
    }

    /// <summary>The clause of <paramref name="said"/> before and after a phrase that stands in it.</summary>
    private static ImmutableArray<Range> Around(Token said, int from, int to)
    {
        var whole = ContentFinder.SubtreeOf(said);
        var (first, end) = (whole.Start.Value, whole.End.Value);
        var pieces = ImmutableArray.CreateBuilder<Range>(2);
        if (first < from)
            pieces.Add(first..from);
        if (to < end && end - to > 2)
            pieces.Add(to..end);
        return pieces.ToImmutable();
    }
}
