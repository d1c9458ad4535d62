using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Finds what a cue marks as said: its clause, the sentence it stands aside of, quoted words beside it, or a noun.</summary>
internal sealed class ContentFinder(QuotationMask quotations)
{
    /// <summary>In tokens between a cue and quoted words: a source with its title, and a comma.</summary>
    private const int FarthestQuotation = 12;

    /// <summary>How a cue's content was found: what it says of how sure it is, and the preposition that the cue takes in.</summary>
    public readonly record struct Found(ImmutableArray<Range> Pieces, double Confidence, int? Preposition);

    /// <summary>The content of the verb <paramref name="cue"/> as <paramref name="entry"/> takes it; null where it has none.</summary>
    public Found? Find(Token cue, CueEntry entry, Range words)
    {
        foreach (var child in cue.Children)
        {
            if (child.IsRelated("ccomp") && (entry.Frames & (CueFrames.Clause | CueFrames.Question | CueFrames.Quotation)) != 0)
                return new Found(WithBefore(Pieces(child, cue, words), cue, words), 0.85, null);
        }

        if ((entry.Frames & CueFrames.Clause) != 0 && Told(cue) is { } told)
            return new Found(WithoutThat(Pieces(told, cue, words)), 0.8, null);
        if ((entry.Frames & (CueFrames.Quotation | CueFrames.Clause)) != 0 && cue.IsRelated("parataxis") && cue.Head is { } said && IsAside(cue))
            return new Found(Pieces(said, cue, words), 0.8, null);
        if ((entry.Frames & CueFrames.OfSomeone) != 0 && Someone(cue) is { } someone)
            return new Found([someone], 0.75, null);
        foreach (var child in cue.Children)
        {
            if (child.IsRelated("xcomp") && ((entry.Frames & CueFrames.Infinitive) != 0 && HasMark(child, "to") || (entry.Frames & CueFrames.Gerund) != 0 && child.Xpos == "VBG"))
                return new Found(Pieces(child, cue, words), 0.75, null);
            if (child.IsRelated("ccomp") && (entry.Frames & CueFrames.Gerund) != 0 && child.Xpos == "VBG" && child.Index > cue.Index && child.Child("mark") is null)
                return new Found(Pieces(child, cue, words), 0.7, null);
        }

        if ((entry.Frames & CueFrames.Quotation) != 0 && Beside(words, cue.Sentence) is { } quoted)
            return new Found([quoted], 0.7, null);
        if ((entry.Frames & (CueFrames.Quotation | CueFrames.Clause)) != 0 && cue.IsRoot && cue.Child("parataxis") is { } after && after.Index > cue.Index)
            return new Found(Pieces(after, cue, words), 0.6, null);
        if ((entry.Frames & CueFrames.Noun) != 0 && (cue.Child("obj") ?? (cue.Xpos == "VBN" ? Passive(cue) : null)) is { } thing)
            return thing.Upos == UniversalTag.Pron ? null : new Found([SubtreeOf(thing)], entry.IsSaid ? 0.45 : 0.5, null);
        foreach (var child in cue.Children)
        {
            if (child.IsRelated("obl") && child.Upos != UniversalTag.Pron && child.Index > cue.Index && child.Child("case") is { } preposition && (entry.Prepositions.Contains(preposition.Lemma) || entry.Rest.Contains(preposition.Lemma)))
                return new Found([(preposition.Index + 1)..SubtreeOf(child).End], 0.6, preposition.Index);
        }

        return null;
    }

    /// <summary>
    /// The clause that a tree hangs on whoever was told it: in <c>told the Wire that talks had begun</c> a "that" which is no subject opens
    /// what was said, not a clause about the one told.
    /// </summary>
    private static Token? Told(Token cue)
    {
        foreach (var child in cue.Children)
        {
            if (child.Index < cue.Index || !(child.IsRelated("iobj") || (child.IsRelated("obj") && child.Upos is UniversalTag.Propn or UniversalTag.Pron)))
                continue;
            foreach (var clause in child.Children)
            {
                if (!(clause.IsRelated("acl") || clause.IsRelated("ccomp")) || clause.Child("nsubj") is not { } subject || subject.Is("that") || subject.Is("who") || subject.Is("which"))
                    continue;
                var first = clause.Document.Tokens[SubtreeOf(clause).Start.Value];
                if (first.Is("that"))
                    return clause;
            }
        }

        return null;
    }

    private static ImmutableArray<Range> WithoutThat(ImmutableArray<Range> pieces) => pieces.SetItem(0, (pieces[0].Start.Value + 1)..pieces[0].End);

