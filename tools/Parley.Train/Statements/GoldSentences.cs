using Parley.Language;
using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>An annotated attribution on the tokens of its document, as far as it stands in its cue's sentence.</summary>
/// <param name="Head">The token that heads the cue.</param>
/// <param name="Cue">From its first to its last token, with whatever stands between.</param>
/// <param name="Source">Null where there is none in the sentence.</param>
/// <param name="SourceHead">The token that heads it; -1 for none.</param>
/// <param name="Content">From its first to its last token, whatever stands between; null where it is in other sentences.</param>
/// <param name="IsAttitude">Null where the corpus does not say.</param>
internal sealed record GoldAttribution(int Head, Range Cue, Range? Source, int SourceHead, Range? Content, bool? IsAttitude);

/// <summary>Lays annotations on a document's tokens.</summary>
internal static class GoldSentences
{
    /// <summary>The attributions that have a cue, by the sentence in which it stands.</summary>
    public static Dictionary<int, ImmutableArray<GoldAttribution>> Of(Document document, ImmutableArray<AnnotatedAttribution> attributions) =>
        attributions.Where(static attribution => !attribution.Cue.IsEmpty).Select(attribution => Of(document, attribution)).OfType<GoldAttribution>()
            .GroupBy(gold => document.Tokens[gold.Head].Sentence.Index).ToDictionary(static group => group.Key, static group => group.DistinctBy(static gold => gold.Head).ToImmutableArray());

    private static GoldAttribution? Of(Document document, AnnotatedAttribution attribution)
    {
        var cueTokens = Tokens(document, attribution.Cue);
        if (cueTokens.Count == 0)
            return null;
        var head = HeadOf(cueTokens);
        var sentence = head.Sentence;
        if (Within(document, attribution.Cue, sentence) is not { } cue)
            return null;
        var source = Within(document, attribution.Source, sentence);
        var sourceHead = source is { } range ? HeadOf([.. document.Tokens.Skip(range.Start.Value).Take(range.End.Value - range.Start.Value)]).Index : -1;
        return new GoldAttribution(head.Index, cue, source, sourceHead, Within(document, attribution.Content, sentence), attribution.IsAttitude);
    }

    /// <summary>The token of several that hangs on none of them; of more than one the first that is no punctuation.</summary>
    private static Token HeadOf(List<Token> tokens)
    {
        var own = tokens.Select(static token => token.Index).ToHashSet();
        var tops = tokens.FindAll(token => token.Head is not { } head || !own.Contains(head.Index));
        return tops.Find(static token => token.Upos is UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn or UniversalTag.Pron) is { Document: not null } word ? word
            : tops.Find(static token => token.Upos != UniversalTag.Punct) is { Document: not null } other ? other
            : tops[0];
    }

    private static Range? Within(Document document, ImmutableArray<Span> pieces, Sentence sentence)
    {
        var tokens = Tokens(document, pieces).FindAll(token => token.Sentence.Index == sentence.Index);
        return tokens.Count == 0 ? null : tokens[0].Index..(tokens[^1].Index + 1);
    }

    private static List<Token> Tokens(Document document, ImmutableArray<Span> pieces) =>
        [.. pieces.SelectMany(piece => document.TokensIn(piece)).DistinctBy(static token => token.Index).OrderBy(static token => token.Index)];
}
