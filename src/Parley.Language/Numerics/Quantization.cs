using System.Runtime.Intrinsics;

namespace Parley.Language.Numerics;

/// <summary>Numbers to bytes, as <see cref="Int8Matrix"/> takes them: 64 is zero, 63 steps either way are the largest.</summary>
internal static class Quantization
{
    /// <summary>Turns a row into bytes scaled by its largest number; gives what one step is worth. The row's length is a multiple of 16.</summary>
    public static float ToBytes(ReadOnlySpan<float> row, Span<byte> bytes)
    {
        var largest = Vector512<float>.Zero;
        for (var i = 0; i < row.Length; i += 16)
            largest = Vector512.MaxNative(largest, Vector512.Abs(Vector512.Create(row[i..])));
        var most = 0f;
        for (var i = 0; i < 16; i++)
            most = Math.Max(most, largest[i]);
        if (most == 0)
        {
            bytes[..row.Length].Fill(Int8Matrix.Zero);
            return 0;
        }

        var steps = Int8Matrix.Largest / most;
        ToBytes(row, steps, bytes);
        return most / Int8Matrix.Largest;
    }

    /// <summary>Turns a row into bytes, <paramref name="steps"/> to 1.</summary>
    public static void ToBytes(ReadOnlySpan<float> row, float steps, Span<byte> bytes)
    {
        for (var i = 0; i < row.Length; i += 16)
        {
            // To the nearest: all are above zero once 64 and a half are added, so cutting rounds.
            var whole = Vector512.ConvertToInt32Native(Vector512.Create(row[i..]) * steps + Vector512.Create(Int8Matrix.Zero + 0.5f));
            var half = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
            Vector128.Narrow(half.GetLower(), half.GetUpper()).AsByte().CopyTo(bytes[i..]);
        }
    }
}
