namespace Parley.Language.Segmentation;

/// <summary>What stands between two characters.</summary>
internal enum Joint
{
    /// <summary>Nothing: one token has both.</summary>
    None,

    /// <summary>A token ends.</summary>
    Token,

    /// <summary>A word ends and the next belongs to the same multi-word token.</summary>
    WithinWord,
}
