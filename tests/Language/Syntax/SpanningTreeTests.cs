using CsCheck;
using Parley.Language.Syntax;

namespace Parley.Language.Tests.Syntax;

public class SpanningTreeTests
{
    [Fact]
    public void TheTreeIsTheBestOfAllWithOneRoot() =>
        Gen.Int[1, 5].SelectMany(static words => Gen.Select(Gen.Const(words), Gen.Float[-5, 5].Array[words * (words + 1)])).Sample(static (words, scores) =>
        {
            var heads = new int[words];
            SpanningTree.Find(scores, words, heads);
            Assert.True(SpanningTree.IsTree(heads));
            Assert.Equal(BestSum(scores, words), Sum(scores, heads), 1e-3);
        });

    [Fact]
    public void LongSentencesGetATreeHoweverManyCyclesTheirBestArcsForm() =>
        Gen.Int[6, 120].SelectMany(static words => Gen.Select(Gen.Const(words), Gen.Float[-5, 5].Array[words * (words + 1)])).Sample(static (words, scores) =>
        {
            var heads = new int[words];
            SpanningTree.Find(scores, words, heads);
            Assert.True(SpanningTree.IsTree(heads));
        }, iter: 200);

    [Fact]
    public void OneWordHangsOnTheRoot()
    {
        var heads = new int[1];
        SpanningTree.Find([1, 2], 1, heads);
        Assert.Equal([0], heads);
    }

    private static double BestSum(float[] scores, int words)
    {
        var heads = new int[words];
        return Try(0);

        double Try(int word)
        {
            if (word == words)
                return SpanningTree.IsTree(heads) ? Sum(scores, heads) : double.MinValue;
            var best = double.MinValue;
            for (heads[word] = 0; heads[word] <= words; heads[word]++)
            {
                if (heads[word] != word + 1)
                    best = Math.Max(best, Try(word + 1));
            }

            return best;
        }
    }

    private static double Sum(float[] scores, int[] heads) =>
        heads.Select((head, i) => (double)scores[i * (heads.Length + 1) + head]).Sum();
}
