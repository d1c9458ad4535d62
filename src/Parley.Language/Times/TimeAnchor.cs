namespace Parley.Language.Times;

/// <summary>What a time expression was counted from.</summary>
public enum TimeAnchor
{
    /// <summary>Nothing: it says all itself, or stays open.</summary>
    None,

    /// <summary>The report's date or dateline.</summary>
    Report,

    /// <summary>A date told before in the text.</summary>
    Text,
}
