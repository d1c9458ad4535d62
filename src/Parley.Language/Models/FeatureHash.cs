using System.Numerics;
using System.Runtime.CompilerServices;
using Parley.Language.Segmentation;

namespace Parley.Language.Models;

/// <summary>Hashes by multiplication and rotation (Fx), fast rather than strong; a feature is the hash of its template and values.</summary>
internal static class FeatureHash
{
    private const uint Prime = 0x9E3779B1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, uint value) => (BitOperations.RotateLeft(hash, 5) ^ value) * Prime;

    /// <summary>Of the characters' plain forms.</summary>
    public static uint Plain(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        foreach (var c in text)
            hash = Add(hash, Characters.Plain(c));
        return hash;
    }
}

/// <summary>Features of one decision, filled afresh for each.</summary>
internal ref struct FeatureList(Span<uint> room)
{
    /// <summary>More than any decision has.</summary>
    public const int Room = 128;

    private readonly Span<uint> _room = room;
    private uint _template;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Values => _room[..Count];

    /// <summary>Empties the list; templates are numbered by their order of adding.</summary>
    public void Clear() => (Count, _template) = (0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a) => _room[Count++] = FeatureHash.Add(++_template * 0x85EBCA6B, a) * 0xC2B2AE35;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b) => _room[Count++] = FeatureHash.Add(FeatureHash.Add(++_template * 0x85EBCA6B, a), b) * 0xC2B2AE35;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b, uint c) =>
        _room[Count++] = FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(++_template * 0x85EBCA6B, a), b), c) * 0xC2B2AE35;

    /// <summary>A feature of a template that has a number of its own, for things of which there may be several or none.</summary>
    /// <param name="template">Above those that are numbered by their order.</param>
    /// <param name="a">A value.</param>
    /// <param name="b">Another.</param>
    public void AddTo(uint template, uint a, uint b) => _room[Count++] = FeatureHash.Add(FeatureHash.Add(template * 0x85EBCA6B, a), b) * 0xC2B2AE35;

    /// <summary>Leaves templates out, so that those after them keep their numbers.</summary>
    public void Skip(uint count = 1) => _template += count;
}
