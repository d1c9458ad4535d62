using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>How far a sentence has come, as the decisions before told.</summary>
internal struct SentenceState
{
    /// <summary>Index of its first word in the paragraph.</summary>
    public int Start;

    public bool HasVerb, IsQuoteOpen, IsBracketOpen;

    /// <summary>Whether the sentence before ended in a full stop or the like; so at a paragraph's start.</summary>
    public bool IsPreviousClosed;

    public static SentenceState Initial => new() { IsPreviousClosed = true };

    /// <summary>Takes in a word of the sentence.</summary>
    public void Read(in WordTraits word)
    {
        HasVerb |= WordClasses.IsVerb(word.Class);
        switch (word.Kind)
        {
            case WordKind.OpenQuote:
                IsQuoteOpen = true;
                break;
            case WordKind.CloseQuote:
                IsQuoteOpen = false;
                break;
            case WordKind.OpenBracket:
                IsBracketOpen = true;
                break;
            case WordKind.CloseBracket:
                IsBracketOpen = false;
                break;
        }
    }

    /// <summary>Ends the sentence before <paramref name="next"/>.</summary>
    public void End(int next, bool isClosed)
    {
        // A quotation may run over sentences; a bracket seldom does.
        (Start, HasVerb, IsBracketOpen, IsPreviousClosed) = (next, false, false, isClosed);
    }
}

/// <summary>A paragraph's words and what is known of it as a whole.</summary>
internal readonly ref struct ParagraphTraits
{
    private static readonly WordTraits[] s_beyond = new WordTraits[1];

    public ParagraphTraits(Span<WordTraits> words)
    {
        Words = words;
        var (terminals, capitalised, letters, lowerStarts, capitals) = (0, 0, 0, 0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            words[i].TerminalsBefore = terminals;
            switch (words[i].Kind)
            {
                case WordKind.Stop or WordKind.Exclamation or WordKind.Dots:
                    terminals++;
                    if (i + 1 < words.Length && words[i + 1].Kind == WordKind.Lower)
                        lowerStarts++;
                    break;
                case WordKind.Lower:
                    letters++;
                    break;
                case WordKind.Capitalised:
                    letters++;
                    capitalised++;
                    break;
                case WordKind.Capitals:
                    letters++;
                    capitals++;
                    break;
            }
        }

        Terminals = terminals;
        var last = words[^1].Kind;
        Style = Share(capitalised, letters) | Share(capitals, letters) << 2 | Share(lowerStarts, terminals) << 4
            | (uint)Math.Min(terminals, 2) << 6
            | (last is WordKind.Stop or WordKind.Exclamation or WordKind.Dots or WordKind.CloseQuote or WordKind.Quote ? 1u << 8 : 0);
    }

    public ReadOnlySpan<WordTraits> Words { get; }

    /// <summary>How many stops and other marks that end sentences it has.</summary>
    public int Terminals { get; }

    /// <summary>How it is written: much in capitals, sentences begun in lower case, marks at all, one at its end.</summary>
    public uint Style { get; }

    public ref readonly WordTraits this[int index]
    {
        get
        {
            if ((uint)index < (uint)Words.Length)
                return ref Words[index];
            return ref s_beyond[0];
        }
    }

    private static uint Share(int part, int whole) => part == 0 ? 0u : part * 4 < whole ? 1u : part * 4 < whole * 3 ? 2u : 3u;
}

