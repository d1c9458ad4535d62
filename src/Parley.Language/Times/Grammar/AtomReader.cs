using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>Parts a stretch of text into atoms.</summary>
internal static class AtomReader
{
    private const int MostDigits = 9;

    /// <summary>Adds the atoms of the text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <returns>Whether any of them can be part of a time expression.</returns>
    public static bool Read(string text, int start, int end, TimeWords words, List<Atom> atoms)
    {
        var (at, glued, promising) = (start, false, false);
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                (at, glued) = (at + 1, false);
                continue;
            }

            var stop = End(text, at, end);
            if (c == '@' || (c == ':' && text.AsSpan(at, end - at).StartsWith("://")))
            {
                // What is left of an address or a handle tells no time.
                while (stop < end && !char.IsWhiteSpace(text[stop]))
                    stop++;
                atoms.Add(new Atom(at, stop, AtomKind.Mark, glued, -1, 0, null));
            }
            else if (char.IsAsciiDigit(c))
            {
                var digits = stop - at;
                stop = Thousands(text, at, stop, end);
                atoms.Add(new Atom(at, stop, AtomKind.Number, glued, Value(text.AsSpan(at, stop - at)), stop - at == digits ? digits : 0, null));
                promising = true;
            }
            else if (char.IsLetter(c))
            {
                var word = words.Find(text.AsSpan(at, stop - at));
                atoms.Add(new Atom(at, stop, AtomKind.Word, glued, -1, 0, word));
                promising |= word is not null && (word.Roles != TimeRole.None || !word.Phrases.IsEmpty);
            }
            else
            {
                atoms.Add(new Atom(at, stop, AtomKind.Mark, glued, -1, 0, null));
            }

            (at, glued) = (stop, true);
        }

        return promising;
    }

    /// <summary>The words, numbers and marks of a short text, as strings.</summary>
    public static ImmutableArray<string> Parts(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            var stop = char.IsWhiteSpace(text[at]) ? at + 1 : End(text, at, text.Length);
            if (!char.IsWhiteSpace(text[at]))
                parts.Add(text[at..stop]);
            at = stop;
        }

        return parts.ToImmutable();
    }

    private static int End(string text, int at, int end)
    {
        var stop = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (stop < end && char.IsAsciiDigit(text[stop]))
                stop++;
        }
        else if (char.IsLetter(text[at]))
        {
            while (stop < end && char.IsLetter(text[stop]))
                stop++;
        }
        else
        {
            // A run of one mark is one atom: no text of marks alone becomes millions.
            while (stop < end && text[stop] == text[at])
                stop++;
        }

        return stop;
    }

    /// <summary>The end of a number whose thousands are marked off by commas.</summary>
    private static int Thousands(string text, int start, int stop, int end)
    {
        if (stop - start > 3)
            return stop;
        while (stop + 3 < end && text[stop] == ',' && char.IsAsciiDigit(text[stop + 1]) && char.IsAsciiDigit(text[stop + 2])
            && char.IsAsciiDigit(text[stop + 3]) && !(stop + 4 < end && char.IsAsciiDigit(text[stop + 4])))
        {
            stop += 4;
        }

        return stop;
    }

    private static int Value(ReadOnlySpan<char> number)
    {
        var (value, digits) = (0, 0);
        foreach (var c in number)
        {
            if (c == ',')
                continue;
            if (++digits > MostDigits)
                return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
