using Parley.Reports;

namespace Parley.Language;

/// <summary>What is known of a text from outside it. The default value knows nothing.</summary>
/// <param name="Date">When it was published; relative times count from it, and stay unresolved without it.</param>
public readonly record struct AnalysisContext(PartialDate? Date);
