using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>
/// Features of the place between two characters that no white space parts: does a token end here, and does the next belong to
/// the same word? Shared by training and reading.
/// </summary>
internal static class TokenFeatures
{
    /// <summary>How far, in code units, a feature looks; it keeps any text's cost linear.</summary>
    private const int Reach = 16;

    /// <summary>What is known of a stretch without white space as a whole.</summary>
    public static uint Describe(ReadOnlySpan<char> chunk)
    {
        var (at, scheme, slash, dots, digit) = (0u, 0u, 0u, 0u, 0u);
        for (var i = 0; i < chunk.Length; i++)
        {
            switch (chunk[i])
            {
                case '@':
                    at = 1;
                    break;
                case '/':
                    slash = 1;
                    if (i > 0 && i + 1 < chunk.Length && chunk[i - 1] == ':' && chunk[i + 1] == '/')
                        scheme = 1;
                    break;
                case '.':
                    dots = Math.Min(dots + 1, 3);
                    break;
                case >= '0' and <= '9':
                    digit = 1;
                    break;
            }
        }

        if (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            scheme = 2;
        return at | scheme << 1 | slash << 3 | digit << 4 | dots << 5;
    }

    /// <summary>Adds the features of the place before <paramref name="at"/>.</summary>
    /// <param name="features">Is emptied first.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the stretch without white space starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="at">The place: neither start nor end.</param>
    /// <param name="tokenStart">Where the token starts that would end here.</param>
    /// <param name="isWithin">Whether that token was itself split off the one before within a multi-word token.</param>
    /// <param name="chunk">What <see cref="Describe"/> gave.</param>
    public static void Fill(ref FeatureList features, string text, int start, int end, int at, int tokenStart, bool isWithin, uint chunk)
    {
        features.Clear();
        var (l1, l2, l3, l4) = (Left(1), Left(2), Left(3), Left(4));
        var (r1, r2, r3, r4) = (Right(0), Right(1), Right(2), Right(3));
        var (cl1, cl2, cl3) = (LeftClass(1), LeftClass(2), LeftClass(3));
        var (cr1, cr2, cr3) = (RightClass(0), RightClass(1), RightClass(2));

        features.Add(l1);
        features.Add(r1);
        features.Add(l1, r1);
        features.Add(l2, l1);
        features.Add(r1, r2);
        features.Add(l2, l1, r1);
        features.Add(l1, r1, r2);
        features.Add(l2 << 16 | l1, r1 << 16 | r2);
        features.Add(l3 << 16 | l2, l1 << 16 | r1);
        features.Add(l1 << 16 | r1, r2 << 16 | r3);
        features.Add(l3 << 16 | l2, l1 << 16 | r1, r2 << 16 | r3);
        features.Add(l4 << 16 | l3, l2 << 16 | l1, r1);
        features.Add(r1 << 16 | r2, r3 << 16 | r4, l1);
        features.Add(text[at - 1], text[at]);

        var classes = cl3 << 20 | cl2 << 16 | cl1 << 12 | cr1 << 8 | cr2 << 4 | cr3;
        features.Add(classes);
        features.Add(classes & 0x0fff00);
        features.Add(classes & 0x00fff0);
        features.Add(classes & 0x0ffff0);
        features.Add(classes & 0x00ff00, chunk);
        features.Add(l1, r1, chunk);
        features.Add(l1 << 16 | r1, cr2, cl2);
        features.Add(l1 << 16 | r1, cr2 << 4 | cr3, cl2 << 4 | cl3);

        var left = Piece(text, Math.Max(tokenStart, at - Reach), at);
        var rightEnd = at;
        var limit = Math.Min(end, at + Reach);
        if (Characters.IsLetter(text[at]))
        {
            while (rightEnd < limit && Characters.IsLetter(text[rightEnd]))
                rightEnd++;
        }
        else
        {
            rightEnd++;
            while (rightEnd < limit && text[rightEnd] == text[at])
                rightEnd++;
        }

        var right = Piece(text, at, rightEnd);
        var rest = FeatureHash.Add(Piece(text, at, limit), limit == end ? 1u : 0u);
        var before = Piece(text, Math.Max(start, at - Reach), at);
        var within = isWithin ? 1u : 0u;
        features.Add(left);
        features.Add(left, right);
        features.Add(left, r1);
        features.Add(left, rest);
        features.Add(left, cr1, cr2);
        features.Add(right, l1, within);
        features.Add(right, cl1, cl2);
        features.Add(rest);
        features.Add(rest, l1);
        features.Add(rest, classes & 0x0ff000);
        features.Add(before);
        features.Add(before, r1);
        features.Add(before, rest);
        features.Add((uint)Math.Min(at - tokenStart, 6), (uint)Math.Min(end - at, 6), classes & 0x00ff00);
        features.Add(Shape(text, Math.Max(tokenStart, at - Reach), at), Shape(text, at, limit));
        features.Add(Shape(text, Math.Max(start, at - Reach), at), r1, r2);
        features.Add(Shape(text, at, limit), l1, l2);

        // The words around decide between "its" and "it|s", and whether a stop after an abbreviation ends the sentence too.
        var (nextStart, nextEnd, nextGap) = Next(text, end);
        var (previousStart, previousEnd) = Previous(text, start);
        var next = Piece(text, nextStart, nextEnd);
        var previous = Piece(text, previousStart, previousEnd);
        var nextClass = nextStart < text.Length ? (uint)Characters.Class(text[nextStart]) : 15;
        var isLast = at == end - 1 ? 1u : 0u;
        features.Add(left, nextClass << 1 | isLast, nextGap);
        features.Add(left, r1, nextClass << 1 | isLast | nextGap << 6);
        features.Add(left, next, isLast);
        features.Add(before, rest, next);
        features.Add(before, rest, previous);
        features.Add(classes & 0x0fff00, nextClass << 1 | isLast, nextGap);
        features.Add(previous, right);

        var stop = text[at] == '.' ? at + 1 : text[at - 1] == '.' ? at : 0;
        var abbreviation = stop > 0 && stop - tokenStart <= Reach && Abbreviations.Contains(text.AsSpan(tokenStart, stop - tokenStart)) ? 1u : 0u;
        features.Add(abbreviation, r1 << 16 | r2, nextClass << 1 | isLast);
        features.Add(abbreviation, l1, r1);

        uint Left(int back) => at - back >= start ? Characters.Plain(text[at - back]) : 1u;
        uint Right(int on) => at + on < end ? Characters.Plain(text[at + on]) : 1u;
        uint LeftClass(int back) => at - back >= start ? (uint)Characters.Class(text[at - back]) : 0u;
        uint RightClass(int on) => at + on < end ? (uint)Characters.Class(text[at + on]) : 0u;
    }

    private static uint Piece(string text, int from, int to) => FeatureHash.Plain(text.AsSpan(from, to - from));

    /// <summary>The classes of the characters, runs of one class as one.</summary>
    private static uint Shape(string text, int from, int to)
    {
        var (hash, last) = (0u, CharacterClass.Space);
        for (var i = from; i < to; i++)
        {
            var c = Characters.Class(text[i]);
            if (c != last)
                hash = FeatureHash.Add(hash, c is CharacterClass.Lower or CharacterClass.Upper or CharacterClass.Digit ? (uint)c : text[i]);
            last = c;
        }

        return hash;
    }

    private static (int Start, int End, uint Gap) Next(string text, int at)
    {
        var (start, limit, lineEnds) = (at, Math.Min(text.Length, at + Reach), 0u);
        for (; start < limit && char.IsWhiteSpace(text[start]); start++)
            lineEnds += text[start] == '\n' ? 1u : 0u;
        if (start >= text.Length || lineEnds > 1)
            return (text.Length, text.Length, 2);
        var end = start;
        while (end < text.Length && end < start + Reach && !char.IsWhiteSpace(text[end]))
            end++;
        return (start, end, 0);
    }

    private static (int Start, int End) Previous(string text, int at)
    {
        var (end, limit) = (at, Math.Max(0, at - Reach));
        while (end > limit && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = end;
        while (start > 0 && start > end - Reach && !char.IsWhiteSpace(text[start - 1]))
            start--;
        return (start, end);
    }
}
