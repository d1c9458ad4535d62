using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports;

namespace Parley.Train.Coreference;

/// <summary>A pronoun of GUM as the reader meets it: the features of each candidate, the first being that it stands for nothing known, and which are right.</summary>
internal sealed record PronounCase(int Document, PronounGroup Group, ImmutableArray<ulong> Features, ImmutableArray<bool> IsRight)
{
    /// <summary>The pronouns of all documents, with those before them resolved by <paramref name="weights"/>.</summary>
    public static List<PronounCase> Collect(IReadOnlyList<(GumDocument Gold, Document Document)> documents, PronounWeights weights)
    {
        var cases = new List<PronounCase>();
        for (var number = 0; number < documents.Count; number++)
        {
            var (gold, document) = documents[number];
            var alignment = new Alignment(gold);
            CoreferenceReader.Read(document, weights, (drafts, pronoun, group, candidates) =>
            {
                var features = ImmutableArray.CreateBuilder<ulong>();
                var isRight = ImmutableArray.CreateBuilder<bool>();
                features.Add(1ul << (int)PronounFeature.Nothing);
                isRight.Add(false);
                var own = Entity(document, alignment, drafts[pronoun]);
                foreach (var (candidate, seen) in candidates)
                {
                    features.Add(seen);
                    isRight.Add(own is not null && Entity(document, alignment, drafts[candidate]) == own);
                }

                isRight[0] = !isRight.Contains(true);
                cases.Add(new PronounCase(number, group, features.ToImmutable(), isRight.ToImmutable()));
            });
        }

        return cases;
    }

    private static int? Entity(Document document, Alignment alignment, in Draft draft) => alignment.Find(
        document.TokensIn(SpanOf(document, draft.HeadFirst, draft.HeadEnd)), SpanOf(document, draft.First, draft.End))?.Entity;

    private static Span SpanOf(Document document, int first, int end) => new(document.Tokens[first].Span.Start, document.Tokens[end - 1].Span.End);
}
