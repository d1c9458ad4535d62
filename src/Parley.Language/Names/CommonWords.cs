using Parley.Language.Models;

namespace Parley.Language.Names;

/// <summary>How the treebanks write a word within a sentence: small, capital, or now one, now the other; and whether names use it.</summary>
internal sealed class CommonWords
{
    /// <summary>Set where no name of the training corpora holds the word, which is often seen and always small.</summary>
    public const byte Plain = 128;

    private readonly HashTable _words;
    private readonly byte[] _classes;

    public CommonWords(Model model)
    {
        _words = new HashTable(model.Numbers<uint>("words"));
        _classes = model.Numbers<byte>("classes");
    }

    /// <summary>The class of a word by the hash of its lower-case form; 0 for one that is not known.</summary>
    public byte ClassOf(uint lower) => _words.Find(lower) is >= 0 and var index ? _classes[index] : (byte)0;
}
