using System.Runtime.CompilerServices;
using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>
/// Splits a stretch without white space into tokens as UD English does, by a trained model: marks off their words, clitics off
/// their hosts (<c>do|n't</c>, <c>Hamas|'s</c>), which stay one multi-word token; numbers, addresses and abbreviations stay whole.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>In code units. No word is longer; what is, is cut, so that nothing after meets a token of megabytes.</summary>
    public const int LongestToken = 512;

    /// <summary>English has words of three parts (<c>I|'d|'ve</c>); more is a pattern.</summary>
    private const int MostParts = 4;

    private readonly LinearWeights _weights;
    private readonly HashSet<uint> _fused;

    public Tokenizer(LinearWeights weights, IEnumerable<uint> fused) => (_weights, _fused) = (weights, [.. fused]);

    public static Tokenizer Read(Model model) => new(LinearWeights.Read(model, "tokens"), model.Numbers<uint>("fused"));

    public void Write(Model model)
    {
        _weights.Write(model, "tokens");
        model.Add<uint>("fused", [.. _fused.Order()]);
    }

    /// <summary>Adds the tokens of the stretch from <paramref name="start"/> to <paramref name="end"/>.</summary>
    [SkipLocalsInit]
    public void Split(string text, int start, int end, List<Word> words)
    {
        var (tokenStart, isWithin, parts) = (start, false, 1);
        Span<uint> room = stackalloc uint[FeatureList.Room];
        var features = new FeatureList(room);
        var places = new TokenPlaces(text, start, end, _fused);
        var chunk = 0u;
        while (places.MoveNext(tokenStart))
        {
            var at = places.At;
            var joint = Joint.Token;
            if (!places.IsForced)
            {
                if (chunk == 0)
                    chunk = TokenFeatures.Describe(text.AsSpan(start, end - start)) | 0x100;
                TokenFeatures.Fill(ref features, text, start, end, at, tokenStart, isWithin, chunk);
                joint = (Joint)_weights.Best(features.Values);
            }

            if (joint == Joint.None)
                continue;
            words.Add(new Word(tokenStart, at, isWithin));
            parts = joint == Joint.WithinWord ? parts + 1 : 1;
            (tokenStart, isWithin) = (at, parts is > 1 and <= MostParts);
        }

        words.Add(new Word(tokenStart, end, isWithin));
    }
}
