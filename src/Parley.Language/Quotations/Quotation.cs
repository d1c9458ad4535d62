using Parley.Reports;

namespace Parley.Language.Quotations;

/// <summary>A stretch of direct speech.</summary>
public readonly record struct Quotation(Span Span);