/// <summary>Features of the place between two words: does a sentence end here? Shared by training and reading.</summary>
internal static class SentenceFeatures
{
    /// <summary>Adds the features of the place after the word at <paramref name="at"/>, which is not the paragraph's last.</summary>
    public static void Fill(ref FeatureList features, in ParagraphTraits paragraph, int at, in SentenceState state)
    {
        features.Clear();
        ref readonly var l1 = ref paragraph[at];
        ref readonly var l2 = ref paragraph[at - 1];
        ref readonly var l3 = ref paragraph[at - 2];
        ref readonly var r1 = ref paragraph[at + 1];
        ref readonly var r2 = ref paragraph[at + 2];
        ref readonly var r3 = ref paragraph[at + 3];
        ref readonly var r4 = ref paragraph[at + 4];
        var (kl1, kl2, kl3) = ((uint)l1.Kind, (uint)l2.Kind, (uint)l3.Kind);
        var (kr1, kr2, kr3) = ((uint)r1.Kind, (uint)r2.Kind, (uint)r3.Kind);
        var gap = (uint)r1.Gap;
        var kinds = kl1 << 8 | kr1 << 2 | gap;
        var kinds2 = kl2 << 18 | kinds;
        var kinds3 = kr2 << 13 | kinds;
        var inner = (kl1 << 8 | kr1 << 2 | gap) | kl2 << 13 | kr2 << 18;

        features.Add(kinds);
        features.Add(kinds2);
        features.Add(kinds3);
        features.Add(inner);
        features.Add(inner, kl3, kr3);
        features.Add(inner, kl3);
        features.Add(inner, kr3);

        // How the next word begins, whatever else it is.
        var begin = Begin(r1.Kind);
        var coarse = kl1 << 8 | begin << 4 | gap;
        features.Add(coarse);
        features.Add(coarse, kl2);
        features.Add(coarse, l1.Plain);
        features.Add(coarse, l2.Plain);
        features.Add(coarse, Begin(r2.Kind), kl2);

        features.Add(l1.Plain, gap);
        features.Add(l2.Plain, kinds);
        features.Add(l3.Plain, kinds);
        features.Add(r1.Plain, kr1, gap);
        features.Add(r2.Plain, kr2 << 16 | kinds);
        features.Add(r3.Plain, kinds);
        features.Add(l1.Plain, r1.Plain, kr1);
        features.Add(l1.Plain, kr1);
        features.Add(l1.Plain, kr1 << 8 | kr2, gap);
        features.Add(r1.Plain, kinds);
        features.Add(r1.Plain, kl1 << 8 | kl2, kr1);
        features.Add(l2.Plain, l1.Plain, kr1);
        features.Add(r1.Plain, r2.Plain, kinds);
        features.Add(l2.Plain, l1.Plain, r1.Plain);
        features.Add(l1.Plain, r1.Plain, r2.Plain);
        features.Add(l1.Suffix, kinds);
        features.Add(r1.Suffix, kinds);
        features.Add(l2.Suffix, kinds);
        features.Add(r2.Suffix, kinds);
        features.Add(l1.Shape, r1.Shape, gap);
        features.Add(l2.Shape, l1.Shape, r1.Shape);
        features.Add(l1.Shape, r1.Shape, r2.Shape);

        var (cl1, cl2, cl3) = ((uint)l1.Class, (uint)l2.Class, (uint)l3.Class);
        var (cr1, cr2, cr3, cr4) = ((uint)r1.Class, (uint)r2.Class, (uint)r3.Class, (uint)r4.Class);
        var classes = cl1 << 8 | cr1;
        features.Add(classes, kinds);
        features.Add(classes << 8 | cr2, kinds);
        features.Add(classes << 8 | cl2, kinds);
        features.Add(cr1 << 16 | cr2 << 8 | cr3, kinds);
        features.Add(cl1 << 16 | cl2 << 8 | cl3, kinds);
        features.Add(classes << 16 | cl2 << 8 | cr2, kr1);
        features.Add(cr1 << 24 | cr2 << 16 | cr3 << 8 | cr4, kinds);
        features.Add(l1.Plain, cr1 << 8 | cr2, kr1);
        features.Add(r1.Plain, cl1 << 8 | cl2, kinds);
        features.Add(cl2 << 8 | cl1, r1.Plain, cr2);

        // How long the sentence would be, how long what follows.
        var length = Length(at - state.Start + 1);
        var left = Length(paragraph.Words.Length - at - 1);
        var terminals = (uint)Math.Min(paragraph.Terminals - r1.TerminalsBefore, 3);
        var untilTerminal = UntilTerminal(paragraph, at + 1, out var hasVerb, out var terminal);
        ref readonly var first = ref paragraph[state.Start];
        var verbs = (state.HasVerb ? 2u : 0) | (hasVerb ? 1u : 0);
        var open = (state.IsQuoteOpen ? 2u : 0) | (state.IsBracketOpen ? 1u : 0) | (state.IsPreviousClosed ? 4u : 0);
        features.Add(length, coarse);
        features.Add(left, coarse);
        features.Add(verbs, coarse);
        features.Add(open, coarse);
        features.Add(paragraph.Style, coarse);
        features.Add(length, kinds);
        features.Add(left, kinds);
        features.Add(length << 8 | left, kinds);
        features.Add(length << 8 | left, l1.Plain);
        features.Add(length, l1.Plain, kr1);
        features.Add(left, r1.Plain, kinds);
        features.Add(verbs, kinds);
        features.Add(verbs, kinds2, kr2);
        features.Add(verbs << 8 | length, kinds);
        features.Add(verbs << 8 | untilTerminal, kinds);
        features.Add(terminals << 8 | untilTerminal, kinds, terminal);
        features.Add(verbs << 8 | open, kinds, cr1);
        features.Add(open, kinds);
        features.Add(open, inner);
        features.Add(open, l1.Plain, kr1);
        features.Add(open << 8 | length, kinds);
        features.Add((uint)first.Kind << 8 | length, kinds);
        features.Add(first.Plain, kinds);
        features.Add(first.Plain, length, kinds);
        features.Add((uint)first.Class, classes, kinds);
        features.Add(paragraph.Style, kinds);
        features.Add(paragraph.Style, inner);
        features.Add(paragraph.Style << 8 | length, kinds);
        features.Add(paragraph.Style, l1.Plain, kr1);
        features.Add(paragraph.Style, r1.Plain, kinds);
        features.Add(state.Start == 0 ? 1u : 0, left, kinds);
    }

    private static uint Begin(WordKind kind) => kind switch
    {
        WordKind.Lower or WordKind.LowerStop => 1,
        WordKind.Capitalised or WordKind.Capitals or WordKind.Letter or WordKind.Initial or WordKind.UpperStop or WordKind.Abbreviation => 2,
        WordKind.Number or WordKind.NumberStop => 3,
        WordKind.OpenQuote or WordKind.Quote => 4,
        WordKind.OpenBracket => 5,
        WordKind.None => 6,
        _ => 7,
    };

    /// <summary>A number of words, in steps that grow.</summary>
    private static uint Length(int words) => words switch
    {
        <= 4 => (uint)words,
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        <= 22 => 8,
        <= 40 => 9,
        _ => 10,
    };

    /// <summary>How many words from <paramref name="from"/> to the next stop, and whether a verb is among them.</summary>
    private static uint UntilTerminal(in ParagraphTraits paragraph, int from, out bool hasVerb, out uint terminal)
    {
        const int Furthest = 16;
        (hasVerb, terminal) = (false, 0);
        var end = Math.Min(paragraph.Words.Length, from + Furthest);
        for (var i = from; i < end; i++)
        {
            ref readonly var word = ref paragraph[i];
            hasVerb |= WordClasses.IsVerb(word.Class);
            if (word.Kind is WordKind.Stop or WordKind.Exclamation or WordKind.Dots)
            {
                terminal = (uint)word.Kind;
                return Length(i - from);
            }
        }

        return 15;
    }
}
