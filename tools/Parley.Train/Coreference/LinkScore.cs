namespace Parley.Train.Coreference;

/// <summary>
/// Links of anaphors that have one in the gold, and of those that are resolved: right where the entity holds an earlier mention of
/// the gold entity.
/// </summary>
internal sealed class LinkScore
{
    private int _right, _resolved, _expected, _all;

    /// <summary>Adds an anaphor.</summary>
    /// <param name="isResolved">Whether it was resolved to an earlier mention.</param>
    /// <param name="isRight">Whether to one of its gold entity.</param>
    /// <param name="isExpected">Whether its gold entity has an earlier mention.</param>
    public void Add(bool isResolved, bool isRight, bool isExpected)
    {
        _all++;
        _resolved += isResolved ? 1 : 0;
        _right += isRight ? 1 : 0;
        _expected += isExpected ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"precision {Share(_right, _resolved):0.000}  recall {Share(_right, _expected):0.000}  unresolved {1 - Share(_resolved, _all):0.000}  (right {_right}, resolved {_resolved}, with a gold antecedent {_expected}, all {_all})");

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
