using System.Collections.Frozen;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports.Data;

namespace Parley.Findings.Statements;

/// <summary>That a sentence withholds a source's name and why: <c>asked not to be named because …</c></summary>
/// <param name="Reason">The tokens of the reason.</param>
/// <param name="Whose">The noun whose name is withheld; null where the sentence's tree tells none.</param>
/// <param name="Scope">Who shares the reason.</param>
internal readonly record struct Withholding(Range Reason, Token? Whose, WithholdingScope Scope);

/// <summary>Who shares a reason for withholding a name.</summary>
internal enum WithholdingScope
{
    /// <summary>The one whose name is withheld.</summary>
    One,

    /// <summary>Those who spoke last: <c>both spoke on condition of anonymity</c>.</summary>
    Several,

    /// <summary>All whom the report quotes without a name: <c>like the others quoted here</c>.</summary>
    All,
}

/// <summary>Finds the reason that a sentence gives for not naming a source: <c>on condition of anonymity because …</c></summary>
internal static class AnonymityReader
{
    /// <summary>In tokens from the cue.</summary>
    private const int LongestWithholding = 9;

    /// <summary>In steps up the tree from the word that withholds to the verb that has a subject.</summary>
    private const int FarthestVerb = 5;

    /// <summary>What a word of <c>anonymity.tsv</c> does; a word may do several things.</summary>
    [Flags]
    private enum Doing
    {
        None = 0,
        Withholds = 1,
        Name = 2,
        Keeps = 4,
        Reason = 8,
        Purpose = 16,
        Barred = 32,
        All = 64,
        Fear = 128,
        Several = 256,
        Cause = 512,
    }

    private static readonly FrozenDictionary<string, Doing>.AlternateLookup<ReadOnlySpan<char>> s_words = Read();

    /// <summary>The withholding that the sentence tells with its reason; null where it gives none.</summary>
    public static Withholding? Find(Sentence sentence)
    {
        var seen = Doing.None;
        Withholding? found = null;
        foreach (var token in sentence.Tokens)
        {
            var doing = Of(token);
            if (doing == Doing.None)
                continue;
            seen |= doing;
            if (found is null && Withholds(doing, seen) && (ReasonAfter(sentence, token.Index + 1) ?? FearBefore(sentence, token.Index)) is { } reason)
                found = Of(reason, token, seen);
            if (found is null && IfNamed(token) is { } risk)
                found = Of(risk, token, seen);
            if (found is null && (doing & Doing.Barred) != 0 && (token.Child("xcomp") ?? token.Child("advcl")) is { } speaking && token.Child("advmod") is { } not && (Of(not) & Doing.Keeps) != 0 && not.Index < token.Index)
                found = Of(not.Index..EndOf(speaking), token, seen);
        }

        return found;
    }

    /// <summary>Whether an attribution does no more than tell of the withholding: <c>asked not to be named</c>, <c>citing the rules</c>.</summary>
    public static bool IsPart(Attribution found, Range reason)
    {
        var content = found.Content[^1];
        return found.Cue.Start.Value >= reason.Start.Value || (content.End.Value >= reason.Start.Value && content.Start.Value <= reason.Start.Value && found.Cue.End.Value <= content.Start.Value);
    }