    /// <summary>
    /// Where the cue and its source stand between commas in the middle of what is said, as in <c>If it rains, he said, they stay</c>, what
    /// stands before belongs to it too.
    /// </summary>
    private static ImmutableArray<Range> WithBefore(ImmutableArray<Range> pieces, Token cue, Range words)
    {
        var tokens = cue.Document.Tokens;
        var subject = cue.Child("nsubj") is { } source ? SourceFinder.Extent(source) : words;
        var aside = Math.Min(subject.Start.Value, words.Start.Value)..Math.Max(subject.End.Value, words.End.Value);
        var first = cue.Sentence.FirstToken;
        if (pieces.IsEmpty || !cue.IsRoot || pieces[0].Start.Value < aside.End.Value || aside.Start.Value - first < 3
            || tokens[aside.Start.Value - 1].Upos != UniversalTag.Punct || tokens[aside.End.Value].Upos != UniversalTag.Punct || tokens[pieces[0].Start.Value].Is("that"))
        {
            return pieces;
        }

        return [first..aside.Start, .. pieces];
    }

    private static Token? Passive(Token cue)
    {
        foreach (var child in cue.Children)
        {
            if (child.Relation == "nsubj:pass")
                return child;
        }

        return null;
    }

    /// <summary><c>urged both to stop</c>: from the one to the end of what is said of them.</summary>
    private static Range? Someone(Token cue)
    {
        if (cue.Child("obj") is not { } someone || someone.Index < cue.Index)
            return null;
        foreach (var child in cue.Children)
        {
            if (child.Index > someone.Index && (child.IsRelated("xcomp") || child.IsRelated("advcl") || child.IsRelated("ccomp") || (child.IsRelated("obl") && child.Child("case") is { } preposition && (preposition.Is("of") || preposition.Is("as") || preposition.Is("for")))))
                return SubtreeOf(someone).Start..SubtreeOf(child).End;
        }

        return null;
    }

    private static bool HasMark(Token verb, string mark)
    {
        foreach (var child in verb.Children)
        {
            if (child.IsRelated("mark") && child.Is(mark))
                return true;
        }

        return false;
    }

    /// <summary>Whether a mark parts it from what it stands beside.</summary>
    private static bool IsAside(Token cue)
    {
        var subtree = SubtreeOf(cue);
        var tokens = cue.Document.Tokens;
        var (before, after) = (subtree.Start.Value - 1, subtree.End.Value);
        return (before >= 0 && tokens[before].Upos == UniversalTag.Punct) || (after < tokens.Count && tokens[after].Upos == UniversalTag.Punct) || tokens[subtree.Start.Value].Upos == UniversalTag.Punct;
    }

    /// <summary>The subtree of <paramref name="top"/> without the cue and all that hangs on it, in pieces.</summary>
    private static ImmutableArray<Range> Pieces(Token top, Token cue, Range words)
    {
        var tokens = cue.Document.Tokens;
        var pieces = ImmutableArray.CreateBuilder<Range>();
        int? start = null;
        var last = 0;
        foreach (var token in top.Sentence.Subtree(top))
        {
            if (IsWithin(token, cue, top) || (token.Index >= words.Start.Value && token.Index < words.End.Value))
            {
                Close();
                continue;
            }

            if (start is not null && token.Index != last + 1)
                Close();
            start ??= token.Index;
            last = token.Index;
        }

        Close();
        return pieces.ToImmutable();

        void Close()
        {
            if (start is { } from && Enumerable.Range(from, last + 1 - from).Any(i => tokens[i].Upos != UniversalTag.Punct))
                pieces.Add(from..(last + 1));
            start = null;
        }
    }

    /// <summary>Whether <paramref name="token"/> hangs on the cue, which itself hangs on the content.</summary>
    private static bool IsWithin(Token token, Token cue, Token top)
    {
        for (Token? at = token; at is { } own && own.Index != top.Index; at = own.Head)
        {
            if (own.Index == cue.Index)
                return true;
        }

        return false;
    }

    /// <summary>The quoted words of the sentence that stand next to the cue, a comma or colon between.</summary>
    private Range? Beside(Range words, Sentence sentence)
    {
        var (first, end) = (sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
        var (from, to) = (-1, -1);
        for (var i = words.End.Value; i < end; i++)
        {
            if (quotations[i])
                (from, to) = (from < 0 ? i : from, i + 1);
            else if (from >= 0 && !quotations.IsMark(i))
                break;
        }

        if (from >= 0 && from - words.End.Value <= FarthestQuotation)
            return from..to;
        (from, to) = (-1, -1);
        for (var i = words.Start.Value - 1; i >= first; i--)
        {
            if (quotations[i])
                (from, to) = (i, to < 0 ? i + 1 : to);
            else if (to >= 0 && !quotations.IsMark(i))
                break;
        }

        return to >= 0 && words.Start.Value - to <= FarthestQuotation ? from..to : null;
    }

    /// <summary>From the first to the last of a token and all that hangs on it.</summary>
    public static Range SubtreeOf(Token token)
    {
        var (first, end) = (token.Index, token.Index + 1);
        foreach (var part in token.Sentence.Subtree(token))
            (first, end) = (Math.Min(first, part.Index), Math.Max(end, part.Index + 1));
        return first..end;
    }
}
