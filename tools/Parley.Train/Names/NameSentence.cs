using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>A token of a sentence whose names are known.</summary>
/// <param name="Form">As written.</param>
/// <param name="Upos">Its part of speech; X where the corpus has none.</param>
/// <param name="Xpos">Its tag in the Penn Treebank's set; <c>_</c> where the corpus has none.</param>
/// <param name="Allowed">The labels of <see cref="NameLabels"/> that it may have, as bits: one where it is known.</param>
internal readonly record struct NameToken(string Form, UniversalTag Upos, string Xpos, ushort Allowed)
{
    /// <summary>Its label; null where it is not known.</summary>
    public int? Label => ushort.IsPow2(Allowed) ? ushort.TrailingZeroCount(Allowed) : null;
}

/// <summary>A sentence whose names are known, or partly so.</summary>
/// <param name="Corpus">Where it is from.</param>
/// <param name="Document">Number of its document within the corpus; sentences of one document follow each other.</param>
/// <param name="Number">Its place in the corpus, from 0.</param>
/// <param name="Tokens">Its tokens, split as in the English treebanks of Universal Dependencies.</param>
internal sealed record NameSentence(string Corpus, int Document, int Number, ImmutableArray<NameToken> Tokens);

/// <summary>A name among a sentence's tokens.</summary>
internal readonly record struct NameRun(int First, int Count, NameKind Kind);
