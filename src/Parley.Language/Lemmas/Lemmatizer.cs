using System.Collections.Frozen;
using Parley.Language.Models;
using Parley.Reports.Data;

namespace Parley.Language.Lemmas;

/// <summary>
/// Gives words their dictionary forms as UD English does, by their tags: first the case that the lemma keeps, then which ending
/// is exchanged for which, both by the longest ending learned (<c>models/en/lemmatizer.md</c>). Safe for many threads.
/// </summary>
internal sealed class Lemmatizer
{
    /// <summary>In code units. What is longer is an address or noise, and its own lemma.</summary>
    private const int LongestForm = 48;

    private const int LongestEnding = 24;

    /// <summary>Verbs that the treebanks have too seldom for their endings to be learned right: <c>bombed</c>.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_verbs = WordList.Load(typeof(Lemmatizer).Assembly, "verb-lemmas.tsv")
        .ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly SuffixTable _cases, _edits;
    private readonly string[] _tags, _scripts, _lemmas;
    private readonly (int Cut, string Ending)[] _cuts;
    private readonly Dictionary<(UniversalTag, string), uint> _numbers = [];
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;

    /// <param name="cases">To <see cref="LemmaCase"/>, by tag and shape.</param>
    /// <param name="edits">To the number of a script, by tag.</param>
    /// <param name="tags">The tags known: <c>VERB VBD</c>, and <c>VERB *</c> for any other of its kind.</param>
    /// <param name="scripts">How many characters to cut, and what to append: <c>3 y</c>.</param>
    /// <param name="lemmas">Lemmas to share: no string is made for them.</param>
    public Lemmatizer(SuffixTable cases, SuffixTable edits, string[] tags, string[] scripts, string[] lemmas)
    {
        (_cases, _edits, _tags, _scripts, _lemmas) = (cases, edits, tags, scripts, lemmas);
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Split(' ') is not [var upos, var xpos] || !Enum.TryParse<UniversalTag>(upos, ignoreCase: true, out var tag))
                throw new InvalidDataException($"\"{tags[i]}\" is no tag.");
            _numbers[(tag, xpos)] = (uint)i;
        }

        _cuts =
        [
            .. scripts.Select(static script => script.Split(' ') is [[var cut], var ending] && ending.Length <= LongestEnding
                ? (cut - '0', ending)
                : throw new InvalidDataException($"\"{script}\" is no edit.")),
        ];
        _known = lemmas.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Lemmatizer Read(Model model) => new(
        SuffixTable.Read(model, "cases"), SuffixTable.Read(model, "edits"), model.Lines("tags"), model.Lines("scripts"), model.Lines("lemmas"));

    public Model ToModel()
    {
        var model = new Model();
        _cases.Write(model, "cases");
        _edits.Write(model, "edits");
        model.Add("tags", _tags);
        model.Add("scripts", _scripts);
        model.Add("lemmas", _lemmas);
        return model;
    }

    /// <summary>The lemma of <paramref name="form"/>; the form itself where nothing is known of its tag.</summary>
    /// <param name="form">As written.</param>
    /// <param name="upos">Its universal part of speech.</param>
    /// <param name="xpos">Its Penn Treebank tag.</param>
    public string Lemma(ReadOnlySpan<char> form, UniversalTag upos, string xpos)
    {
        if (form.Length > LongestForm)
            return form.ToString();
        if (xpos is "_")
            return Share(form);
        if (!_numbers.TryGetValue((upos, xpos), out var tag) && !_numbers.TryGetValue((upos, "*"), out tag))
            return Share(form);
        if (form.Length > 4 && char.IsAsciiDigit(form[0]) && form.Contains(','))
        {
            Span<char> number = stackalloc char[LongestForm];
            return Share(number[..Ungrouped(form, number)]);
        }

        Span<char> plain = stackalloc char[LongestForm];
        Span<char> lemma = stackalloc char[LongestForm + LongestEnding];
        plain = plain[..form.Length];
        LemmaCases.Plain(form, plain);
        if (upos == UniversalTag.Verb && s_verbs.TryGetValue(plain, out var verb))
            return verb;
        LemmaCases.Apply((LemmaCase)_cases.Find(LemmaCases.Key(tag, form), plain), form, lemma);
        var (cut, ending) = _cuts[_edits.Find(tag, plain)];
        if (cut > form.Length || (cut == form.Length && ending.Length == 0))
            return Share(lemma[..form.Length]);
        ending.CopyTo(lemma[(form.Length - cut)..]);
        return Share(lemma[..(form.Length - cut + ending.Length)]);
    }

    /// <summary>Leaves out the commas that group a number's digits by three: <c>1,200</c>, 1200.</summary>
    private static int Ungrouped(ReadOnlySpan<char> form, Span<char> number)
    {
        var count = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var groups = form[i] == ',' && i + 3 < form.Length && char.IsAsciiDigit(form[i + 1]) && char.IsAsciiDigit(form[i + 2])
                && char.IsAsciiDigit(form[i + 3]) && (i + 4 == form.Length || !char.IsAsciiDigit(form[i + 4]));
            if (!groups)
                number[count++] = form[i];
        }

        return count;
    }

    private string Share(ReadOnlySpan<char> lemma) => _known.TryGetValue(lemma, out var known) ? known : lemma.ToString();
}
