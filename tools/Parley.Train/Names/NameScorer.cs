using System.Globalization;
using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>Measures the reader of names against labelled tokens: a name counts where its first and last token and its type are right.</summary>
internal sealed class NameScorer(NameReader reader, bool withMisses)
{
    private readonly SortedDictionary<string, (int Right, int Found, int Gold)> _counts = new(StringComparer.Ordinal);

    private readonly record struct Mention(int First, int Count, string Type);

    /// <summary>Reads a document of sentences of tokens, and compares what is found.</summary>
    /// <param name="sentences">The tokens with their parts of speech where these are known.</param>
    /// <param name="gold">First token in the document, count and type of each name: <c>PER</c>, <c>ORG</c>, <c>LOC</c> and others.</param>
    /// <param name="isOpen">Whether nothing is known of a token: names found there do not count.</param>
    public void Score(
        IReadOnlyList<IReadOnlyList<NameToken>> sentences, IEnumerable<(int First, int Count, string Type)> gold, Func<int, bool>? isOpen = null)
    {
        var document = ToDocument(sentences);
        var found = new HashSet<Mention>();
        var taken = 0;
        foreach (var name in reader.Read(document))
        {
            var tokens = document.TokensIn(name.Span);
            if (tokens[0].Index < taken || name.Kind is NameKind.Role)
                continue;
            taken = tokens[0].Index + tokens.Count;
            if (TypeOf(name.Kind) is not { } type)
                continue;
            if (isOpen is null || !tokens.Any(token => isOpen(token.Index)))
                found.Add(new Mention(tokens[0].Index, tokens.Count, type));
        }

        var expected = gold.Select(static name => new Mention(name.First, name.Count, name.Type)).ToHashSet();
        foreach (var type in found.Concat(expected).Select(static mention => mention.Type).Distinct())
        {
            var (right, all, wanted) = _counts.GetValueOrDefault(type);
            _counts[type] = (right + found.Count(mention => mention.Type == type && expected.Contains(mention)),
                all + found.Count(mention => mention.Type == type), wanted + expected.Count(mention => mention.Type == type));
        }

        if (withMisses)
        {
            foreach (var mention in expected.Except(found).Concat(found.Except(expected)).OrderBy(static mention => mention.First))
                Console.WriteLine($"{(expected.Contains(mention) ? "missed" : "wrong ")} {mention.Type} {Show(document, mention)}");
        }
    }

    /// <summary>Precision, recall and F1 by type, and over <paramref name="overall"/> together.</summary>
    public void Report(params ReadOnlySpan<string> overall)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var (type, count) in _counts)
        {
            Print(type, count.Right, count.Found, count.Gold);
            if (overall.Contains(type))
                (right, found, gold) = (right + count.Right, found + count.Found, gold + count.Gold);
        }

        Print(string.Join('+', overall!), right, found, gold);
    }

    private static void Print(string type, int right, int found, int gold)
    {
        var (precision, recall) = (right / Math.Max(1.0, found), right / Math.Max(1.0, gold));
        var f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type,-12} P {precision:0.000}  R {recall:0.000}  F1 {f1:0.000}  ({right} of {gold})"));
    }

    /// <summary>
    /// The measured corpora have one type for places and what is built on them; groups, events and roles are not theirs.
    /// </summary>
    private static string? TypeOf(NameKind kind) => kind switch
    {
        NameKind.Person => "PER",
        NameKind.Organization => "ORG",
        NameKind.Place or NameKind.Facility => "LOC",
        _ => null,
    };

    private static Document ToDocument(IReadOnlyList<IReadOnlyList<NameToken>> sentences)
    {
        var text = string.Join(' ', sentences.SelectMany(static sentence => sentence).Select(static token => token.Form));
        var words = new List<Word>();
        var bounds = new List<SentenceBounds>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            bounds.Add(new SentenceBounds(words.Count, sentence.Count, 0));
            foreach (var token in sentence)
            {
                words.Add(new Word(at, at + token.Form.Length, goesWithPrevious: false)
                {
                    Sentence = bounds.Count - 1,
                });
                at += token.Form.Length + 1;
            }
        }

        return new Document(text, [.. words], [.. bounds]);
    }

    private static string Show(Document document, Mention mention)
    {
        var tokens = document.Tokens;
        var (first, end) = (Math.Max(0, mention.First - 6), Math.Min(tokens.Count, mention.First + mention.Count + 5));
        var words = Enumerable.Range(first, end - first).Select(i =>
            (i == mention.First ? "[" : "") + tokens[i] + (i == mention.First + mention.Count - 1 ? "]" : ""));
        return string.Join(' ', words);
    }
}
