using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Resolution;

namespace Parley.Findings.Contacts;

/// <summary>The features on which it is decided whether two words of a sentence tell of two sides in touch.</summary>
internal sealed class ContactFeatures(ResolvedDocument resolved)
{
    private readonly TreeFeatures _tree = new();

    /// <summary>Features of a pair, in the order of the text; good until the next are asked for. Null where the tree ties them too loosely.</summary>
    /// <param name="first">The word that stands first.</param>
    /// <param name="second">The other.</param>
    /// <param name="sides">How many sides the sentence names.</param>
    public bool Fill(in SideMention first, in SideMention second, int sides)
    {
        _tree.Clear();
        if (TreePath.Between(first.Token, second.Token) is not { } path)
            return false;
        var top = path.Top;
        var lemma = TreeFeatures.Lemma(top);
        var (one, other) = (Standing(first.Side), Standing(second.Side));
        var how = FeatureHash.Add(first.How, second.How);
        var ways = FeatureHash.Add(path.Up, path.Down);
        _tree.Add(1, ways, lemma);
        _tree.Add(2, path.Up, lemma);
        _tree.Add(3, path.Down, lemma);
        _tree.Add(4, ways, how);
        _tree.Add(5, FeatureHash.Add(one, other), how);
        _tree.Add(6, FeatureHash.Add(one, other), lemma);
        _tree.Add(7, lemma, (uint)Math.Min(sides, 5));
        _tree.Add(8, how, (uint)Math.Min(sides, 5));
        _tree.Add(9, FeatureHash.Add(TreeFeatures.Link(first.Token), TreeFeatures.Link(second.Token)), lemma);
        _tree.Mood(top, 10);
        End(first.Token, top, 11);
        End(second.Token, top, 20);
        foreach (var child in top.Children)
        {
            if (child.Upos == UniversalTag.Punct)
                continue;
            _tree.Add(30, lemma, FeatureHash.Add(TreeFeatures.Lemma(child), TreeFeatures.Text(child.Relation)));
            _tree.Add(31, TreeFeatures.Lemma(child), TreeFeatures.Text(child.Relation));
            foreach (var grandchild in child.Children)
            {
                if (grandchild.Upos is UniversalTag.Noun or UniversalTag.Verb)
                    _tree.Add(32, TreeFeatures.Lemma(grandchild), TreeFeatures.Lemma(child));
            }
        }

        if (top.Head is { } above)
        {
            _tree.Add(33, TreeFeatures.Lemma(above), TreeFeatures.Text(top.Relation));
            _tree.Add(34, FeatureHash.Add(TreeFeatures.Lemma(above), lemma), TreeFeatures.Text(top.Relation));
            _tree.Mood(above, 35);
        }

        var tokens = top.Document.Tokens;
        var (from, to) = (first.Token.Index, second.Token.Index);
        for (var i = from + 1; i < Math.Min(to, from + 12); i++)
            _tree.Add(40, TreeFeatures.Lemma(tokens[i]));
        _tree.Add(41, (uint)Math.Min(to - from, 12), how);
        _tree.AddWords(top.Sentence, 42);
        return true;
    }

    /// <summary>What <see cref="Fill"/> filled.</summary>
    public ReadOnlySpan<uint> Values => _tree.Values;

    /// <summary>The verbs and nouns on the way up from a word.</summary>
    private void End(Token token, Token top, uint template)
    {
        _tree.Add(template, TreeFeatures.Lemma(token), TreeFeatures.Link(token));
        var at = token;
        for (var steps = 0u; steps < 4 && at.Head is { } head && at.Index != top.Index; steps++, at = head)
        {
            _tree.Add(template + 1, TreeFeatures.Link(at), TreeFeatures.Lemma(head));
            _tree.Add(template + 2, TreeFeatures.Lemma(head));
            if (head.Upos == UniversalTag.Verb)
                _tree.Mood(head, template + 3);
        }
    }

    private uint Standing(string side) =>
        resolved.Conflict.Parties.Contains(side, StringComparer.Ordinal) ? 1u : resolved.Conflict.Mediators.Contains(side, StringComparer.Ordinal) ? 2u : resolved.IsState(side) ? 3u : 4u;
}
