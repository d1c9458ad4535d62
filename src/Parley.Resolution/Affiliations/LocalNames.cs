using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Affiliations;

/// <summary>A name of a body or place that no list has, and the longer one that it is short for.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Full">As it is written in full.</param>
/// <param name="Kind">What sort of thing it is.</param>
internal readonly record struct LocalName(Span Span, string Full, ParticipantKind Kind);

/// <summary>
/// Finds the names of bodies and places in a document that are nobody's known to Parley: what the tagger says is one, and runs of words with
/// capitals beside (<c>Guild of Enginemen</c>), for it overlooks some. Linear in the text.
/// </summary>
internal static class LocalNames
{
    /// <summary>In tokens.</summary>
    private const int LongestRun = 9;

    /// <summary>More names are a directory.</summary>
    private const int MostNames = 400;

    /// <summary>In tokens; capitals within them may be a dateline's.</summary>
    private const int DatelineEnd = 6;

    /// <summary>The names, in the order of the text.</summary>
    /// <param name="document">The text.</param>
    /// <param name="people">Words of people's names in it.</param>
    /// <param name="known">Names of known sides in it, for which others may be short.</param>
    /// <param name="isTaken">Whether a token heads a name already known.</param>
    public static IReadOnlyList<LocalName> Read(Document document, HashSet<string> people, IEnumerable<(string Name, ParticipantKind Kind)> known, Func<Token, bool> isTaken)
    {
        var found = new List<(Span Span, ParticipantKind Kind)>();
        var kinds = new ParticipantKind?[document.Tokens.Count];
        foreach (var name in document.Names)
        {
            if (name.Within is not null)
                continue;
            var kind = name.Kind switch
            {
                NameKind.Person or NameKind.Role => ParticipantKind.LocalPerson,
                NameKind.Place => ParticipantKind.LocalPlace,
                NameKind.Facility or NameKind.Event => ParticipantKind.Facility,
                _ => ParticipantKind.LocalGroup,
            };
            var tokens = document.TokensIn(name.Span);
            if (name.Kind == NameKind.Person && tokens.Count == 1 && !people.Contains(tokens[0].Text.ToString()))
                kind = ParticipantKind.Unsure;
            foreach (var token in tokens)
                kinds[token.Index] = kind;
        }

        foreach (var time in document.Times)
        {
            foreach (var token in document.TokensIn(time.Span))
                kinds[token.Index] = ParticipantKind.LocalPerson;
        }

        for (var i = 0; i < document.Tokens.Count && found.Count < MostNames; i++)
        {
            if (!Begins(document, i, kinds))
                continue;
            var (end, kind) = Extend(document, i, kinds, isTaken);
            var span = new Span(document.Tokens[i].Span.Start, document.Tokens[end - 1].Span.End);
            if (!IsBare(document, i, end, kind) && document.TokensIn(span).Head is { } head && !isTaken(head))
                found.Add((span, kind));
            i = end - 1;
        }

        return Unite(document, [.. known], found);
    }

