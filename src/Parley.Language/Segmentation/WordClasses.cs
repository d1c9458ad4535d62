using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>The usual part of speech of frequent words, as a guess where no tagger has been yet; ending and case for the others.</summary>
internal sealed class WordClasses
{
    /// <summary>Classes of words that are not in the list.</summary>
    private const byte UnknownLower = 20, UnknownUpper = 21, UnknownS = 22, UnknownEd = 23, UnknownIng = 24, UnknownLy = 25, Other = 26;

    private readonly Dictionary<uint, byte> _classes;

    /// <param name="words">Hashes of plain forms.</param>
    /// <param name="classes">Of each, its <see cref="UniversalTag"/>.</param>
    public WordClasses(ReadOnlySpan<uint> words, ReadOnlySpan<byte> classes)
    {
        _classes = new Dictionary<uint, byte>(words.Length);
        for (var i = 0; i < words.Length; i++)
            _classes[words[i]] = classes[i];
    }

    public static WordClasses Read(Model model) => new(model.Numbers<uint>("words"), model.Numbers<byte>("wordClasses"));

    public void Write(Model model)
    {
        var sorted = _classes.OrderBy(static pair => pair.Key).ToArray();
        model.Add<uint>("words", sorted.Select(static pair => pair.Key).ToArray());
        model.Add<byte>("wordClasses", sorted.Select(static pair => pair.Value).ToArray());
    }

    /// <summary>Whether words of <paramref name="wordClass"/> make a clause.</summary>
    public static bool IsVerb(byte wordClass) => wordClass is (byte)UniversalTag.Verb or (byte)UniversalTag.Aux or UnknownEd;

    public byte Of(uint plain, ReadOnlySpan<char> text, WordKind kind)
    {
        if (_classes.TryGetValue(plain, out var known))
            return known;
        switch (kind)
        {
            case WordKind.Lower or WordKind.LowerStop:
                return text switch
                {
                    [.., 's'] => UnknownS,
                    [.., 'e', 'd'] => UnknownEd,
                    [.., 'i', 'n', 'g'] => UnknownIng,
                    [.., 'l', 'y'] => UnknownLy,
                    _ => UnknownLower,
                };
            case WordKind.Capitalised or WordKind.Capitals or WordKind.Letter or WordKind.Initial or WordKind.UpperStop
                or WordKind.Abbreviation:
                return UnknownUpper;
            default:
                return Other;
        }
    }
}
