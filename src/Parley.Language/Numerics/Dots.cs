using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Numerics;

/// <summary>Inner products of one row with many, in an order of additions that is the same on every machine.</summary>
internal static class Dots
{
    /// <summary>
    /// <c>result[i] = a · rows[i]</c>, for <paramref name="result"/>'s length of rows that begin <paramref name="stride"/> apart. The
    /// length of <paramref name="a"/> is a multiple of 16.
    /// </summary>
    public static void Of(ReadOnlySpan<float> a, ReadOnlySpan<float> rows, int stride, Span<float> result)
    {
        if (result.Length == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, (result.Length - 1) * stride + a.Length, nameof(rows));
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(rows);
        var at = 0;
        for (; at + 4 <= result.Length; at += 4)
            Four(ref x, a.Length, ref Unsafe.Add(ref y, at * stride), stride, result.Slice(at, 4));
        for (; at < result.Length; at++)
            result[at] = One(ref x, a.Length, ref Unsafe.Add(ref y, at * stride));
    }

    /// <summary><c>a · b</c>, of a length that is a multiple of 16.</summary>
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Length, nameof(b));
        return One(ref MemoryMarshal.GetReference(a), a.Length, ref MemoryMarshal.GetReference(b));
    }

    /// <summary>Four rows share each load of <paramref name="x"/>, and none waits for another.</summary>
    private static void Four(ref float x, int length, ref float y, int stride, Span<float> result)
    {
        Vector512<float> a, b, c, d;
        a = b = c = d = Vector512<float>.Zero;
        var (second, third, fourth) = ((nuint)stride, (nuint)(2 * stride), (nuint)(3 * stride));
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            var v = Vector512.LoadUnsafe(ref x, i);
            a = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref y, i), a);
            b = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref y, i + second), b);
            c = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref y, i + third), c);
            d = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref y, i + fourth), d);
        }

        result[0] = Sum(a);
        result[1] = Sum(b);
        result[2] = Sum(c);
        result[3] = Sum(d);
    }

    private static float One(ref float x, int length, ref float y)
    {
        var sum = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 16)
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), sum);
        return Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector512<float> sums)
    {
        var eight = sums.GetLower() + sums.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }
}
