using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Models;

namespace Parley.Findings.Trees;

/// <summary>
/// Features of a token by where it stands in its sentence's tree: what it hangs on, what hangs on that, the words beside it, whether what it hangs on
/// is denied, intended or done. Proper nouns count as one word, for whose name it is must decide nothing. Filled afresh for each decision; a room adds
/// features of its own with numbers above <see cref="Own"/>.
/// </summary>
internal sealed class TreeFeatures
{
    /// <summary>In tokens; more are a list or a text without stops, and rooms do not read them.</summary>
    public const int LongestSentence = 400;

    /// <summary>From this number on, templates are a room's own.</summary>
    public const uint Own = 100;

    /// <summary>What stands for every proper noun, and for what is not there.</summary>
    private const uint Proper = 77, Nothing = 78;

    /// <summary>Steps up, words to either side, and children looked at.</summary>
    private const int Highest = 4, Beside = 3, MostChildren = 12;

    private readonly List<uint> _list = [];
    private readonly HashSet<uint> _seen = [];

    /// <summary>What was added since <see cref="Clear"/>, each once; good until more is added.</summary>
    public ReadOnlySpan<uint> Values => CollectionsMarshal.AsSpan(_list);

    public void Clear()
    {
        _list.Clear();
        _seen.Clear();
    }

    public void Add(uint template, uint a, uint b = 0)
    {
        var feature = FeatureHash.Add(FeatureHash.Add(template * 0x85EBCA6B, a), b) * 0xC2B2AE35;
        if (_seen.Add(feature))
            _list.Add(feature);
    }

    /// <summary>Adds all that the tree tells of a token.</summary>
    public void AddTree(Token token)
    {
        var (own, relation) = (Lemma(token), Text(token.Relation));
        Add(1, own, relation);
        Add(2, own, Class(token));
        Children(token, 3);
        var (at, path) = (token, 0u);
        for (var steps = 0; steps < Highest && at.Head is { } head; steps++, at = head)
        {
            var link = Link(at);
            path = FeatureHash.Add(path, link);
            Add(4, path, Lemma(head));
            Add(5, FeatureHash.Add(link, Lemma(head)), (uint)Math.Min(steps, 2));
            if (steps < 2)
            {
                Add(6, FeatureHash.Add(path, Lemma(head)), own);
                Children(head, (uint)(7 + steps));
                Mood(head, (uint)(10 + steps));
            }
        }

        Add(13, path, Text(at.Xpos));
        var tokens = token.Document.Tokens;
        for (var i = 1; i <= Beside; i++)
        {
            Add(14, Neighbour(tokens, token, -i), (uint)i);
            Add(15, Neighbour(tokens, token, i), (uint)i);
            Add(16, Neighbour(tokens, token, -i));
            Add(17, Neighbour(tokens, token, i));
        }

        Add(18, FeatureHash.Add(Neighbour(tokens, token, -1), Neighbour(tokens, token, 1)), own);
    }

    /// <summary>Adds the nouns, verbs and adjectives of a sentence, each as one feature of a template.</summary>
    public void AddWords(Sentence sentence, uint template)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Upos is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj)
                Add(template, Lemma(token));
        }
    }

    /// <summary>Tense, voice, negation and auxiliaries of what a clause says.</summary>
    public void Mood(Token verb, uint template)
    {
        Add(template, Text(verb.Xpos));
        foreach (var child in verb.Children)
        {
            if (child.Upos is UniversalTag.Aux or UniversalTag.Part || child.IsRelated("mark") || child.IsRelated("advmod"))
                Add(template, Lemma(child), Text(child.Relation));
        }
    }

    public static uint Lemma(Token token) => token.Upos == UniversalTag.Propn ? Proper : token.Upos == UniversalTag.Num ? 79u : FeatureHash.Plain(token.Lemma);

    public static uint Text(string text) => FeatureHash.Plain(text);

    /// <summary>A relation with the preposition that leads it, and the side on which it stands.</summary>
    public static uint Link(Token token) =>
        FeatureHash.Add(FeatureHash.Add(Text(token.Relation), token.Child("case") is { } preposition ? FeatureHash.Plain(preposition.Lemma) : 0), token.Head is { } head && token.Index < head.Index ? 1u : 2u);

    private static uint Class(Token token) => Nouns.Find(token.Lemma) is { } noun ? (uint)noun.Kind + 1 : 0;

    private void Children(Token token, uint template)
    {
        var looked = 0;
        foreach (var child in token.Children)
        {
            if (++looked > MostChildren)
                break;
            if (child.Upos != UniversalTag.Punct)
                Add(template, Lemma(child), Text(child.Relation));
        }
    }

    private static uint Neighbour(TokenList tokens, Token token, int by)
    {
        var at = token.Index + by;
        return at < 0 || at >= tokens.Count || tokens[at].Sentence.Index != token.Sentence.Index ? Nothing : Lemma(tokens[at]);
    }
}
