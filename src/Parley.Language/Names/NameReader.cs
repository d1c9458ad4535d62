using System.Buffers;
using Parley.Language.Models;

namespace Parley.Language.Names;

/// <summary>
/// Finds the names in a document: the tagger's, corrected within each sentence, made to agree within the document, then told more
/// exactly (facilities, events, roles) with the names within them. Needs segmentation; parts of speech, where they are known, keep
/// out words that no name is made of. Safe for many threads.
/// </summary>
internal sealed class NameReader(NameTagger tagger)
{
    /// <summary>The reader with the model that is built in.</summary>
    public static NameReader Get() => new(new NameTagger(Model.Get("names")));

    /// <summary>The names in <paramref name="document"/>, in the order of their starts, the longer first.</summary>
    public ImmutableArray<Name> Read(Document document)
    {
        var count = document.Tokens.Count;
        var traits = ArrayPool<TokenTraits>.Shared.Rent(count);
        try
        {
            return Read(document, traits.AsMemory(0, count));
        }
        finally
        {
            ArrayPool<TokenTraits>.Shared.Return(traits);
        }
    }

    private ImmutableArray<Name> Read(Document document, Memory<TokenTraits> traits)
    {
        var names = new List<NameSpan>();
        var longest = 0;
        foreach (var sentence in document.Sentences)
            longest = Math.Max(longest, sentence.TokenCount);
        var back = ArrayPool<byte>.Shared.Rent(longest * NameLabels.Count);
        var labels = ArrayPool<byte>.Shared.Rent(longest);
        foreach (var sentence in document.Sentences)
        {
            var (first, count) = (sentence.FirstToken, sentence.TokenCount);
            var tokens = traits.Span.Slice(first, count);
            Prepare(document, first, tokens);
            tagger.Tag(tokens, back, labels.AsSpan(0, count));
            new SentenceNames(document, first, tokens).Collect(labels.AsSpan(0, count), names);
        }

        ArrayPool<byte>.Shared.Return(back);
        ArrayPool<byte>.Shared.Return(labels);
        names = NameAgreement.Settle(document, i => IsCandidate(traits.Span[i]), names);
        names.RemoveAll(name => name.Count == 1 && IsMistaken(document.Word(name.First).Upos, traits.Span[name.First].Listed));
        return NameStructure.Build(document, traits.Span, names);
    }

    /// <summary>Whether a single word is none of the parts of speech that names are, and no list that is sure of its entries has it.</summary>
    private static bool IsMistaken(UniversalTag upos, Listed listed) =>
        upos is not (UniversalTag.X or UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Sym)
        && (listed & (Listed.Country | Listed.Organization | Listed.Demonym)) == 0;

    /// <summary>Whether a token may be a name by itself: a capital, and no ordinary word.</summary>
    private static bool IsCandidate(in TokenTraits token) =>
        token is { IsCapital: true, Common: 0, Casing: not Casing.Letter } && (token.Listed & (Listed.Continued | Listed.Continues)) == 0;

    private void Prepare(Document document, int first, Span<TokenTraits> tokens)
    {
        var text = document.Text.AsSpan();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var word = ref document.Word(first + i);
            tokens[i] = TokenTraits.Of(text[word.Start..word.End]);
        }

        NameTagger.Prepare(tokens, tagger.Gazetteer, tagger.Common);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsPlain)
                tokens[i].ReadAffixes(text[document.Word(first + i).Start..document.Word(first + i).End]);
        }
    }
}
