namespace Parley.Reports.Findings;

/// <summary>Why one field of a finding was read as it was, so that a wrong one can be mended.</summary>
/// <param name="Field">The field as the output names it: <c>source</c>.</param>
/// <param name="Reason">The rule or model that decided, and on what words; no sentence end.</param>
/// <param name="Likelihood">What a model gives for it, from 0 to 1; null where a rule decided.</param>
public sealed record Decision(string Field, string Reason, double? Likelihood = null);
