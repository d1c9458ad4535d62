using Parley.Language.Segmentation;

namespace Parley.Language.Lemmas;

/// <summary>Which case a lemma keeps of its form.</summary>
internal enum LemmaCase : ushort
{
    /// <summary>None: <c>The</c>, the.</summary>
    Lower,

    /// <summary>All: <c>McCain</c>.</summary>
    Kept,

    /// <summary>None, but the first letter is a capital: <c>BAGHDAD</c> and <c>baghdad</c>, Baghdad.</summary>
    Capitalised,
}

/// <summary>How a form's characters become its lemma's, before any ending changes.</summary>
internal static class LemmaCases
{
    /// <summary>The tag's number and how the form is written: in lower case or without letters, in capitals, capitalised, mixed.</summary>
    public static uint Key(uint tag, ReadOnlySpan<char> form)
    {
        var (lowers, uppers) = (0, 0);
        foreach (var c in form)
        {
            switch (Characters.Class(c))
            {
                case CharacterClass.Lower:
                    lowers++;
                    break;
                case CharacterClass.Upper:
                    uppers++;
                    break;
            }
        }

        // Five capitals and fewer are mostly initials, which keep them.
        var shape = uppers == 0 ? 0u
            : lowers == 0 ? uppers == 1 ? 1u : uppers <= 5 ? 2u : 3u
            : uppers == 1 && Characters.Class(form[0]) == CharacterClass.Upper ? 4u : 5u;
        return tag * 6 + shape;
    }

    /// <summary>What endings are looked up by.</summary>
    public static void Plain(ReadOnlySpan<char> form, Span<char> plain)
    {
        for (var i = 0; i < form.Length; i++)
            plain[i] = Characters.Plain(form[i]);
    }

    public static void Apply(LemmaCase kept, ReadOnlySpan<char> form, Span<char> lemma)
    {
        for (var i = 0; i < form.Length; i++)
        {
            var c = Straight(form[i]);
            lemma[i] = kept == LemmaCase.Kept ? c
                : kept == LemmaCase.Capitalised && i == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c);
        }
    }

    /// <summary>Lemmas are spelt with straight quotation marks and a hyphen for the shorter dash.</summary>
    private static char Straight(char c) => c switch
    {
        '’' or '‘' => '\'',
        '“' or '”' => '"',
        '–' => '-',
        _ => c,
    };
}