    /// <summary>Whether what is said is but that a source is not to be named: <c>asked not to be named</c>.</summary>
    public static bool IsWithholding(Attribution found, TokenList tokens)
    {
        var seen = Doing.None;
        for (var i = found.Cue.Start.Value; i < found.Content[^1].End.Value && i < found.Cue.Start.Value + LongestWithholding; i++)
        {
            seen |= Of(tokens[i]);
            if (Withholds(seen, seen))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word withholds a name, by itself or as the last of those that do together: <c>not</c> and <c>named</c>.</summary>
    private static bool Withholds(Doing word, Doing seen) =>
        (word & Doing.Withholds) != 0 || ((word & (Doing.Keeps | Doing.Name)) != 0 && (seen & (Doing.Keeps | Doing.Name)) == (Doing.Keeps | Doing.Name));

    /// <summary>The withholding; what is seen up to its last word tells who shares the reason.</summary>
    private static Withholding Of(Range reason, Token word, Doing seen)
    {
        var whose = WhoseName(word);
        return new Withholding(reason, whose, (seen & Doing.All) != 0 ? WithholdingScope.All
            : whose is { } own && (Of(own) & Doing.Several) != 0 ? WithholdingScope.Several
            : WithholdingScope.One);
    }

    private static Token? WhoseName(Token word)
    {
        Token? at = word;
        for (var steps = 0; steps < FarthestVerb && at is { } own; steps++, at = own.Head)
        {
            if (own.Upos is UniversalTag.Verb or UniversalTag.Adj && SourceFinder.Subject(own) is { } subject && (Of(subject) & Doing.Name) == 0)
                return Person(subject);
        }

        return null;
    }

    /// <summary>The person of a noun phrase: its own head, or what a thing or an appositive hangs on, as in <c>a person with knowledge of the talks, who …</c></summary>
    private static Token? Person(Token noun)
    {
        for (Token? at = noun; at is { } own; at = own.IsRelated("nmod") || own.IsRelated("appos") ? own.Head : null)
        {
            if (!own.IsRelated("appos") && (own.Upos is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Num or UniversalTag.Propn || Nouns.Find(own.Lemma) is { Referent: Referent.Person }))
                return own;
        }

        return null;
    }

    /// <summary>From the first word that opens a reason to the end of what hangs on it.</summary>
    private static Range? ReasonAfter(Sentence sentence, int from)
    {
        var tokens = sentence.Root.Document.Tokens;
        var end = sentence.FirstToken + sentence.TokenCount;
        for (var i = from; i < end; i++)
        {
            var doing = Of(tokens[i]);
            var isPurpose = (doing & Doing.Purpose) != 0 && i == from && (Of(tokens[from - 1]) & Doing.Withholds) != 0;
            var isCause = (doing & Doing.Cause) != 0 && (((i + 1 < end ? Of(tokens[i + 1]) : Doing.None) | (i + 2 < end && tokens[i + 1].Upos == UniversalTag.Det ? Of(tokens[i + 2]) : Doing.None)) & Doing.Fear) != 0;
            if (!isPurpose && !isCause && (doing & Doing.Reason) == 0)
                continue;
            return i..EndOf(tokens[i].Upos == UniversalTag.Verb ? tokens[i] : tokens[i].Head ?? tokens[i]);
        }

        return null;
    }

    /// <summary>The fear told before the withholding: <c>who feared reprisals, asked not to be named</c>.</summary>
    private static Range? FearBefore(Sentence sentence, int withholding)
    {
        var tokens = sentence.Root.Document.Tokens;
        for (var i = withholding - 1; i >= sentence.FirstToken; i--)
        {
            if (tokens[i].Upos == UniversalTag.Verb && (Of(tokens[i]) & Doing.Fear) != 0 && EndOf(tokens[i]) <= withholding)
                return ClauseFrom(tokens[i]);
        }

        return null;
    }

    /// <summary>What would befall a source that is named: <c>who would be court-martialled if named</c>.</summary>
    private static Range? IfNamed(Token token) =>
        (Of(token) & Doing.Name) != 0 && token.Child("mark") is { } mark && mark.Is("if") && token.Head is { Upos: UniversalTag.Verb } verb && (verb.Relation == "acl:relcl" || (Of(verb) & Doing.Fear) != 0)
            ? ClauseFrom(verb)
            : null;

    /// <summary>A clause from its relative pronoun, or its verb, to its end.</summary>
    private static Range ClauseFrom(Token verb)
    {
        var start = verb.Child("nsubj") is { Upos: UniversalTag.Pron } who && who.Index < verb.Index ? who.Index : verb.Index;
        return start..EndOf(verb);
    }

    private static int EndOf(Token top)
    {
        var tokens = top.Document.Tokens;
        var end = top.Index + 1;
        foreach (var token in top.Sentence.Subtree(top))
            end = Math.Max(end, token.Index + 1);
        while (end > top.Index + 1 && tokens[end - 1].Upos == UniversalTag.Punct)
            end--;
        return end;
    }

    private static Doing Of(Token token) => s_words.TryGetValue(token.Text, out var doing) ? doing : Doing.None;

    private static FrozenDictionary<string, Doing>.AlternateLookup<ReadOnlySpan<char>> Read() =>
        WordList.Load(typeof(AnonymityReader).Assembly, "Statements.anonymity.tsv").GroupBy(static row => row[0], StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(
            static group => group.Key,
            static group => group.Select(static row => Enum.Parse<Doing>(row[1], ignoreCase: true)).Aggregate(static (all, own) => all | own),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
