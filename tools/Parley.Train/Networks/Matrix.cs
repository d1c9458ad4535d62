using System.Runtime.InteropServices;

namespace Parley.Train.Networks;

/// <summary>
/// Numbers in rows, in memory of its own that is aligned to a cache line. Rows and columns are rounded up by who makes it, so that
/// kernels meet no edges: columns to <see cref="Lane"/>, rows to <see cref="Gemm.RowBlock"/>; what is beyond stays zero.
/// </summary>
internal sealed unsafe class Matrix
{
    /// <summary>Columns come in multiples of this: two vectors of 16 numbers.</summary>
    public const int Lane = 32;

    private nuint _capacity;

    public Matrix() { }

    public Matrix(int rows, int columns) => Resize(rows, columns);

    ~Matrix() => NativeMemory.AlignedFree(Data);

    public float* Data { get; private set; }

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public int Count => Rows * Columns;

    public Span<float> Span => new(Data, Count);

    public float* this[int row] => Data + (long)row * Columns;

    public static int RoundUp(int number, int multiple) => (number + multiple - 1) / multiple * multiple;

    public Span<float> Row(int row) => new(this[row], Columns);

    /// <summary>Makes room for so many rows and columns; what it held is lost and it is all zeros.</summary>
    public Matrix Resize(int rows, int columns)
    {
        Reserve(rows, columns);
        NativeMemory.Clear(Data, (nuint)Count * sizeof(float));
        return this;
    }

    /// <summary>Makes room for so many rows and columns, with anything in them: for what is written whole.</summary>
    public Matrix Reserve(int rows, int columns)
    {
        var needed = (nuint)rows * (nuint)columns;
        if (needed > _capacity)
        {
            NativeMemory.AlignedFree(Data);
            _capacity = needed + needed / 4;
            Data = (float*)NativeMemory.AlignedAlloc(_capacity * sizeof(float), 64);
        }

        (Rows, Columns) = (rows, columns);
        return this;
    }
}
