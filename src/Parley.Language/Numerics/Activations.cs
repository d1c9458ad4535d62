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
        var p = Ratio(x, out var q);
        return p / q;
    }

    /// <summary>
    /// Hyperbolic tangent as a ratio, for who has several to divide by: the second, from .0048 to 1, is never 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Ratio(Vector256<float> x, out Vector256<float> denominator)
    {
        // Written out, as the compiler stops inlining where calls nest too deep. No NaN comes here; else the limits took ten instructions.
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-Limit)), Vector256.Create(Limit));
        var square = x * x;
        var p = Vector256.FusedMultiplyAdd(Vector256.Create(-2.76076847742355e-16f), square, Vector256.Create(2.00018790482477e-13f));
        p = Vector256.FusedMultiplyAdd(p, square, Vector256.Create(-8.60467152213735e-11f));
        p = Vector256.FusedMultiplyAdd(p, square, Vector256.Create(5.12229709037114e-08f));
        p = Vector256.FusedMultiplyAdd(p, square, Vector256.Create(1.48572235717979e-05f));
        p = Vector256.FusedMultiplyAdd(p, square, Vector256.Create(6.37261928875436e-04f));
        p = Vector256.FusedMultiplyAdd(p, square, Vector256.Create(4.89352455891786e-03f));
        var q = Vector256.FusedMultiplyAdd(Vector256.Create(1.19825839466702e-06f), square, Vector256.Create(1.18534705686654e-04f));
        q = Vector256.FusedMultiplyAdd(q, square, Vector256.Create(2.26843463243900e-03f));
        denominator = Vector256.FusedMultiplyAdd(q, square, Vector256.Create(4.89352518554385e-03f));
        return p * x;
    }

    /// <summary>Logistic function, from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256.FusedMultiplyAdd(Tanh(x * 0.5f), Vector256.Create(0.5f), Vector256.Create(0.5f));

    /// <summary>One number at a time: the plain twin, with the same bits.</summary>
    public static float Tanh(float x) => Tanh(Vector256.CreateScalar(x))[0];
}
