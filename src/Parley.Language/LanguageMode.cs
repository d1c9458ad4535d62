namespace Parley.Language;

/// <summary>How much work the language stage puts into a word.</summary>
public enum LanguageMode
{
    /// <summary>The larger network: the better trees.</summary>
    Default,

    /// <summary>The smaller network: several times as fast, some points less exact.</summary>
    Fast,
}
