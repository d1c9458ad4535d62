using Parley.Findings.Statements;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Positions;

/// <summary>The features on which it is decided what a word for a party tells of where it stands, and the words that are weighed.</summary>
internal sealed class PositionFeatures(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
{
    private readonly TreeFeatures _tree = new();
    private readonly StatementIndex _statements = new(statements);

    /// <summary>The words that stand for those who fight, in the order of the text.</summary>
    public IEnumerable<SideMention> Mentions()
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.TokenCount > TreeFeatures.LongestSentence)
                continue;
            foreach (var mention in SideMentions.In(sentence, resolved))
            {
                if (mention.How is 1 or 2 or 4 && resolved.Conflict.Parties.Contains(mention.Side, StringComparer.Ordinal))
                    yield return mention;
            }
        }
    }

    /// <summary>Features of a word for a party; good until the next are asked for.</summary>
    public ReadOnlySpan<uint> Of(in SideMention mention)
    {
        _tree.Clear();
        var token = mention.Token;
        _tree.AddTree(token);
        var whose = Whose(mention);
        _tree.Add(TreeFeatures.Own, mention.How, whose);
        if (Clause(token) is { } verb)
        {
            var lemma = TreeFeatures.Lemma(verb);
            _tree.Add(TreeFeatures.Own + 1, lemma, TreeFeatures.Link(token));
            _tree.Add(TreeFeatures.Own + 2, lemma, whose);
            _tree.Mood(verb, TreeFeatures.Own + 3);
            Below(verb, token, 0);
            if (verb.Head is { } above)
                _tree.Add(TreeFeatures.Own + 8, TreeFeatures.Lemma(above), TreeFeatures.Text(verb.Relation));
        }

        _tree.AddWords(token.Sentence, TreeFeatures.Own + 9);
        foreach (var word in token.Sentence.Tokens)
        {
            if (word.Upos is UniversalTag.Aux or UniversalTag.Part or UniversalTag.Sconj or UniversalTag.Adv)
                _tree.Add(TreeFeatures.Own + 10, TreeFeatures.Lemma(word));
        }

        var last = document.Sentences.Length - 1 - token.Sentence.Index;
        _tree.Add(TreeFeatures.Own + 11, (uint)Math.Min(token.Sentence.Index, 3), (uint)Math.Min(last, 2));
        return _tree.Values;
    }

    /// <summary>Whether the party itself tells what stands there, another does, or the report.</summary>
    public uint Whose(in SideMention mention) => _statements.Narrowest(mention.Token.Span) is not { } statement ? 1u : statement.Actor == mention.Side ? 2u : 3u;

    private void Below(Token verb, Token except, uint depth)
    {
        var lemma = TreeFeatures.Lemma(verb);
        foreach (var child in verb.Children)
        {
            if (child.Index == except.Index || child.Upos == UniversalTag.Punct)
                continue;
            _tree.Add(TreeFeatures.Own + 4, FeatureHash.Add(lemma, TreeFeatures.Link(child)), TreeFeatures.Lemma(child));
            _tree.Add(TreeFeatures.Own + 5, TreeFeatures.Lemma(child), TreeFeatures.Link(child));
            _tree.Add(TreeFeatures.Own + 6, TreeFeatures.Lemma(child), lemma);
            if (depth < 1 && (child.IsRelated("ccomp") || child.IsRelated("xcomp") || child.IsRelated("advcl") || child.IsRelated("conj") || child.IsRelated("obj") || child.IsRelated("obl")))
            {
                _tree.Mood(child, TreeFeatures.Own + 7);
                Below(child, except, depth + 1);
            }
        }
    }

    private static Token? Clause(Token token)
    {
        var at = token;
        for (var steps = 0; steps < 5 && at.Head is { } head; steps++, at = head)
        {
            if (head.Upos is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj)
                return head;
        }

        return null;
    }
}