    /// <summary>
    /// Words of the names of people who are named in full or with a title; one word alone that is taken for a person may as well be a country
    /// that no list has.
    /// </summary>
    public static HashSet<string> People(Document document)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in document.Names)
        {
            if (name.Kind != NameKind.Person || document.TokensIn(name.Span) is not { Count: > 0 } tokens)
                continue;
            if (tokens.Count > 1 || tokens[0].Children.Any(static child => child.IsRelated("compound") || child.IsRelated("nmod:desc") || child.IsRelated("appos")))
            {
                foreach (var token in tokens)
                    people.Add(token.Text.ToString());
            }
        }

        return people;
    }

    /// <summary>Whether a name begins here: with a capital, and not only because a sentence does, or a dateline.</summary>
    private static bool Begins(Document document, int i, ParticipantKind?[] kinds)
    {
        var token = document.Tokens[i];
        if (!IsCapital(token) || kinds[i] == ParticipantKind.LocalPerson)
            return false;
        if (token.Index < DatelineEnd && token.Text.Length > 2 && token.Text.IndexOfAnyInRange('a', 'z') < 0)
            return false;
        if (kinds[i] is not null)
            return token.Upos != UniversalTag.Num || token.Index > token.Sentence.FirstToken;
        var isFirst = token.Index == token.Sentence.FirstToken;
        return token.Upos switch
        {
            UniversalTag.Propn => !isFirst || !IsCommon(token),
            UniversalTag.Noun or UniversalTag.Adj => !isFirst || (i + 1 < document.Tokens.Count && IsCapital(document.Tokens[i + 1]) && document.Tokens[i + 1].Upos == UniversalTag.Propn && kinds[i + 1] != ParticipantKind.LocalPerson),
            UniversalTag.Num => !isFirst,
            _ => false,
        };
    }

    /// <summary>Whether a run is one word that names nobody alone: an adjective, or a noun that is common.</summary>
    private static bool IsBare(Document document, int first, int end, ParticipantKind kind) =>
        end - first == 1 && (document.Tokens[first].Upos == UniversalTag.Adj || (kind == ParticipantKind.Unsure && IsCommon(document.Tokens[first])));

    private static bool IsCommon(Token token)
    {
        var lemma = token.Lemma.ToLowerInvariant();
        return RoleWords.ClassOf(lemma) is RoleClass.Office or RoleClass.People or RoleClass.Private or RoleClass.Fighters || Nouns.Find(lemma) is { Referent: Referent.Person };
    }

    /// <summary>Where a run of capitals that begins at a token ends, and of what sort it is: what the tagger says of any of its words.</summary>
    private static (int End, ParticipantKind Kind) Extend(Document document, int first, ParticipantKind?[] kinds, Func<Token, bool> isTaken)
    {
        var end = first + 1;
        var kind = kinds[first];
        var sentence = document.Tokens[first].Sentence;
        var last = Math.Min(sentence.FirstToken + sentence.TokenCount, first + LongestRun);
        while (end < last)
        {
            var next = Joined(document, end, last, isOwner: kinds[end - 1] != ParticipantKind.LocalPlace && !isTaken(document.Tokens[end - 1]));
            if (next >= last || kinds[next] == ParticipantKind.LocalPerson)
                break;
            var token = document.Tokens[next];
            if (!IsCapital(token) && !(token.Upos == UniversalTag.Num && next == end))
                break;
            kind ??= kinds[next];
            end = next + 1;
        }

        return (end, kind ?? ParticipantKind.Unsure);
    }

    /// <summary>The token that a name goes on with: behind "of (the)", "for (the)", "&amp;", or the mark of an owner who is no one by himself.</summary>
    private static int Joined(Document document, int at, int last, bool isOwner)
    {
        var token = document.Tokens[at];
        if (token.Is("of") || token.Is("for"))
            return at + 1 < last && document.Tokens[at + 1].Is("the") ? at + 2 : at + 1;
        return token.Text is "&" || (isOwner && token.Xpos == "POS") ? at + 1 : at;
    }

    /// <summary>A name that is the beginning, the end or the initials of a longer one is short for it; the first longer of several.</summary>
    private static List<LocalName> Unite(Document document, List<(string Name, ParticipantKind Kind)> full, List<(Span Span, ParticipantKind Kind)> found)
    {
        var known = full.Count;
        var byText = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var texts = found.Select(name => Plain(document.Text[name.Span.Start..name.Span.End], name.Kind)).ToArray();
        foreach (var i in Enumerable.Range(0, found.Count).OrderByDescending(i => texts[i].Length).ThenBy(static i => i))
        {
            if (byText.ContainsKey(texts[i]))
                continue;
            var whole = full.FindIndex(other => IsShort(texts[i], other.Name) || ParticipantReader.IsOf(texts[i], other.Name));
            if (whole < 0 && (whole = full.FindIndex(known, other => ParticipantReader.IsOf(other.Name, texts[i]))) >= 0)
                full[whole] = (texts[i], found[i].Kind);
            if (whole < 0)
            {
                whole = full.Count;
                full.Add((texts[i], found[i].Kind));
            }

            byText.Add(texts[i], whole);
        }

        return [.. found.Select((name, i) => new LocalName(name.Span, full[byText[texts[i]]].Name, full[byText[texts[i]]].Kind))];
    }

    /// <summary>Whether a name is short for a longer one.</summary>
    public static bool IsShort(string name, string full)
    {
        if (full.Length <= name.Length)
            return false;
        if (full.StartsWith(name, StringComparison.Ordinal) && full[name.Length] == ' ')
            return name.Contains(' ', StringComparison.Ordinal);
        if (full.EndsWith(name, StringComparison.Ordinal) && full[^(name.Length + 1)] == ' ')
            return !IsJoint(full.AsSpan(0, full.Length - name.Length).TrimEnd());
        if (name.Length < 2 || !name.All(char.IsUpper))
            return false;
        var at = 0;
        foreach (var word in full.Split(' '))
        {
            if (!char.IsUpper(word[0]))
                continue;
            if (at >= name.Length || name[at++] != word[0])
                return false;
        }

        return at == name.Length;
    }

    /// <summary>Whether what follows is what a name is of, and so another's: <c>Synod of the</c>.</summary>
    private static bool IsJoint(ReadOnlySpan<char> before) =>
        before.EndsWith(" of", StringComparison.Ordinal) || before.EndsWith(" for", StringComparison.Ordinal) || before.EndsWith(" of the", StringComparison.Ordinal) || before.EndsWith(" for the", StringComparison.Ordinal);

    /// <summary>A state's name without what sort of state it is: <c>Republic of Harran</c>.</summary>
    private static string Plain(string name, ParticipantKind kind)
    {
        var at = kind == ParticipantKind.LocalPlace ? name.IndexOf(" of ", StringComparison.Ordinal) : -1;
        return at < 0 ? name : name[(at + 4)..] is var rest && rest.StartsWith("the ", StringComparison.Ordinal) ? rest[4..] : name[(at + 4)..];
    }

    private static bool IsCapital(Token token) => char.IsUpper(token.Text[0]);
}
