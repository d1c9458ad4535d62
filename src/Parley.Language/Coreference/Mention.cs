using Parley.Reports;

namespace Parley.Language.Coreference;

/// <summary>An expression that refers to someone or something.</summary>
public readonly record struct Mention(Span Span);
