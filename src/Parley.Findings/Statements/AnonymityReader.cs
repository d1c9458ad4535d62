using System.Collections.Frozen;
using Parley.Language;
using Parley.Reports.Data;

namespace Parley.Findings.Statements;

/// <summary>Finds the reason that a sentence gives for not naming a source: <c>on condition of anonymity because …</c></summary>
internal static class AnonymityReader
{
    /// <summary>In tokens from the cue.</summary>
    private const int LongestWithholding = 9;

    private static readonly FrozenSet<string> s_withholds = Words("withholds"), s_name = Words("name"), s_keeps = Words("keeps"), s_reasons = Words("reason"), s_purposes = Words("purpose"), s_barred = Words("barred");

    /// <summary>The tokens of the reason; null where the sentence gives none.</summary>
    public static Range? Reason(Sentence sentence)
    {
        var (isKept, isNamed) = (false, false);
        foreach (var token in sentence.Tokens)
        {
            var word = token.ToString();
            if ((s_withholds.Contains(word) || (isKept && isNamed)) && ReasonAfter(sentence, token.Index) is { } reason)
                return reason;
            if (s_barred.Contains(word) && token.Child("xcomp") is { } speaking && token.Child("advmod") is { Lemma: "not" } not && not.Index < token.Index)
                return not.Index..EndOf(speaking);
            isKept |= s_keeps.Contains(word);
            isNamed |= s_name.Contains(word);
        }

        return null;
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
        var (isKept, isNamed) = (false, false);
        for (var i = found.Cue.Start.Value; i < found.Content[^1].End.Value && i < found.Cue.Start.Value + LongestWithholding; i++)
        {
            var word = tokens[i].ToString();
            if (s_withholds.Contains(word))
                return true;
            isKept |= s_keeps.Contains(word);
            isNamed |= s_name.Contains(word);
        }

        return isKept && isNamed;
    }

    /// <summary>From the first word that opens a reason to the end of what hangs on it.</summary>
    private static Range? ReasonAfter(Sentence sentence, int from)
    {
        var tokens = sentence.Root.Document.Tokens;
        var end = sentence.FirstToken + sentence.TokenCount;
        for (var i = from; i < end; i++)
        {
            var word = tokens[i].ToString();
            var isPurpose = s_purposes.Contains(word) && i <= from + 1 && tokens[from].Lemma is "anonymity";
            if (!isPurpose && (!s_reasons.Contains(word) || (tokens[i].Is("for") && tokens[Math.Min(i + 1, end - 1)].Lemma is not ("fear" or "reason"))))
                continue;
            return i..EndOf(tokens[i].Upos == UniversalTag.Verb ? tokens[i] : tokens[i].Head ?? tokens[i]);
        }

        return null;
    }

    private static int EndOf(Token top)
    {
        var tokens = top.Document.Tokens;
        var end = ContentFinder.SubtreeOf(top).End.Value;
        while (end > top.Index + 1 && tokens[end - 1].Upos == UniversalTag.Punct)
            end--;
        return end;
    }

    private static FrozenSet<string> Words(string kind) =>
        WordList.Words(typeof(AnonymityReader).Assembly, "Statements.anonymity.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
