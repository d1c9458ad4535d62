using Parley.Language;

namespace Parley.Findings.Tolls;

/// <summary>A number of things, as a sentence tells it.</summary>
/// <param name="Min">At least so many; null where no lower end is told.</param>
/// <param name="Max">At most so many; null where no upper end is told.</param>
/// <param name="Tokens">The words that tell it, those that say how it is meant included.</param>
/// <param name="Number">The token that heads them.</param>
/// <param name="Noun">What is counted; null where the number stands alone (<c>wounding 14</c>).</param>
internal readonly record struct Count(long? Min, long? Max, Range Tokens, Token Number, Token? Noun)
{
    /// <summary>The token by which the count stands in the tree.</summary>
    public Token Top => Noun is { } noun && noun.Index != Number.Index && !IsUnder(noun, Number) ? noun : Number;

    private static bool IsUnder(Token token, Token upper)
    {
        for (var steps = 0; steps < 3 && token.Head is { } head; steps++, token = head)
        {
            if (head.Index == upper.Index)
                return true;
        }

        return false;
    }
}
