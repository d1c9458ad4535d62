namespace Parley.Language.Times.Lexicon;

/// <summary>How a time stands to the one it is counted from.</summary>
internal enum Shift : byte
{
    None,

    /// <summary><c>last week</c>: the one before the time of speech.</summary>
    Last,

    /// <summary><c>this week</c></summary>
    This,

    /// <summary><c>next week</c></summary>
    Next,

    /// <summary><c>the coming week</c></summary>
    Coming,

    /// <summary><c>the current month</c></summary>
    Current,

    /// <summary><c>that day</c>: the one last spoken of.</summary>
    That,

    /// <summary><c>the same day</c></summary>
    Same,

    /// <summary><c>the previous day</c>: the one before that last spoken of.</summary>
    Previous,

    /// <summary><c>the following day</c></summary>
    Following,

    /// <summary><c>the final days</c></summary>
    Final,

    /// <summary><c>the end of the year</c>: no word but the article.</summary>
    Definite,
}
