namespace Parley.Language.Names;

/// <summary>The hashes by which words, gazetteer entries and features are known to the model. Fixed: models hold them.</summary>
internal static class NameHash
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of a word as it is written.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Multiplier;
        foreach (var c in word)
            hash = (hash ^ c) * Multiplier;
        return Close(hash);
    }

    /// <summary>The hash of a word in lower case.</summary>
    public static uint OfLower(ReadOnlySpan<char> word)
    {
        var hash = Multiplier;
        foreach (var c in word)
            hash = (hash ^ Lower(c)) * Multiplier;
        return Close(hash);
    }

    /// <summary>The character in lower case; the typographic apostrophe is the plain one.</summary>
    public static char Lower(char c) =>
        c < 128 ? (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c : c == '’' ? '\'' : char.ToLowerInvariant(c);

    /// <summary>The hash of one thing after another.</summary>
    public static uint Mix(uint first, uint second)
    {
        var hash = ((ulong)first << 32 | second) * Multiplier;
        return (uint)((hash ^ hash >> 29) * 0xBF58_476D_1CE4_E5B9 >> 32);
    }

    private static uint Close(ulong hash) => (uint)((hash ^ hash >> 32) * Multiplier >> 32);
}
