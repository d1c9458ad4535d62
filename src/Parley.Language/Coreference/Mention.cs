using Parley.Reports;

namespace Parley.Language.Coreference;

/// <summary>How a <see cref="Mention"/> refers.</summary>
public enum MentionKind
{
    /// <summary>By a name: <c>Khaled Mashaal</c>, <c>the US</c>.</summary>
    Name,

    /// <summary>By a noun: <c>the source</c>, <c>Israeli police</c>, <c>an official with knowledge of the talks</c>.</summary>
    Nominal,

    /// <summary>By a pronoun, possessives among them: <c>he</c>, <c>their</c>, <c>who</c>.</summary>
    Pronoun,
}

/// <summary>
/// An expression that refers to someone or something. Those with one <see cref="Entity"/> corefer; one without an entity looks back
/// to something, but to what was not decided.
/// </summary>
/// <param name="Span">Its characters in the report's text, article and what describes it included.</param>
/// <param name="Head">Its head word or, of a name, the name: what carries its number and kind.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Entity">Number of what it refers to, from 0 in the order of first mentions; null where it is unresolved.</param>
/// <param name="Antecedent">Index in <see cref="Document.Mentions"/> of the mention that it was resolved to, before it in the text; null for an entity's first.</param>
public readonly record struct Mention(Span Span, Span Head, MentionKind Kind, int? Entity, int? Antecedent)
{
    /// <summary>Whether what it refers to is known within the document: an earlier mention, or what it introduces itself.</summary>
    public bool IsResolved => Entity is not null;
}
