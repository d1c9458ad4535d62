using Parley.Language;
using Parley.Language.Coreference;

namespace Parley.Train.Coreference;

/// <summary>
/// Compares what <see cref="Document.Mentions"/> says with GUM. GUM marks no relative pronouns, so these are not counted; a singleton
/// is no anaphor.
/// </summary>
internal sealed class CoreferenceScorer(bool showsMisses)
{
    private readonly SortedDictionary<string, LinkScore> _links = new(StringComparer.Ordinal);
    private readonly ChainScore _chains = new();

    /// <summary>Adds a document, analysed from its raw text.</summary>
    public void Add(GumDocument gold, Document document)
    {
        var alignment = new Alignment(gold);
        var mentions = document.Mentions;
        var golds = mentions.Select(mention => alignment.Find(document, mention)).ToArray();
        var firsts = gold.Mentions.GroupBy(static mention => mention.Entity).ToDictionary(static group => group.Key, static group => group.Min(static mention => mention.First));
        for (var i = 0; i < mentions.Length; i++)
        {
            if (Category(document, mentions[i]) is not { } category)
                continue;
            var known = golds[i];
            var earlier = mentions[i].Entity is null ? [] : Enumerable.Range(0, i).Where(j => mentions[j].Entity == mentions[i].Entity && !IsRelative(document, mentions[j])).ToList();
            var isResolved = earlier.Count > 0 && mentions[i].Antecedent is not null;
            var isRight = isResolved && known is { } mine && earlier.Exists(j => golds[j]?.Entity == mine.Entity);
            var isExpected = known is { } expected && firsts[expected.Entity] < expected.First;
            foreach (var name in category.StartsWith("pronoun", StringComparison.Ordinal) ? new[] { category, "pronoun" } : [category])
            {
                if (!_links.TryGetValue(name, out var score))
                    _links[name] = score = new LinkScore();
                score.Add(isResolved, isRight, isExpected);
            }

            if (showsMisses && !isRight && (isResolved || (isExpected && category[0] == 'p')))
                Show(gold, document, i, isResolved);
        }

        AddChains(gold, document, golds);
    }

    /// <summary>Prints all figures under a heading, or those of links whose name begins with <paramref name="only"/>.</summary>
    public void Report(string heading, string only = "")
    {
        Console.WriteLine(heading);
        foreach (var (name, score) in _links.Where(pair => pair.Key.StartsWith(only, StringComparison.Ordinal)))
            Console.WriteLine($"  {name,-28} {score}");
        if (only.Length == 0)
            Console.WriteLine($"  {_chains}");
    }

    private void AddChains(GumDocument gold, Document document, GumMention?[] golds)
    {
        var goldChains = gold.Mentions.GroupBy(static mention => mention.Entity).Select(static group => group.Select(static mention => mention.Head * 2).ToHashSet()).Where(static chain => chain.Count > 1).ToList();
        var found = Enumerable.Range(0, golds.Length).Where(i => document.Mentions[i].Entity is not null && !IsRelative(document, document.Mentions[i]))
            .GroupBy(i => document.Mentions[i].Entity!.Value)
            .Select(group => group.Select(i => golds[i] is { } known ? known.Head * 2 : (i * 2) + 1).ToHashSet()).Where(static chain => chain.Count > 1).ToList();
        _chains.Add(goldChains, found);
    }

    private static bool IsRelative(Document document, Mention mention) =>
        mention.Kind == MentionKind.Pronoun && Pronouns.Find(mention.Head.In(document.Text)) is { Use: PronounUse.Relative };

    private static string? Category(Document document, Mention mention)
    {
        if (mention.Kind == MentionKind.Pronoun)
        {
            return Pronouns.Find(mention.Head.In(document.Text)) switch
            {
                { Use: PronounUse.Relative } => null,
                { Person: 3, Number: Number.Many } => "pronoun they",
                { Person: 3, Referent: Referent.Person } => "pronoun he/she",
                { Person: 3 } => "pronoun it",
                _ => "speaker's pronoun",
            };
        }

        if (mention.Kind == MentionKind.Name)
            return "name";
        var opens = document.TokenAt(mention.Span.Start)!.Value.Lemma;
        return opens is "the" or "this" or "that" or "these" or "those" ? "definite nominal" : "other nominal";
    }

    private static void Show(GumDocument gold, Document document, int i, bool isResolved)
    {
        var mention = document.Mentions[i];
        var sentence = document.TokenAt(mention.Head.Start)!.Value.Sentence;
        var to = mention.Antecedent is { } antecedent ? document.Mentions[antecedent].Span.In(document.Text).ToString() : "-";
        Console.WriteLine($"{gold.Id}\t{(isResolved ? "wrong" : "open")}\t{mention.Span.In(document.Text)}\t{to}\t{document.Text[sentence.Span.Start..mention.Span.Start]}>>{document.Text[mention.Span.Start..sentence.Span.End]}");
    }
}
