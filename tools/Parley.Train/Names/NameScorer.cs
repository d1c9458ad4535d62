using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>Measures the reader of names against labelled tokens: a name counts where its first and last token and its type are right.</summary>
internal sealed class NameScorer(NameReader reader, NameDocuments documents, bool withMisses)
{
    private readonly NameCounts _counts = new();

    private readonly record struct Mention(int First, int Count, string Type);

    /// <summary>Reads a document of sentences of tokens, and compares what is found.</summary>
    /// <param name="sentences">The tokens with their parts of speech where these are known.</param>
    /// <param name="gold">First token in the document, count and type of each name: <c>PER</c>, <c>ORG</c>, <c>LOC</c> and others.</param>
    /// <param name="isOpen">Whether nothing is known of a token: names found there do not count.</param>
    public void Score(
        IReadOnlyList<IReadOnlyList<NameToken>> sentences, IEnumerable<(int First, int Count, string Type)> gold, Func<int, bool>? isOpen = null)
    {
        var document = documents.Of(sentences);
        var found = new HashSet<Mention>();
        var taken = 0;
        foreach (var name in reader.Read(document))
        {
            var tokens = document.TokensIn(name.Span);
            if (tokens[0].Index < taken || name.Kind is NameKind.Role)
                continue;
            taken = tokens[0].Index + tokens.Count;
            if (NameCounts.TypeOf(name.Kind) is not { } type)
                continue;
            if (isOpen is null || !tokens.Any(token => isOpen(token.Index)))
                found.Add(new Mention(tokens[0].Index, tokens.Count, type));
        }

        var expected = gold.Select(static name => new Mention(name.First, name.Count, name.Type)).ToHashSet();
        _counts.Add(found, expected, static mention => mention.Type);
        if (withMisses)
        {
            foreach (var mention in expected.Except(found).Concat(found.Except(expected)).OrderBy(static mention => mention.First))
                Console.WriteLine($"{(expected.Contains(mention) ? "missed" : "wrong ")} {mention.Type} {Show(document, mention)}");
        }
    }

    /// <summary>Precision, recall and F1 by type, and over <paramref name="overall"/> together.</summary>
    public void Report(params ReadOnlySpan<string> overall) => _counts.Report(overall);

    private static string Show(Document document, Mention mention)
    {
        var tokens = document.Tokens;
        var (first, end) = (Math.Max(0, mention.First - 6), Math.Min(tokens.Count, mention.First + mention.Count + 5));
        var words = Enumerable.Range(first, end - first).Select(i =>
            (i == mention.First ? "[" : "") + tokens[i] + (i == mention.First + mention.Count - 1 ? "]" : ""));
        return string.Join(' ', words);
    }
}
