namespace Parley.Language;

/// <summary>Looks things up that stand in the order of a number.</summary>
internal static class Bisection
{
    /// <summary>How many of <paramref name="items"/> come before <paramref name="limit"/>; they are in the order of <paramref name="key"/>.</summary>
    public static int CountBefore<T>(ReadOnlySpan<T> items, int limit, Func<T, int> key)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (key(items[middle]) < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
