using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Language.Models;

/// <summary>
/// Trained weights: named sections of bytes, little-endian, behind a checksum. The models of <c>models/en</c> are built into the
/// assembly, so a program cannot miss them.
/// </summary>
/// <remarks>Layout: magic, checksum (XXH3, 64 bits) of all that follows, then for each section its name, length and bytes.</remarks>
internal sealed class Model
{
    private static ReadOnlySpan<byte> Magic => "ParleyM1"u8;

    private readonly SortedDictionary<string, byte[]> _sections = new(StringComparer.Ordinal);

    /// <summary>Reads the model <paramref name="name"/> that is built into the assembly; null where there is none.</summary>
    public static Model? Find(string name)
    {
        using var stream = typeof(Model).Assembly.GetManifestResourceStream($"models.en.{name}.model");
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <summary>Reads the model <paramref name="name"/> that is built into the assembly.</summary>
    /// <exception cref="InvalidOperationException">There is none: a defect of the build.</exception>
    public static Model Get(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The model \"{name}\" is not built in.");

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or damaged.</exception>
    public static Model Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes.StartsWith(Magic))
            throw new InvalidDataException("The bytes are no model.");
        var rest = bytes[16..];
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) != XxHash3.HashToUInt64(rest))
            throw new InvalidDataException("The model is damaged: its checksum does not fit.");
        var model = new Model();
        while (rest.Length > 0)
        {
            var nameLength = BinaryPrimitives.ReadInt32LittleEndian(rest);
            var name = Encoding.UTF8.GetString(rest.Slice(4, nameLength));
            rest = rest[(4 + nameLength)..];
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            model._sections.Add(name, rest.Slice(4, length).ToArray());
            rest = rest[(4 + length)..];
        }

        return model;
    }

    /// <summary>The model as bytes; the same sections give the same bytes.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        stream.Write(Magic);
        stream.Write(new byte[8]);
        Span<byte> number = stackalloc byte[4];
        foreach (var (name, section) in _sections)
        {
            var encoded = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32LittleEndian(number, encoded.Length);
            stream.Write(number);
            stream.Write(encoded);
            BinaryPrimitives.WriteInt32LittleEndian(number, section.Length);
            stream.Write(number);
            stream.Write(section);
        }

        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), XxHash3.HashToUInt64(bytes.AsSpan(16)));
        return bytes;
    }

    /// <summary>Whether it has a section of this name.</summary>
    public bool Has(string name) => _sections.ContainsKey(name);

    /// <summary>The numbers of a section.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public T[] Numbers<T>(string name) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Section(name)).ToArray();

    /// <summary>The lines of a section of text.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public string[] Lines(string name) => Encoding.UTF8.GetString(Section(name)) is { Length: > 0 } text ? text.Split('\n') : [];

    /// <summary>Adds a section of numbers.</summary>
    public void Add<T>(string name, ReadOnlySpan<T> numbers) where T : unmanaged =>
        _sections.Add(name, MemoryMarshal.AsBytes(numbers).ToArray());

    /// <summary>Adds a section of text; no line may hold a line end.</summary>
    public void Add(string name, IEnumerable<string> lines) => _sections.Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private byte[] Section(string name) =>
        _sections.TryGetValue(name, out var section) ? section : throw new InvalidDataException($"The model has no section \"{name}\".");
}
