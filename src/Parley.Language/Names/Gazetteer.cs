using Parley.Language.Models;

namespace Parley.Language.Names;

/// <summary>What lists of names say of a token; hints to the tagger, which weighs them by the words around.</summary>
[Flags]
internal enum Listed : ushort
{
    None = 0,

    /// <summary>A country, sea, region or other place that is often named.</summary>
    Country = 1,

    /// <summary>A state or province.</summary>
    Region = 2,

    /// <summary>A town of 100,000 and more.</summary>
    City = 4,

    /// <summary>A town of 15,000 and more.</summary>
    Town = 8,

    /// <summary>Given names.</summary>
    First = 16,

    /// <summary>Family names.</summary>
    Last = 32,

    /// <summary>Names of people, of which kind is not known.</summary>
    Name = 64,

    /// <summary>Bodies, armed groups, outlets.</summary>
    Organization = 128,

    /// <summary>By nationality, creed or politics.</summary>
    Demonym = 256,

    /// <summary>The token is not the last of its entry.</summary>
    Continues = 512,

    /// <summary>The token is not the first of its entry.</summary>
    Continued = 1024,

    /// <summary>In an entry's table only: longer entries begin so.</summary>
    IsPrefix = 2048,

    /// <summary>A word of the dictionary.</summary>
    Ordinary = 4096,
}

/// <summary>Names of places, people and bodies, known by the hashes of their words.</summary>
internal sealed class Gazetteer
{
    private const int LongestEntry = 8;

    private readonly HashTable _entries;
    private readonly ushort[] _listed;

    public Gazetteer(Model model)
    {
        _entries = new HashTable(model.Numbers<uint>("entries"));
        _listed = model.Numbers<ushort>("listed");
    }

    /// <summary>Marks the tokens of a sentence that are listed; of entries that begin at one token, the longest counts.</summary>
    public void Mark(Span<TokenTraits> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var (best, bestEnd, hash) = (Listed.None, i, 0u);
            for (var end = i; end < Math.Min(tokens.Length, i + LongestEntry); end++)
            {
                hash = end == i ? tokens[end].Lower : NameHash.Mix(hash, tokens[end].Lower);
                var index = _entries.Find(hash);
                if (index < 0)
                    break;
                var listed = (Listed)_listed[index];
                if ((listed & ~Listed.IsPrefix) != 0)
                    (best, bestEnd) = (listed & ~Listed.IsPrefix, end);
                if ((listed & Listed.IsPrefix) == 0)
                    break;
            }

            for (var j = i; best != 0 && j <= bestEnd; j++)
            {
                if ((tokens[j].Listed & Listed.Continued) != 0 && bestEnd == i)
                    continue;
                tokens[j].Listed |= best | (j < bestEnd ? Listed.Continues : 0) | (j > i ? Listed.Continued : 0);
            }
        }
    }
}
