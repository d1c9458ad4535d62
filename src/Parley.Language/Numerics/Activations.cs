using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Numerics;

/// <summary>
/// Hyperbolic tangent and logistic function by a rational approximation (degree 13 over 6, as in Eigen's <c>ptanh</c>): fused
/// multiply-adds, which round the same everywhere, and one division, so that every machine gives the same bits whatever its
/// vectors' width. Off from the true value by less than 2e-6.
/// </summary>
internal static class Activations
{
    private const float Limit = 7.90531110763549805f;

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var (p, q) = Ratio(x);
        return p / q;
    }

    /// <summary>
    /// Hyperbolic tangent as a ratio, for who has several to divide by: the second, from .0048 to 1, is never 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Numerator, Vector256<float> Denominator) Ratio(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-Limit)), Vector256.Create(Limit)); // No NaN comes here; else ten instructions.
        var square = x * x;
        var p = Next(Vector256.Create(-2.76076847742355e-16f), square, 2.00018790482477e-13f);
        p = Next(p, square, -8.60467152213735e-11f);
        p = Next(p, square, 5.12229709037114e-08f);
        p = Next(p, square, 1.48572235717979e-05f);
        p = Next(p, square, 6.37261928875436e-04f);
        p = Next(p, square, 4.89352455891786e-03f) * x;
        var q = Next(Vector256.Create(1.19825839466702e-06f), square, 1.18534705686654e-04f);
        q = Next(q, square, 2.26843463243900e-03f);
        q = Next(q, square, 4.89352518554385e-03f);
        return (p, q);
    }

    /// <summary>Logistic function, from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256.FusedMultiplyAdd(Tanh(x * 0.5f), Vector256.Create(0.5f), Vector256.Create(0.5f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Next(Vector256<float> sum, Vector256<float> x, float coefficient) =>
        Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(coefficient));

    /// <summary>One number at a time: the plain twin, with the same bits.</summary>
    public static float Tanh(float x) => Tanh(Vector256.CreateScalar(x))[0];
}
