using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>
/// Gathers a sentence's tokens and names, and brings them under one convention: names without leading articles and titles, hyphens
/// apart as in the treebanks.
/// </summary>
internal sealed class NameSentenceBuilder(string corpus)
{
    private readonly List<(string Form, UniversalTag Upos, string Xpos)> _tokens = [];
    private readonly List<ushort> _allowed = [];
    private int _number;

    public int Count => _tokens.Count;

    public string Form(int index) => _tokens[index].Form;

    /// <summary>Adds a token that lies in no name, as far as is known.</summary>
    public void Add(string form, UniversalTag upos = UniversalTag.X, string xpos = "_")
    {
        _tokens.Add((form, upos, xpos));
        _allowed.Add(1 << NameLabels.Outside);
    }

    /// <summary>Adds the parts of a word that the treebanks split at its hyphens.</summary>
    /// <returns>How many tokens it became.</returns>
    public int AddSplit(string form)
    {
        var before = _tokens.Count;
        var rest = form.AsSpan();
        while (rest.IndexOf('-') is > 0 and var hyphen && hyphen < rest.Length - 1 && char.IsLetterOrDigit(rest[hyphen + 1])
            && char.IsLetter(rest[hyphen - 1]))
        {
            Add(rest[..hyphen].ToString());
            Add("-");
            rest = rest[(hyphen + 1)..];
        }

        Add(rest.ToString());
        return _tokens.Count - before;
    }

    /// <summary>Says that nothing is known of these tokens.</summary>
    public void Forget(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            _allowed[i] = NameLabels.Any;
    }

    /// <summary>Says that these tokens lie in no name.</summary>
    public void Exclude(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            _allowed[i] = 1 << NameLabels.Outside;
    }

    /// <summary>
    /// Marks a name, less its leading article, its title if it is a person's, and closing marks; nothing where no word is left.
    /// </summary>
    public void Mark(int first, int count, NameKind kind)
    {
        while (count > 0 && IsLeading(Form(first)))
            (first, count) = (first + 1, count - 1);
        if (kind == NameKind.Person && count > 1)
        {
            // "U.S. Army General Joseph Votel": the person comes after the last word of the title.
            var title = Enumerable.Range(first, count).LastOrDefault(i => Titles.Shared.IsOffice(Form(i)), first - 1);
            if (title == first + count - 1)
                return;
            (first, count) = (title + 1, first + count - title - 1);
            while (count > 1 && Titles.Shared.IsTitle(Form(first)))
                (first, count) = (first + 1, count - 1);
        }

        while (count > 0 && Form(first + count - 1) is "," or "'s" or "’s" or "-" or ")" or "(" or "\"" or "''")
            count--;
        for (var i = 0; i < count; i++)
            _allowed[first + i] = (ushort)(1 << NameLabels.Of(kind, i, count));
    }

    /// <summary>Whether nothing was marked at the token, nor forgotten.</summary>
    public bool IsOutside(int index) => _allowed[index] == 1 << NameLabels.Outside;

    /// <summary>Whether the token is a name by itself.</summary>
    public bool IsSingle(int index) =>
        Enumerable.Range(0, 3).Any(kind => _allowed[index] == 1 << NameLabels.Of((NameKind)kind, 0, 1));

    /// <summary>The sentence so far; the builder begins another.</summary>
    public NameSentence Build(int document)
    {
        MarkDemonyms();
        var sentence = new NameSentence(corpus, document, _number++,
            [.. _tokens.Select((token, i) => new NameToken(token.Form, token.Upos, token.Xpos, _allowed[i]))]);
        _tokens.Clear();
        _allowed.Clear();
        return sentence;
    }

    private bool IsCapital(int index) => index >= 0 && index < Count && char.IsUpper(Form(index)[0]);

    private static bool IsLeading(string form) => form.ToLowerInvariant()
        is "the" or "a" or "an" or "this" or "that" or "our" or "their" or "its" or "his" or "her" or "\"" or "``" or "-";

    /// <summary>The corpora mark few adjectives of nationality, creed or politics: the list says which are.</summary>
    private void MarkDemonyms()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            var known = IsOutside(i) || (_allowed[i] == NameLabels.Any && !IsCapital(i - 1) && !IsCapital(i + 1));
            if (known && Demonyms.Shared.IsDemonym(Form(i)))
                _allowed[i] = (ushort)(1 << NameLabels.Of(NameKind.Group, 0, 1));
        }
    }
}
